import type { Disposition } from '../../../src/inbox/inbox';
import { makeScheduler, type Ticket } from '../../../src/inbox/scheduler';
import { eventually, pause } from '../../support/inbox/deliveries';

const ticket = (id: number, lane?: string): Ticket => ({ id, lane, attempts: 0, firstFailedAt: undefined });
const done: Disposition = { next: 'done' };

describe('the scheduler', () => {
  it('tells everybody who waits for its end', async () => {
    let finish: (next: Disposition) => void = () => {};
    const scheduler = makeScheduler(() => new Promise<Disposition>((resolve) => (finish = resolve)), 1);
    scheduler.add(ticket(1));
    const ends = Promise.all([scheduler.stop(60_000), scheduler.stop(60_000)]);
    finish(done);
    expect(await ends).toEqual([0, 0]);
  });

  it('loses neither a slot nor the others of a lane to a handler that rejects', async () => {
    const served: number[] = [];
    const scheduler = makeScheduler(async ({ id }) => {
      served.push(id);
      return id === 1 ? Promise.reject(new Error('it broke its word')) : done;
    }, 1);
    for (const id of [1, 2, 3]) scheduler.add(ticket(id, 'lane'));
    await eventually(() => served.length === 3);
    expect([served, scheduler.running]).toEqual([[1, 2, 3], 0]);
    await scheduler.stop(0);
  });

  it('forgets a lane that is empty, and keeps the order of one with a hundred thousand', async () => {
    const served: number[] = [];
    const scheduler = makeScheduler(async ({ id }) => {
      served.push(id);
      return done;
    }, 4);
    const ids = Array.from({ length: 100_000 }, (_, i) => i);
    for (const id of ids) scheduler.add(ticket(id, 'hot'));
    await eventually(() => served.length === ids.length);
    expect(served.every((id, i) => id === i)).toBe(true);
    scheduler.add(ticket(-1, 'hot'));
    await pause(5);
    expect(served.at(-1)).toBe(-1);
    await scheduler.stop(0);
  });

  describe('with ends that are recorded later', () => {
    /** Frees its slot at once; its end is recorded when the test says so. */
    function recordedLater(concurrency: number) {
      const served: number[] = [];
      const records = new Map<number, () => void>();
      const scheduler = makeScheduler((one, _signal, freeSlot) => {
        served.push(one.id);
        freeSlot();
        return new Promise<Disposition>((resolve) => records.set(one.id, () => resolve(done)));
      }, concurrency);
      return { scheduler, served, record: (id: number) => records.get(id)?.() };
    }

    it('lets other lanes begin, and its own only when its end is recorded', async () => {
      const { scheduler, served, record } = recordedLater(1);
      const first = ticket(1, 'a');
      scheduler.add(first);
      expect(scheduler.hasFollower(first)).toBe(false);
      for (const [id, lane] of [
        [2, 'a'],
        [3, 'b'],
        [4, 'c'],
      ] as const)
        scheduler.add(ticket(id, lane));
      expect(served).toEqual([1, 3, 4]);
      expect(scheduler.hasFollower(first)).toBe(true);
      expect([scheduler.running, scheduler.unrecorded]).toEqual([3, 3]);
      record(1);
      await eventually(() => served.length === 4);
      expect(served).toEqual([1, 3, 4, 2]);
      await scheduler.stop(0);
    });

    it('stops when all are recorded, and counts as left what is not', async () => {
      const { scheduler, record } = recordedLater(1);
      for (const id of [1, 2]) scheduler.add(ticket(id));
      const stopped = scheduler.stop(60_000);
      record(1);
      record(2);
      expect(await stopped).toBe(0);
      const other = recordedLater(1);
      other.scheduler.add(ticket(1));
      expect(await other.scheduler.stop(1)).toBe(1);
    });
  });
});

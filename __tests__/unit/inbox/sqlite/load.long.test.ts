/** Many conversations, a handler that fails half of the time, and restarts in the middle of it. */
import type { StoredDelivery } from '../../../../src/inbox/inbox';
import { sqliteInbox } from '../../../../src/inbox/sqlite';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';
import { freshFile } from '../../../support/inbox/sqlite/files';

it('10,000 conversations, half of the attempts failing, three restarts: each handled once, in order', async () => {
  const inbox = sqliteInbox({ file: freshFile() });
  await inbox.open();
  const stored = Array.from({ length: 20_000 }, (_, i) => delivery({ conversation: `room-${(i * 7) % 10_000}` }));
  const handled: StoredDelivery[] = [];
  const consume = () =>
    inbox.consume(
      async ({ delivery: one }) => {
        if (Math.random() < 0.5) return { next: 'retry', inMs: 1 + Math.random() * 20, hold: true, error: 'not yet' };
        handled.push(one);
        return { next: 'done' };
      },
      { concurrency: 64 },
    );

  let consumer = await consume();
  for (let first = 0; first < stored.length; first += 5000) {
    await Promise.all(stored.slice(first, first + 5000).map((one) => inbox.accept(one)));
    expect(await consumer.stop(10_000)).toBe(0);
    await inbox.close();
    await inbox.open();
    consumer = await consume();
  }
  await eventually(() => isIdle(inbox), 60_000);
  await inbox.close();

  const byRoom = (list: readonly StoredDelivery[]) => {
    const rooms = new Map<string | undefined, string[]>();
    for (const { conversation, key } of list) rooms.set(conversation, [...(rooms.get(conversation) ?? []), key]);
    return rooms;
  };
  expect(handled).toHaveLength(stored.length);
  expect(byRoom(handled)).toEqual(byRoom(stored));
}, 120_000);

it('lets a conversation in which all fails hold up nothing but itself', async () => {
  const inbox = sqliteInbox({ file: freshFile() });
  await inbox.open();
  let failures = 0;
  let others = 0;
  await inbox.consume(
    async ({ delivery: { conversation } }) => {
      if (conversation !== 'poison') {
        others += 1;
        return { next: 'done' };
      }
      failures += 1;
      return { next: 'retry', inMs: 5, hold: true, error: 'never' };
    },
    { concurrency: 4 },
  );
  await Promise.all(Array.from({ length: 500 }, () => inbox.accept(delivery({ conversation: 'poison' }))));
  await Promise.all(Array.from({ length: 2000 }, (_, i) => inbox.accept(delivery({ conversation: `room-${i % 50}` }))));
  await eventually(() => others === 2000);
  expect(failures).toBeGreaterThan(0);
  expect(await inbox.stats()).toMatchObject({ dead: 0 });
  await inbox.close();
}, 60_000);

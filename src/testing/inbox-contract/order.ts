import { ok } from 'node:assert/strict';
import type { StoredDelivery } from '../../inbox/inbox';
import { delivery } from './delivery';
import { eventually, pause } from './eventually';
import { equal } from './expectations';
import { type ContractTest, consume, done } from './scene';

const inRoom = (list: readonly StoredDelivery[], room: number) =>
  list.filter(({ conversation }) => conversation === `room-${room}`);

/** In which order deliveries are handed out, and how many at once. */
export const order: Record<string, ContractTest> = {
  async 'keeps the order of each conversation, and handles different ones side by side up to concurrency'({ open }) {
    const inbox = await open();
    let running = 0;
    let most = 0;
    const busy = new Set<string>();
    const overlaps: string[] = [];
    const { attempts } = await consume(
      inbox,
      async ({ delivery: { conversation = '' } }) => {
        if (busy.has(conversation)) overlaps.push(conversation);
        busy.add(conversation);
        running += 1;
        most = Math.max(most, running);
        await pause(Math.random() * 8);
        running -= 1;
        busy.delete(conversation);
        return done;
      },
      4,
    );
    const stored = Array.from({ length: 120 }, (_, i) => delivery({ conversation: `room-${i % 6}` }));
    for (const one of stored) await inbox.accept(one);
    await eventually(() => attempts.length === 120);
    const handled = attempts.map((attempt) => attempt.delivery);
    for (let room = 0; room < 6; room++) equal(inRoom(handled, room), inRoom(stored, room));
    equal(overlaps, []);
    ok(most > 1 && most <= 4, `2 to 4 must run at once; got ${most}`);
  },
};

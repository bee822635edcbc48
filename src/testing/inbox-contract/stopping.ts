import type { Disposition } from '../../inbox/inbox';
import { delivery } from './delivery';
import { eventually, isIdle, pause } from './eventually';
import { equal, rejects } from './expectations';
import { type ContractTest, consume, done, retry } from './scene';

/** What happens to running attempts when the consumer stops, and after `close`. */
export const stopping: Record<string, ContractTest> = {
  async 'stopping: waits for what runs, and starts nothing more'({ open }) {
    const inbox = await open();
    const ends: (() => void)[] = [];
    let finished = 0;
    const slowly = async () => {
      await new Promise<void>((resolve) => ends.push(resolve));
      finished += 1;
      return done;
    };
    const { attempts, consumer } = await consume(inbox, slowly, 2);
    for (let i = 0; i < 5; i++) await inbox.accept(delivery());
    await eventually(() => attempts.length === 2);
    const stopped = consumer.stop(10_000);
    for (const end of ends) end();
    equal(await stopped, 0);
    equal([attempts.length, finished, consumer.running], [2, 2, 0]);
    await pause(50);
    equal(attempts.length, 2);
  },

  async 'stopping: aborts what does not end in time, and a later consumer gets it again'({ open }) {
    const inbox = await open();
    let free: (next: Disposition) => void = () => {};
    const hang = () => new Promise<Disposition>((resolve) => (free = resolve));
    const { attempts, consumer } = await consume(inbox, hang);
    const one = delivery({ conversation: 'one' });
    await inbox.accept(one);
    await eventually(() => attempts.length === 1);
    equal(attempts[0]?.signal.aborted, false);
    equal(await consumer.stop(30), 1);
    equal(attempts[0]?.signal.aborted, true);
    await inbox.close();
    free(retry(0)); // too late to count
    await inbox.open();
    const second = await consume(inbox);
    await eventually(() => second.attempts.length === 1);
    equal(second.attempts[0]?.delivery, one);
    await eventually(() => isIdle(inbox));
  },

  async 'stopping: accepts nothing once it is closed'({ open }) {
    const inbox = await open();
    await inbox.close();
    await rejects(inbox.accept(delivery()), /closed|open/);
  },
};

import type { IRedisClient, IRedisTransaction } from 'bullmq';
import type { Redis } from 'ioredis';
import { digest, type InboxJob, progressIn } from './job';
import { begin, enter, forgotten, leave, oldest } from './scripts';

export interface Turn {
  readonly turn: 'run' | 'wait' | 'done';
  /** A job that is to be woken, or ''. */
  readonly promote: string;
}

/** The place of a job in its lane. */
export interface Entered {
  /** A job that is to be woken, or ''. */
  readonly promote: string;
  /** How many are before it; -1 when it was a duplicate. */
  readonly place: number;
}

/** The lanes of one queue, over one connection. */
export interface Lanes {
  enter(entry: Entry): Promise<Entered>;
  /** The same in a transaction: pass the result of its `exec` to `entered`. */
  enterIn(transaction: IRedisTransaction, entry: Entry): void;
  entered(answer: unknown): Entered;
  begin(job: InboxJob): Promise<Turn>;
  /** Resolves with the job that is now first, or ''. `hadLeft`: it had stepped aside before this attempt. */
  leave(job: InboxJob, isDone: boolean, hadLeft: boolean): Promise<string>;
  isFirst(job: InboxJob): Promise<boolean>;
  /** Forgets finished jobs. */
  tidy(ids: readonly string[]): Promise<void>;
  /** Enters a revived job among those that wait. */
  again(id: string): Promise<void>;
  /** The jobs that sleep for no reason, among `most` of those that wait; `seen` is how many were checked. */
  forgotten(from: number, most: number): Promise<{ seen: number; forgotten: readonly string[] }>;
  /** When the oldest unfinished job was added: Unix milliseconds. */
  oldest(): Promise<number | undefined>;
}

export interface Entry {
  readonly id: string;
  readonly conversation: string | undefined;
  /** Whether it was added asleep. */
  readonly isAsleep: boolean;
}

/** A connection, or a transaction on it. */
interface Caller {
  runCommand(name: string, args: string[]): unknown;
}

const scripts = { enter, begin, leave, forgotten, oldest };
const week = 7 * 24 * 3_600_000;

/** `client` is BullMQ's view of the connection `redis`. */
export function lanesOf(redis: Redis, client: IRedisClient, toKey: (name: string) => string): Lanes {
  for (const [name, lua] of Object.entries(scripts)) redis.defineCommand(`im:${name}`, { numberOfKeys: 4, lua });
  const [failed, done, pending] = [toKey('failed'), toKey('done'), toKey('pending')];
  const laneOf = (conversation = '') => toKey(`lane:${digest(conversation)}`);
  const laneFor = (job: InboxJob) => laneOf(job.data.delivery.conversation);

  // as: only the script determines the result.
  function call<T>(on: Caller, name: keyof typeof scripts, lane: string, id: string, ...more: string[]): Promise<T> {
    const given = [lane, failed, done, pending, id, toKey(''), String(Date.now()), ...more];
    return on.runCommand(`im:${name}`, given) as Promise<T>;
  }

  function enterOn<T>(on: Caller, { id, conversation, isAsleep }: Entry): Promise<T> {
    return call(on, 'enter', laneOf(conversation), id, conversation === undefined ? '' : '1', flag(isAsleep));
  }

  // as: what `enter` returns.
  const entered = (answer: unknown): Entered => {
    const [promote = '', place = -1] = (answer ?? []) as [string?, number?];
    return { promote, place };
  };

  return {
    enter: async (entry) => entered(await enterOn(client, entry)),
    enterIn: (transaction, entry) => void enterOn(transaction, entry),
    entered,
    async begin(job) {
      const [aside, crashed] = [progressIn(job).aside === true, job.stalledCounter > 0];
      const [turn, promote] = await call<[Turn['turn'], string]>(
        client,
        'begin',
        laneFor(job),
        job.id ?? '',
        flag(aside),
        flag(crashed),
      );
      return { turn, promote };
    },
    leave: (job, isDone, hadLeft) => call(client, 'leave', laneFor(job), job.id ?? '', flag(isDone), flag(hadLeft)),
    isFirst: async (job) => (await redis.lindex(laneFor(job), 0)) === job.id,
    async tidy(ids) {
      // A crash between a job's end and this leaves an entry behind, which is useless after a week.
      await redis
        .pipeline()
        .zrem(pending, ...ids)
        .zrem(done, ...ids)
        .zremrangebyscore(done, 0, Date.now() - week)
        .exec();
    },
    async again(id) {
      await redis.zadd(pending, Date.now(), id);
    },
    async forgotten(from, most) {
      const [seen, ...forgotten] = await call<[number, ...string[]]>(
        client,
        'forgotten',
        laneOf(),
        '',
        String(from),
        String(from + most - 1),
      );
      return { seen, forgotten };
    },
    async oldest() {
      const since = await call<string>(client, 'oldest', laneOf(), '');
      return since === '' ? undefined : Number(since);
    },
  };
}

function flag(is: boolean): string {
  return is ? '1' : '0';
}

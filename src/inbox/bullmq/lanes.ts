import type { IRedisClient, IRedisTransaction } from 'bullmq';
import type { Redis } from 'ioredis';
import { digest, type InboxJob, progressIn } from './job';
import { begin, enter, leave, oldest } from './scripts';

export interface Turn {
  readonly turn: 'run' | 'wait' | 'done';
  /** A job that is to be woken, or ''. */
  readonly promote: string;
  /** How many are before one that waits. */
  readonly place?: number;
}

/** The lanes of one queue, over one connection. */
export interface Lanes {
  /** Resolves with a job to promote, or ''. In a transaction nothing comes back but by its `exec`. */
  enter(id: string, conversation: string | undefined, transaction?: IRedisTransaction): Promise<string>;
  begin(job: InboxJob): Promise<Turn>;
  /** Resolves with the job that is the first now, or ''. `hadLeft` where it had stepped aside before this attempt. */
  leave(job: InboxJob, isDone: boolean, hadLeft: boolean): Promise<string>;
  isFirst(job: InboxJob): Promise<boolean>;
  /** Forgets finished jobs. */
  tidy(ids: readonly string[]): Promise<void>;
  /** Enters a job that was revived as one that waits. */
  again(id: string): Promise<void>;
  /** Since when the oldest job that is not finished has been there: Unix milliseconds. */
  oldest(): Promise<number | undefined>;
}

/** A connection, or a transaction on it. */
interface Caller {
  runCommand(name: string, args: string[]): unknown;
}

const scripts = { enter, begin, leave, oldest };
const week = 7 * 24 * 3_600_000;

/** `client` is BullMQ's view of the connection `redis`. */
export function lanesOf(redis: Redis, client: IRedisClient, toKey: (name: string) => string): Lanes {
  for (const [name, lua] of Object.entries(scripts)) redis.defineCommand(`im:${name}`, { numberOfKeys: 4, lua });
  const [failed, done, pending] = [toKey('failed'), toKey('done'), toKey('pending')];
  const laneOf = (conversation = '') => toKey(`lane:${digest(conversation)}`);
  const laneFor = (job: InboxJob) => laneOf(job.data.delivery.conversation);

  // as: what comes back is known to the script only.
  function call<T>(on: Caller, name: keyof typeof scripts, lane: string, id: string, ...more: string[]): Promise<T> {
    const given = [lane, failed, done, pending, id, toKey(''), String(Date.now()), ...more];
    return on.runCommand(`im:${name}`, given) as Promise<T>;
  }

  return {
    enter: (id, conversation, transaction) =>
      call(transaction ?? client, 'enter', laneOf(conversation), id, conversation === undefined ? '' : '1'),
    async begin(job) {
      const [aside, crashed] = [progressIn(job).aside === true, job.stalledCounter > 0];
      const [turn, promote, place] = await call<[Turn['turn'], string, number?]>(
        client,
        'begin',
        laneFor(job),
        job.id ?? '',
        flag(aside),
        flag(crashed),
      );
      return { turn, promote, place };
    },
    leave: (job, isDone, hadLeft) => call(client, 'leave', laneFor(job), job.id ?? '', flag(isDone), flag(hadLeft)),
    isFirst: async (job) => (await redis.lindex(laneFor(job), 0)) === job.id,
    async tidy(ids) {
      // A crash between a job's end and this leaves an entry behind, which is of no use after a week.
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
    async oldest() {
      const since = await call<string>(client, 'oldest', laneOf(), '');
      return since === '' ? undefined : Number(since);
    },
  };
}

function flag(is: boolean): string {
  return is ? '1' : '0';
}

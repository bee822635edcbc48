import type { TransactionClient } from '../callback/event';

/**
 * The words of the inbox, each used for one thing only:
 *
 * | word | meaning |
 * |---|---|
 * | inbox | the store between the ACK and an after-handler |
 * | engine | one kind of inbox: in memory, in a SQLite file, in PostgreSQL, in Redis … |
 * | delivery | a callback as the inbox stores it; it *waits* until it is handled or buried |
 * | key | what makes two deliveries the same event |
 * | lane | the deliveries of one conversation, in the order in which they were accepted |
 * | worker | what has the deliveries of an inbox handled in one process; the engine's side of it is the *consumer* |
 * | attempt | one run of a handler for a delivery |
 * | disposition | what the worker wants done with a delivery after an attempt: it is done, tried again, or buried |
 * | hold | a delivery that failed makes its lane wait for it |
 * | step aside | it makes its lane wait no longer, and is tried again out of order |
 * | dead letter | a delivery that is not tried any more |
 * | bury | to make a delivery a dead letter |
 * | revive | to make a dead letter a delivery that waits |
 * | ticket | what an engine keeps of a waiting delivery in memory, to know whose turn it is |
 * | sequence | what is remembered of the numbers of one conversation's messages |
 * | gap | numbers that no callback has brought |
 * | note | one sentence of `open()`: what to change so that more survives |
 */

/**
 * A store between the ACK and an after-handler. An engine stores, hands out in order and does as it is told; when to try
 * again, when to give up, what a handler is and whom to tell is not its business. All engines pass one contract suite.
 */
export interface Inbox {
  /**
   * Makes the store ready and says what it promises. May be called again after it rejected; once it is open, a further call rejects
   * for as long as nothing can be stored, with the reason.
   */
  open(): Promise<InboxStatus>;
  /** Resolves once the delivery is stored as durably as `open` said. */
  accept(delivery: StoredDelivery): Promise<Acceptance>;
  /** Stores a delivery as a dead letter at once; as durable as `accept`. */
  bury(delivery: StoredDelivery, error: string): Promise<void>;
  /** Hands deliveries to `run`, each until its disposition is `done` or `dead`. One consumer between `open` and `close`. */
  consume(run: Run, options: ConsumeOptions): Promise<Consumer>;
  /** The dead letters, oldest first; at most `limit`, default 100. */
  dead(options?: { limit?: number }): Promise<readonly DeadLetter[]>;
  /** Queues a dead letter again, with the attempt counter reset; false where there is none with this id. */
  revive(id: string): Promise<boolean>;
  stats(): Promise<InboxStats>;
  /** What `onGap` remembers. */
  readonly sequences: SequenceStore;
  /** Ends what is under way and lets go of the file or the connection. `open` may follow. */
  close(): Promise<void>;
}

/** A callback as it is stored: all that its event is made of again. Plain data that can be written as JSON. */
export interface StoredDelivery {
  /** `event.key`, worked out before any handler ran. */
  readonly key: string;
  /** True where another delivery with this key is the same event for certain; others are not remembered once handled. */
  readonly identified: boolean;
  /** `event.conversation`: what deliveries are kept in order for. */
  readonly conversation: string | undefined;
  /** Any name: another version of this package may know more vendors. */
  readonly vendor: string;
  /** The command's name as it arrived. */
  readonly wire: string;
  readonly appId: string | undefined;
  readonly operationID: string;
  /** When the request came: Unix milliseconds. */
  readonly receivedAt: number;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Whether the process that accepted it had a handler for it: a worker without one leaves it to others. */
  readonly expected: boolean;
  /** What telemetry wants to find again at each attempt, e.g. the `traceparent` of the request. */
  readonly traceContext?: string;
  /**
   * The body as JSON: as it came where that is known and nothing of it is secret, else the decoded body written again. Integers beyond
   * 2^53 are strings in either.
   */
  readonly body: string;
}

/**
 * What survives. `machine-loss`: all that was accepted, also where the machine of the store is gone for good. `power-loss`: all of it,
 * unless the disk itself lies. `process-crash`: a power cut, or a failover, may lose what was accepted last. `none`: nothing.
 * `unknown`: the server would not say.
 */
export type Durability = 'machine-loss' | 'power-loss' | 'process-crash' | 'none' | 'unknown';

export interface InboxStatus {
  readonly durability: Durability;
  /** What to change for more, one sentence each; fit for a log. */
  readonly notes: readonly string[];
}

export interface Acceptance {
  /** False where the key was accepted before within `dedupMs`. With `dedupe: 'observe'` the delivery was stored all the same. */
  readonly fresh: boolean;
}

/** One attempt to have a delivery handled. */
export interface Attempt {
  readonly delivery: StoredDelivery;
  /** 1 for the first one. An attempt that a crash cut short counts. */
  readonly attempt: number;
  /** When the first attempt failed, in Unix milliseconds; undefined before that. */
  readonly firstFailedAt: number | undefined;
  /** Aborts when the consumer stops and waits no longer. */
  readonly signal: AbortSignal;
  /** Only of an engine whose database a handler may write to in the very transaction that ends the delivery. */
  readonly transaction?: AttemptTransaction;
}

/** A delivery and what its handler writes, ended by one COMMIT or not at all. */
export interface AttemptTransaction {
  /** Runs `work` in a transaction that removes the delivery. Rolls back where it rejects, or where `signal` aborts before the COMMIT. */
  run<T>(work: (client: TransactionClient) => Promise<T>, signal: AbortSignal): Promise<T>;
  /** True once it has committed: the delivery is no more, whatever the handler does then. */
  readonly committed: boolean;
}

/** What is to become of a delivery after an attempt. `dead`: it is buried. */
export type Disposition =
  | { readonly next: 'done' }
  | {
      readonly next: 'retry';
      /** Milliseconds until then. */
      readonly inMs: number;
      /** Whether what came after it in its conversation waits for it; else it steps aside for good. */
      readonly hold: boolean;
      readonly error: string;
    }
  | {
      readonly next: 'dead';
      readonly error: string;
      /** How many attempts were made, where this one was not; else the number of this one. */
      readonly attempts?: number;
    };

export interface ConsumeOptions {
  /** How many deliveries are handed out at once. */
  readonly concurrency: number;
  /** Told of what no attempt can tell of; must not throw. Each kind at most once a minute, but for deliveries that are damaged. */
  readonly onFault?: (fault: InboxFault) => void;
}

/** Something is wrong with the store. */
export interface InboxFault {
  /**
   * `stalled`: for now nothing can be handed out, or not be recorded. `damaged`: a stored delivery cannot be read. `lost`: the store
   * itself was taken away from under the inbox.
   */
  readonly fault: 'stalled' | 'damaged' | 'lost';
  /** One sentence, fit for a log. */
  readonly message: string;
  readonly cause: unknown;
  /** What could be read of the delivery that it is about. */
  readonly delivery?: StoredDelivery;
}

/** Never rejects. */
export type Run = (attempt: Attempt) => Promise<Disposition>;

export interface Consumer {
  /** How many deliveries are being handled now. One counts until the end of its attempt is stored, so there may be more than `concurrency`. */
  readonly running: number;
  /**
   * Hands out nothing more, waits for what runs up to `timeoutMs`, then aborts it. Resolves with how many were left; they
   * stay stored and are handed out again by the next consumer.
   */
  stop(timeoutMs: number): Promise<number>;
}

export interface DeadLetter {
  /** For `revive`; good as long as the dead letter is there. */
  readonly id: string;
  readonly delivery: StoredDelivery;
  /** Why it was buried: the last error. */
  readonly error: string;
  /** How many attempts were made; 0 where its body did not fit. */
  readonly attempts: number;
  /** When it was buried: Unix milliseconds. */
  readonly diedAt: number;
}

export interface InboxStats {
  /** Stored and not being handled now, those between two attempts among them. */
  readonly waiting: number;
  readonly running: number;
  readonly dead: number;
  /** How long the oldest of `waiting` and `running` has been stored, in milliseconds; null where there is none. */
  readonly oldestMs: number | null;
  /** Deliveries that came again within `dedupMs`, since this inbox was opened. */
  readonly duplicates: number;
}

/** What `onGap` remembers of each conversation, as text: as durable as the rest, bounded in number by the engine. */
export interface SequenceStore {
  read(conversation: string): Promise<string | undefined>;
  /**
   * Replaces `from` by `to`; false, and no change, where something else stands there by now. `dueAt` is the Unix
   * millisecond from which `due` lists it, undefined for never.
   */
  replace(conversation: string, from: string | undefined, to: string, dueAt: number | undefined): Promise<boolean>;
  /**
   * Those that are due by `now`, the longest overdue first, and those that are due after `latest` (default: none), which a clock
   * that was set back since has left behind.
   */
  due(now: number, limit: number, latest?: number): Promise<readonly { conversation: string; state: string }[]>;
  /**
   * Up to `limit` deliveries that were accepted last and still wait, in their order: the numbers of some may not have been stored. An
   * engine that can store a number together with its delivery does without.
   */
  latest?(limit: number): Promise<readonly StoredDelivery[]>;
}

/** Messages of one conversation that no callback has brought. */
export interface Gap {
  readonly vendor: string;
  /** As in `event.conversation`. */
  readonly conversation: string;
  /** The same in its parts, e.g. `group` and `['@TGS#1']`, with the topic as a second id where there is one. */
  readonly kind: string;
  readonly ids: readonly string[];
  /** Tencent's SDKAppID as digits. */
  readonly appId: string | undefined;
  /** The first and the last number that is missing. */
  readonly from: number;
  readonly to: number;
}

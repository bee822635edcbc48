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
 * | worker | the part of a process that runs handlers for the deliveries of an inbox; the engine's side of it is the *consumer* |
 * | attempt | one run of a handler for a delivery |
 * | disposition | what happens to a delivery after an attempt: it is done, retried, or buried |
 * | hold | a delivery that failed makes its lane wait for it |
 * | step aside | the lane no longer waits for a failing delivery, which is retried out of order |
 * | dead letter | a delivery that is no longer retried |
 * | bury | to make a delivery a dead letter |
 * | revive | to make a dead letter a waiting delivery again |
 * | ticket | what an engine keeps of a waiting delivery in memory, to know whose turn it is |
 * | sequence | the known message numbers of one conversation |
 * | gap | numbers that no callback has brought |
 * | note | one sentence of `open()`: what to change so that more survives |
 */

/**
 * A store between the ACK and an after-handler. An engine stores deliveries, hands them out in order and carries out
 * dispositions. The worker decides when to retry, when to give up, which handler runs and who is informed. All engines pass one
 * contract suite.
 */
export interface Inbox {
  /**
   * Opens the store and returns what it promises. May be called again after it rejected. Once open, a further call is a health
   * check: it rejects with the reason while nothing can be stored.
   */
  open(): Promise<InboxStatus>;
  /** Resolves once the delivery is stored as durably as `open` promised. */
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
  /** The sequence state for `onGap`. */
  readonly sequences: SequenceStore;
  /** Ends running work and closes the file or the connection. `open` may follow. */
  close(): Promise<void>;
}

/** A callback as it is stored: everything from which its event is rebuilt. Plain data that can be written as JSON. */
export interface StoredDelivery {
  /** `event.key`, computed before any handler ran. */
  readonly key: string;
  /** True when another delivery with this key is certainly the same event; only such keys are remembered. */
  readonly identified: boolean;
  /** `event.conversation`: deliveries with the same one are kept in order. */
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
  /** Data that telemetry reads at each attempt, e.g. the `traceparent` of the request. */
  readonly traceContext?: string;
  /**
   * The body as JSON: the original text if it is known and contains no secret, otherwise the decoded body, serialised. Integers beyond
   * 2^53 are strings in both.
   */
  readonly body: string;
}

/**
 * What survives. `machine-loss`: everything accepted, even if the store's machine is lost for good. `power-loss`: everything,
 * unless the disk itself confirms writes that it has not done. `process-crash`: a power cut, or a failover, may lose the latest
 * deliveries. `none`: nothing. `unknown`: the server does not tell.
 */
export type Durability = 'machine-loss' | 'power-loss' | 'process-crash' | 'none' | 'unknown';

export interface InboxStatus {
  readonly durability: Durability;
  /** What to change for more durability, one sentence each; suitable for a log. */
  readonly notes: readonly string[];
}

export interface Acceptance {
  /** False when the key was accepted before within `dedupMs`. With `dedupe: 'observe'` the delivery is stored anyway. */
  readonly fresh: boolean;
}

/** One attempt to handle a delivery. */
export interface Attempt {
  readonly delivery: StoredDelivery;
  /** 1 for the first one. An attempt that a crash ended counts. */
  readonly attempt: number;
  /** When the first attempt failed, in Unix milliseconds; undefined before that. */
  readonly firstFailedAt: number | undefined;
  /** Aborts when the consumer stops and its timeout has passed. */
  readonly signal: AbortSignal;
  /** Only set by engines that let a handler write in the same transaction that ends the delivery. */
  readonly transaction?: AttemptTransaction;
}

/** Ends a delivery and stores its handler's writes with one COMMIT, or neither. */
export interface AttemptTransaction {
  /**
   * Runs `work` in a transaction that removes the delivery. Rolls back when `work` rejects, or when `signal` aborts before the
   * COMMIT.
   */
  run<T>(work: (client: TransactionClient) => Promise<T>, signal: AbortSignal): Promise<T>;
  /** True once it has committed: the delivery is gone, whatever the handler does then. */
  readonly committed: boolean;
}

/** What happens to a delivery after an attempt. `dead`: it is buried. */
export type Disposition =
  | { readonly next: 'done' }
  | {
      readonly next: 'retry';
      /** Milliseconds until then. */
      readonly inMs: number;
      /** Whether later deliveries of its conversation wait for it; otherwise it steps aside for good. */
      readonly hold: boolean;
      readonly error: string;
    }
  | {
      readonly next: 'dead';
      readonly error: string;
      /** How many attempts were made. Default: the number of this attempt. Set it when this attempt was not made. */
      readonly attempts?: number;
    };

export interface ConsumeOptions {
  /** How many deliveries are handed out at once. */
  readonly concurrency: number;
  /**
   * Called for faults that belong to no attempt; must not throw. Each kind at most once a minute, except damaged deliveries.
   */
  readonly onFault?: (fault: InboxFault) => void;
}

/** Something is wrong with the store. */
export interface InboxFault {
  /**
   * `stalled`: for now nothing can be handed out or recorded. `damaged`: a stored delivery cannot be read. `lost`: the store
   * itself was removed while the inbox was open.
   */
  readonly fault: 'stalled' | 'damaged' | 'lost';
  /** One sentence, suitable for a log. */
  readonly message: string;
  readonly cause: unknown;
  /** The readable part of the damaged delivery. */
  readonly delivery?: StoredDelivery;
}

/** Never rejects. */
export type Run = (attempt: Attempt) => Promise<Disposition>;

export interface Consumer {
  /**
   * How many deliveries are being handled now. A delivery counts until the end of its attempt is stored, so there may be more than
   * `concurrency`.
   */
  readonly running: number;
  /**
   * Hands out nothing more, waits for running attempts up to `timeoutMs`, then aborts them. Resolves with how many were left;
   * they stay stored and are handed out again by the next consumer.
   */
  stop(timeoutMs: number): Promise<number>;
}

export interface DeadLetter {
  /** For `revive`; valid as long as the dead letter exists. */
  readonly id: string;
  readonly delivery: StoredDelivery;
  /** Why it was buried: the last error. */
  readonly error: string;
  /** How many attempts were made; 0 when its body did not fit. */
  readonly attempts: number;
  /** When it was buried: Unix milliseconds. */
  readonly diedAt: number;
}

export interface InboxStats {
  /** Stored and not being handled now, including those between two attempts. */
  readonly waiting: number;
  readonly running: number;
  readonly dead: number;
  /** How long the oldest of `waiting` and `running` has been stored, in milliseconds; null where there is none. */
  readonly oldestMs: number | null;
  /** Redeliveries within `dedupMs`, since this inbox was opened. */
  readonly duplicates: number;
}

/** The sequence state of each conversation for `onGap`, as text: as durable as deliveries; the engine bounds the number. */
export interface SequenceStore {
  read(conversation: string): Promise<string | undefined>;
  /**
   * Replaces `from` by `to`; returns false and changes nothing when the state is no longer `from`. `dueAt` is the Unix
   * millisecond from which `due` lists it, undefined for never.
   */
  replace(conversation: string, from: string | undefined, to: string, dueAt: number | undefined): Promise<boolean>;
  /**
   * Those that are due by `now`, the longest overdue first, and those that are due after `latest` (default: none), which a clock
   * that was set back since has left behind.
   */
  due(now: number, limit: number, latest?: number): Promise<readonly { conversation: string; state: string }[]>;
  /**
   * Up to `limit` of the latest deliveries that still wait, in order: the numbers of some may not have been stored. An engine
   * that stores a number together with its delivery may leave this out.
   */
  latest?(limit: number): Promise<readonly StoredDelivery[]>;
}

/** Messages of one conversation that no callback has brought. */
export interface Gap {
  readonly vendor: string;
  /** As in `event.conversation`. */
  readonly conversation: string;
  /** The same in parts, e.g. `group` and `['@TGS#1']`, with the topic as a second id where there is one. */
  readonly kind: string;
  readonly ids: readonly string[];
  /** Tencent's SDKAppID as digits. */
  readonly appId: string | undefined;
  /** The first and the last missing number. */
  readonly from: number;
  readonly to: number;
}

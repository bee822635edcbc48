/**
 * A store between the ACK and an after-handler. An engine stores, hands out in order and does as it is told; when to try
 * again, when to give up, what a handler is and whom to tell is not its business. All engines pass one contract suite.
 */
export interface Inbox {
  /** Makes the store ready and says what it promises. May be called again after it rejected; a second call is harmless. */
  open(): Promise<InboxStatus>;
  /** Resolves once the delivery is stored as durably as `open` said. */
  accept(delivery: StoredDelivery): Promise<Acceptance>;
  /** Stores a delivery as a dead letter at once; as durable as `accept`. */
  bury(delivery: StoredDelivery, error: string): Promise<void>;
  /** Hands deliveries to `run`, each until it says `done` or `dead`. One consumer between `open` and `close`. */
  consume(run: Run, options: { concurrency: number }): Promise<Consumer>;
  /** The dead letters, oldest first; at most `limit`, default 100. */
  dead(options?: { limit?: number }): Promise<readonly DeadLetter[]>;
  /** Puts a dead letter back, with all its attempts before it; false where there is none with this id. */
  revive(id: string): Promise<boolean>;
  stats(): Promise<InboxStats>;
  /** What `onGap` remembers. */
  readonly sequences: SequenceStore;
  /** Ends what is under way and lets go of the file or the connection. `open` may follow. */
  close(): Promise<void>;
}

/** A callback as it is stored: all that its event is made of again. Plain data that bears JSON. */
export interface StoredDelivery {
  /** `event.key`, worked out before any handler ran. */
  readonly key: string;
  /** True where another delivery with this key is the same event for certain; others are not remembered once handled. */
  readonly identified: boolean;
  /** `event.conversation`: what deliveries are kept in order for. */
  readonly conversation: string | undefined;
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
  readonly trace?: string;
  /** The decoded body as JSON; of a body that did not fit its codec, the body as it came. */
  readonly body: string;
}

/**
 * What survives. `power-loss`: all that was accepted, unless the disk itself lies. `process-crash`: a power cut may lose
 * what was accepted last. `none`: nothing. `unknown`: the server would not say.
 */
export type Durability = 'power-loss' | 'process-crash' | 'none' | 'unknown';

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
}

/** What is to become of a delivery after an attempt. */
export type Next =
  | { readonly next: 'done' }
  | {
      readonly next: 'retry';
      /** Milliseconds until then. */
      readonly inMs: number;
      /** Whether what came after it in its conversation waits for it; else it steps aside for good. */
      readonly hold: boolean;
      readonly error: string;
    }
  | { readonly next: 'dead'; readonly error: string };

/** Never rejects. */
export type Run = (attempt: Attempt) => Promise<Next>;

export interface Consumer {
  /** How many deliveries are being handled now. */
  readonly running: number;
  /**
   * Hands out nothing more, waits for what runs up to `timeoutMs`, then aborts it. Resolves with how many were left; they
   * stay stored and are handed out again by the next consumer.
   */
  stop(timeoutMs: number): Promise<number>;
}

export interface DeadLetter {
  /** For `revive`; good as long as the letter is there. */
  readonly id: string;
  readonly delivery: StoredDelivery;
  /** Why it was given up: the last error. */
  readonly error: string;
  /** How many attempts were made; 0 where its body did not fit. */
  readonly attempts: number;
  /** When it was given up: Unix milliseconds. */
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

/** Small notes by conversation, for `onGap`: as durable as the rest, bounded in number by the engine. */
export interface SequenceStore {
  read(conversation: string): Promise<string | undefined>;
  /**
   * Replaces `from` by `to`; false, and no change, where something else stands there by now. `dueAt` is the Unix
   * millisecond from which `due` lists it, undefined for never.
   */
  replace(conversation: string, from: string | undefined, to: string, dueAt: number | undefined): Promise<boolean>;
  /** Those that are due by `now`, the longest overdue first. */
  due(now: number, limit: number): Promise<readonly { conversation: string; state: string }[]>;
}

import { kindOfError } from './error';
import type { Tables } from './tables';

export interface GroupCommit {
  /**
   * Commits a change together with all others of this turn of the event loop, then resolves. Rejects when the transaction fails;
   * then nothing was changed.
   */
  write<T>(change: () => T): Promise<T>;
  /** The same for the handling of deliveries, which goes on when nothing more is accepted. */
  record<T>(change: () => T): Promise<T>;
  /**
   * The same for a change that must succeed: it is retried every second until `close`. It is given up only when a retry cannot
   * help: the file is damaged at that place, or the error does not come from the store. A change that is not urgent goes with the
   * next transaction, after 5 ms at most.
   */
  keep(change: () => void, urgent: boolean): Promise<void>;
  /** The same for a change that a power cut may undo, but a crash of the process may not: it does not wait for the disk. */
  mark(change: () => void): Promise<void>;
  /** Retries what failed. */
  retry(): void;
  /** Whether a change that must succeed has failed and waits for its retry. */
  readonly isBehind: boolean;
  /** Commits all pending changes a last time; changes that still fail are given up. */
  close(): void;
}

export interface GroupCommitOptions {
  /** The connection to the file that is open now. */
  transaction(): Pick<Tables, 'begin' | 'complete' | 'commit' | 'settle' | 'rollback' | 'undo'>;
  /** Called first within the transaction; returns a function that restores the state when the transaction fails. */
  begun(): () => void;
  /** Called after every transaction that was committed. */
  committed(): void;
  /** Why `write` may change nothing now; asked before and after each transaction. Undefined when it may. */
  refusal(): Error | undefined;
  /** Calls `attempt` with the room that is reserved for changes that must succeed. */
  withReserve<T>(attempt: () => T): T;
  /** Calls `attempt` without waiting for the disk at its COMMIT. */
  unsynced<T>(attempt: () => T): T;
  /** Called when a change that must succeed has failed: why, how many times, and whether it was given up. */
  failed(error: unknown, times: number, givenUp: boolean): void;
}

interface Change {
  /** Whether it may be refused because of the state of the file. */
  readonly isNew?: boolean;
  run(): void;
  resolve(): void;
  reject(error: unknown): void;
}

/** Longest wait of a change that is not urgent, in milliseconds. */
const patienceMs = 5;

/** How often a change that must succeed is retried: once a second, because a full, busy or missing store may recover. */
function triesFor(error: unknown): number {
  const kind = kindOfError(error);
  if (kind === 'CORRUPT') return 5;
  return kind === undefined ? 60 : Number.POSITIVE_INFINITY;
}

/**
 * One transaction, and so one wait for the disk, for all changes of one turn of the event loop: setImmediate runs after the
 * turn's input was read. During the wait more input gathers, so groups grow with the load.
 */
export function groupCommit(options: GroupCommitOptions): GroupCommit {
  const { transaction, begun, committed, refusal, withReserve, unsynced, failed } = options;
  let asked: Change[] = [];
  let kept: Change[] = [];
  let marks: Change[] = [];
  let overdue: Change[] = [];
  const failures = new WeakMap<Change, number>();
  let scheduled: NodeJS.Immediate | undefined;
  let later: NodeJS.Timeout | undefined;
  let closed = false;

  function ask<T>(change: () => T, isNew: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (closed) return reject(new Error('the inbox is closed'));
      let result: T;
      const run = () => {
        result = change();
      };
      asked.push({ isNew, run, resolve: () => resolve(result), reject });
      scheduled ??= setImmediate(flush);
    });
  }

  function keep(change: () => void, urgent: boolean): Promise<void> {
    return new Promise((resolve) => {
      if (closed) return resolve();
      kept.push({ run: change, resolve, reject: () => resolve() });
      if (urgent) scheduled ??= setImmediate(flush);
      else if (scheduled === undefined) later ??= setTimeout(flush, patienceMs);
    });
  }

  function mark(change: () => void): Promise<void> {
    return new Promise((resolve) => {
      if (closed) return resolve();
      if (marks.length === 0) queueMicrotask(flushMarks);
      marks.push({ run: change, resolve, reject: () => resolve() });
    });
  }

  function flushMarks(): void {
    const changes = marks;
    marks = [];
    if (closed) return finish(changes);
    if (unsynced(() => attempt(changes)) === undefined) return finish(changes);
    insist(changes);
  }

  function flush(): void {
    clearTimeout(later);
    clearImmediate(scheduled);
    [scheduled, later] = [undefined, undefined];
    const [must, may] = [kept, unlessRefused(asked)];
    [kept, asked] = [[], []];
    if (must.length + may.length === 0) return;
    // Changes that must succeed are mostly removals, which make room for the rest.
    const error = attempt([...must, ...may]);
    if (error === undefined) {
      finish([...must, ...unlessRefused(may)]);
      return committed();
    }
    if (must.length > 0) insist(must);
    if (may.length > 1 && kindOfError(error) === 'FULL') apart(may, reject);
    else reject(may, error);
  }

  /** The changes that remain when nothing new is accepted. */
  function unlessRefused(changes: readonly Change[]): readonly Change[] {
    const error = changes.some(({ isNew }) => isNew) ? refusal() : undefined;
    if (error === undefined) return changes;
    reject(
      changes.filter(({ isNew }) => isNew),
      error,
    );
    return changes.filter(({ isNew }) => !isNew);
  }

  function reject(changes: readonly Change[], error: unknown): void {
    for (const change of changes) change.reject(error);
  }

  /**
   * In a separate transaction, so that ordinary changes and changes that must succeed cannot make each other fail.
   */
  function insist(changes: readonly Change[]): void {
    withReserve(() => apart(changes, putOff));
  }

  function putOff(changes: readonly Change[], error: unknown): void {
    for (const change of changes) {
      const times = (failures.get(change) ?? 0) + 1;
      const isHopeless = times >= triesFor(error);
      if (isHopeless) change.resolve();
      else overdue.push(change);
      failures.set(change, times);
      failed(error, times, isHopeless);
    }
  }

  /** When there is no room for all, one large change must not make the others fail; nor must one that meets damage. */
  function apart(changes: readonly Change[], fail: (left: readonly Change[], error: unknown) => void): void {
    const error = attempt(changes);
    if (error === undefined) {
      finish(changes);
      return committed();
    }
    const isOfOne = kindOfError(error) === 'FULL' || kindOfError(error) === 'CORRUPT';
    if (changes.length === 1 || !isOfOne) return fail(changes, error);
    const half = changes.length >> 1;
    apart(changes.slice(0, half), fail);
    apart(changes.slice(half), fail);
  }

  function retry(): void {
    const changes = overdue;
    overdue = [];
    if (changes.length > 0) insist(changes);
  }

  /** Commits all or nothing; returns the error in the second case. */
  function attempt(changes: readonly Change[]): unknown {
    let back: (() => void) | undefined;
    const { begin, complete, commit, settle, rollback, undo } = transaction();
    try {
      begin.run();
      back = begun();
      for (const change of changes) change.run();
      complete();
      commit.run();
    } catch (error) {
      back?.();
      undo();
      try {
        rollback.run();
      } catch {
        // SQLite rolls back by itself after some errors, a full disk among them (https://sqlite.org/lang_transaction.html).
      }
      return error ?? new Error('the transaction failed');
    }
    settle();
    return undefined;
  }

  function finish(changes: readonly Change[]): void {
    for (const change of changes) change.resolve();
  }

  return {
    write: (change) => ask(change, true),
    record: (change) => ask(change, false),
    keep,
    mark,
    retry,
    get isBehind() {
      return overdue.length > 0;
    },
    close() {
      flush();
      retry();
      closed = true;
      finish(overdue);
    },
  };
}

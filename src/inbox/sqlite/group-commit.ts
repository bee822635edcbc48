import type { SqliteDatabase } from './driver';
import { kindOfError } from './error';

export interface GroupCommit {
  /**
   * Makes a change together with all others of this turn of the event loop, and resolves once it is committed. Rejects where
   * the transaction fails, and then nothing of it was changed.
   */
  write<T>(change: () => T): Promise<T>;
  /** The same for a change that must come through: where it fails it is tried again, every second, until `close`. */
  keep(change: () => void): Promise<void>;
  /** Tries again what failed. */
  retry(): void;
  /** Commits what there is, for the last time; what cannot be committed then is given up. */
  close(): void;
}

export interface GroupCommitOptions {
  database: SqliteDatabase;
  /** Called within the transaction, before anything else; returns what brings it back where the transaction fails. */
  begun(): () => void;
  /** Called after every transaction that was committed. */
  committed(): void;
  /** Calls `attempt` with what room is kept for changes that must come through. */
  withReserve<T>(attempt: () => T): T;
  /** Told why a change that must come through has not. */
  failed(error: unknown): void;
}

interface Change {
  run(): void;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * One transaction, and so one wait for the disk, for all that one turn of the event loop asks for: setImmediate runs after
 * the turn's input was read. While the disk is waited for, more input gathers, so groups grow with the load.
 */
export function groupCommit({ database, begun, committed, withReserve, failed }: GroupCommitOptions): GroupCommit {
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => database.prepare(sql));
  let asked: Change[] = [];
  let kept: Change[] = [];
  let overdue: Change[] = [];
  let scheduled: NodeJS.Immediate | undefined;
  let closed = false;

  function write<T>(change: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (closed) return reject(new Error('the inbox is closed'));
      let result: T;
      const run = () => {
        result = change();
      };
      asked.push({ run, resolve: () => resolve(result), reject });
      scheduled ??= setImmediate(flush);
    });
  }

  function keep(change: () => void): Promise<void> {
    return new Promise((resolve) => {
      if (closed) return resolve();
      kept.push({ run: change, resolve, reject: () => resolve() });
      scheduled ??= setImmediate(flush);
    });
  }

  function flush(): void {
    scheduled = undefined;
    const [must, may] = [kept, asked];
    [kept, asked] = [[], []];
    if (must.length + may.length === 0) return;
    // What must come through is mostly removal, which makes room for the rest.
    const error = attempt([...must, ...may]);
    if (error === undefined) return;
    if (must.length > 0) insist(must);
    const refuse = (changes: readonly Change[], cause: unknown) => {
      for (const change of changes) change.reject(cause);
    };
    if (may.length > 1 && kindOfError(error) === 'FULL') apart(may, refuse);
    else refuse(may, error);
  }

  /** On its own: what was asked for must not keep it from being written, nor the other way round from now on. */
  function insist(changes: Change[]): void {
    withReserve(() =>
      apart(changes, (left, error) => {
        overdue.push(...left);
        failed(error);
      }),
    );
  }

  /** Where there is no room for all, one that is large must not take the others with it. */
  function apart(changes: readonly Change[], fail: (left: readonly Change[], error: unknown) => void): void {
    const error = attempt(changes);
    if (error === undefined) return;
    if (changes.length === 1 || kindOfError(error) !== 'FULL') return fail(changes, error);
    const half = changes.length >> 1;
    apart(changes.slice(0, half), fail);
    apart(changes.slice(half), fail);
  }

  function retry(): void {
    const changes = overdue;
    overdue = [];
    if (changes.length > 0) insist(changes);
  }

  /** All of it or nothing: the error, where it is nothing. */
  function attempt(changes: readonly Change[]): unknown {
    let back: (() => void) | undefined;
    try {
      begin?.run();
      back = begun();
      for (const change of changes) change.run();
      commit?.run();
    } catch (error) {
      back?.();
      try {
        rollback?.run();
      } catch {
        // SQLite rolls back by itself after some errors, a full disk among them (https://sqlite.org/lang_transaction.html).
      }
      return error ?? new Error('the transaction failed');
    }
    for (const change of changes) change.resolve();
    committed();
    return undefined;
  }

  return {
    write,
    keep,
    retry,
    close() {
      clearImmediate(scheduled);
      flush();
      retry();
      closed = true;
      for (const change of overdue) change.resolve();
    },
  };
}

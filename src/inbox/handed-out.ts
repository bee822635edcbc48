import type { Attempt, AttemptTransaction, StoredDelivery } from './inbox';
import type { Stopping } from './stopping';

/** An attempt as the engines of this package hand it out: its signal is made when somebody asks for it. */
export class HandedOut implements Attempt {
  readonly #stopping: Stopping;

  constructor(
    readonly delivery: StoredDelivery,
    readonly attempt: number,
    readonly firstFailedAt: number | undefined,
    stopping: Stopping,
    readonly transaction?: AttemptTransaction,
  ) {
    this.#stopping = stopping;
  }

  get signal(): AbortSignal {
    return this.#stopping.signal;
  }
}

import type { Attempt, Consumer, Disposition, Inbox } from '../../inbox/inbox';
import type { StoreOptions } from '../../inbox/store-options';

/** One engine on one store that is empty at first. */
export interface Engine {
  /** An inbox on this store. Called again after `close`, it is the inbox of a restarted process. */
  make(options?: StoreOptions): Inbox;
}

/** The inboxes of one test. */
export interface Scene {
  open(options?: StoreOptions): Promise<Inbox>;
  /** Closes all that were opened. */
  end(): Promise<void>;
}

/** A test of the contract, with inboxes on one store. */
export type ContractTest = (scene: Scene) => Promise<void>;

/** Consumption of an inbox, and the attempts that it was handed. */
export interface Consumption {
  attempts: Attempt[];
  consumer: Consumer;
}

export type Answer = (attempt: Attempt) => Disposition | Promise<Disposition>;

export const done: Disposition = { next: 'done' };
export const dead: Disposition = { next: 'dead', error: 'never' };
export const retry = (inMs: number, hold = true): Disposition => ({ next: 'retry', inMs, hold, error: 'not yet' });

export function makeScene(engine: Engine): Scene {
  const opened: Inbox[] = [];
  return {
    async open(options) {
      const inbox = engine.make(options);
      await inbox.open();
      opened.push(inbox);
      return inbox;
    },
    async end() {
      for (const inbox of opened) await inbox.close();
    },
  };
}

/** Consumes with `answer`, and records what was handed out. */
export async function consume(inbox: Inbox, answer: Answer = () => done, concurrency = 8): Promise<Consumption> {
  const attempts: Attempt[] = [];
  const run = async (attempt: Attempt) => {
    attempts.push(attempt);
    return answer(attempt);
  };
  return { attempts, consumer: await inbox.consume(run, { concurrency }) };
}

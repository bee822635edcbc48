import type { InboxFault, InboxStatus, StoredDelivery } from '../inbox';
import type { Content } from './content';
import type { GroupCommit } from './group-commit';
import type { Tables } from './tables';

/** An inbox between `open` and `close`: its tables, and the one way to change them. */
export interface SqliteStore extends Pick<GroupCommit, 'write' | 'record' | 'keep' | 'mark'> {
  /** Whether ends of attempts wait because the disk accepts no writes. */
  isBehind(): boolean;
  /** What it promised when it was opened. */
  readonly status: InboxStatus;
  /** Rejects with the reason when nothing can be stored now. */
  probe(): Promise<void>;
  /** Like `write`, but removes no dead letters to make room. */
  readonly writeIfRoom: GroupCommit['write'];
  /** The tables of the file that is open now. Ask each time, because the saved copy replaces a lost file. */
  tables(): Tables;
  /** The number of rows. Every change must update it within its transaction. */
  readonly tally: Tally;
  /** Adds a dead letter within a transaction, and removes the oldest when there are too many. */
  bury(content: Content, error: string, attempts: number): void;
  /** Called for a delivery that was committed: it may be handed out. */
  stored(id: number, delivery: StoredDelivery): void;
  /** The same for a delivery that must be read from the file. */
  more(): void;
  /**
   * `stored` is called for each delivery that this process has committed. `more` is called whenever there may be others: after a
   * revival, and once a second for revivals by other processes. `fault` is called when something is wrong with the file, `superseded`
   * once another process works on it.
   */
  listen(listener: StoreListener): void;
  close(): void;
}

export interface StoreListener {
  stored(id: number, delivery: StoredDelivery): void;
  more(): void;
  fault(fault: InboxFault): void;
  superseded(): void;
}

export interface Tally {
  waiting: number;
  dead: number;
}

import type { InboxFault, InboxStatus } from '../inbox';
import type { Content } from './content';
import type { GroupCommit } from './group-commit';
import type { Tables } from './tables';

/** An inbox between `open` and `close`: its tables, and the one way to change them. */
export interface SqliteStore extends Pick<GroupCommit, 'write' | 'record' | 'keep' | 'mark'> {
  /** Whether ends of attempts wait for a disk that does not take them. */
  isBehind(): boolean;
  /** What it promised when it was opened. */
  readonly status: InboxStatus;
  /** Rejects where nothing could be stored now, with the reason. */
  probe(): Promise<void>;
  /** As `write`, but dead letters stay where there is no room. */
  readonly writeIfRoom: GroupCommit['write'];
  /** Of the file that is open now; asked for anew each time, since a lost file is replaced by what was saved of it. */
  tables(): Tables;
  /** How many rows there are; to be kept right by every change, within its transaction. */
  readonly tally: Tally;
  /** Adds a dead letter, and removes the oldest where there are too many; within a transaction. */
  bury(content: Content, error: string, attempts: number): void;
  /**
   * `more` is called whenever there may be more deliveries: after a commit, and once a second for those of other processes; `fault`
   * when something is wrong with the file; `superseded` once another process works on it.
   */
  listen(listener: StoreListener): void;
  close(): void;
}

export interface StoreListener {
  more(): void;
  fault(fault: InboxFault): void;
  superseded(): void;
}

export interface Tally {
  waiting: number;
  dead: number;
}

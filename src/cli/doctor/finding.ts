import type { Vendor } from '../../vendors';

/** `problem`: callbacks do not arrive, or do not do what they should. `warning`: they do for now. */
export type Level = 'problem' | 'warning';

/** Something that doctor found. */
export interface Finding {
  /** A name for scripts. */
  readonly id: string;
  readonly level: Level;
  /** Whose callbacks it concerns. */
  readonly vendors: readonly Vendor[];
  /** What was seen, with the values. */
  readonly seen: string;
  /** Why it matters. */
  readonly why: string;
  /** Where that is from: a document's number, a thread, a part of the server. */
  readonly source: string;
  /** What to change. */
  readonly change: string;
}

/** The words of a finding; whose callbacks it concerns is known to whoever runs the check. */
export type Found = Omit<Finding, 'vendors'>;

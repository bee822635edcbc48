import type { AnyCommand } from '../catalogue/command';
import type { Found } from './vendor-doctor';
import type { SenderFlags } from './vendor-flags';

/**
 * From the handlers of an app to what must be set at one vendor so that their callbacks come, and back. The command line asks:
 * `config` writes, `doctor --config` reads.
 */
export interface VendorSetUp {
  /** What must be set, part by part, in the order in which it is done. */
  write(wanted: Wanted): Advice;
  /** Whether a text looks like a configuration of this vendor's. Any text may be asked about. */
  reads(text: string): boolean;
  /** What is wrong with a configuration that {@link reads} takes. */
  examine(configured: Configured): readonly Found[];
}

export interface Wanted<F extends SenderFlags = SenderFlags> {
  /** The vendor's commands that the app has handlers for. */
  readonly commands: readonly AnyCommand[];
  /** `to` is the URL under which the vendor reaches the receiver. */
  readonly flags: F;
  /** Secrets stand in the result as they are, and not a placeholder. */
  readonly showsSecrets: boolean;
}

export interface Advice {
  readonly parts: readonly Part[];
  /** Handlers that get nothing from this vendor, or from this version of its server; one sentence each. */
  readonly silent: readonly string[];
}

/** One thing that is set in one place. */
export interface Part {
  /** For scripts: a file's name, or a word. */
  readonly name: string;
  /** Where it goes, and what to do there; a sentence or several. */
  readonly about: readonly string[];
  /** To be copied as it is. */
  readonly text?: string;
  /** A table for people: all rows have the same names. */
  readonly rows?: readonly Readonly<Record<string, string>>[];
}

/** A configuration as somebody has it. */
export interface Configured<F extends SenderFlags = SenderFlags> {
  readonly text: string;
  /** The names of the app's handlers; undefined where they are not known. */
  readonly handlers: readonly string[] | undefined;
  readonly flags: Partial<F>;
}

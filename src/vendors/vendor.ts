import type { AnyCommand } from '../catalogue/command';
import type { VendorCommandLine } from './vendor-command-line';

/**
 * A chat service as a value: all that differs from one vendor to the next. Whatever is not in this folder takes it from here and
 * compares no vendor's name. A new vendor is one folder beside `tencent` and `openim`, and one line in `index.ts`.
 */
export interface VendorValue<Name extends string, C extends AnyCommand> {
  /** The name of its option, and `event.vendor`. */
  readonly name: Name;
  /** Its name as people write it. */
  readonly label: string;
  /** Its commands by topic, in the order in which documents list them. */
  readonly topics: Readonly<Record<string, readonly AnyCommand[]>>;
  readonly commands: readonly C[];
  /** The same by every name. */
  readonly index: ReadonlyMap<string, AnyCommand>;
  /** What a field of this name means wherever it stands, unless the entry of a command says otherwise. */
  readonly vocabulary: Readonly<Record<string, string>>;
  /** What the command line and its doctor ask and say for it. A function, because receivers must not load it. */
  readonly commandLine: () => VendorCommandLine;
}

import type { AnyCommand, Phase, Vendor } from '../catalogue/command';
import { openimCommands } from './openim';
import { tencentCommands } from './tencent';

/** One command of the catalogue as plain data. */
export interface CommandRecord {
  readonly vendor: Vendor;
  /** The name on the wire. */
  readonly command: string;
  /** Spellings of other versions of the vendor's server. */
  readonly aliases: readonly string[];
  readonly phase: Phase;
  /** The option that handles it, e.g. `beforeGroupMsg`. */
  readonly handler: string;
  readonly summary: string;
}

/** The catalogue for people and programs: documents, command lines, a list of console switches to tick. */
export const commands: readonly CommandRecord[] = [...tencentCommands, ...openimCommands].map(
  ({ vendor, wire, aliases, phase, handler, summary }: AnyCommand) => ({
    vendor,
    command: wire,
    aliases,
    phase,
    handler,
    summary,
  }),
);

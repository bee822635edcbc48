import type { WireOf } from '../catalogue/command';
import type { CommandOf } from '../vendors';
import type { CommandNamed } from '../vendors/commands';

/** The wire name of any command. */
export type CommandName = CommandOf['wire'];

/** A command's body as it arrives. */
export type WireBody<W extends CommandName> = WireOf<CommandNamed<W>>;

import type { WireOf } from '../catalogue/command';
import type { CommandOf } from '../vendors';
import type { CommandNamed } from '../vendors/commands';

/** The wire name of any command. */
export type CommandName = CommandOf['wire'];

/** A command's body as it arrives. */
export type WireBody<W extends CommandName> = WireOf<CommandNamed<W>>;

/** A command by its wire name or by its handler, e.g. `onGroupMsg`. */
export type AnyName = CommandOf['wire' | 'handler'];

/** The wire names that a name stands for: of a handler, those of all vendors that it serves. */
export type WireNamed<N extends AnyName> = N extends CommandName ? N : Extract<CommandOf, { handler: N }>['wire'];

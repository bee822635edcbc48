import { type AnyCommand, type Command, indexByWire, type Phase } from '../catalogue/command';
import { nearestName } from '../options/nearest-name';
import { type CommandOf, type Vendor, vendorNamed, vendors } from '.';
import type { AnyVendor } from './vendor';

/** Any command of one of the vendors. */
// biome-ignore lint/suspicious/noExplicitAny: as in AnyCommand, commands of different bodies have no common body type
export type KnownCommand = Command<Vendor, string, string, Phase, any, any, any, boolean, boolean>;

/** All commands of all vendors, in the order of documents. */
export const allCommands = Object.values<AnyVendor>(vendors).flatMap(
  ({ commands }) => commands,
) as readonly KnownCommand[]; // each entry is made by the `command` function of its vendor

const index = indexByWire(allCommands);

/** A command's entry by its wire name. */
export type CommandNamed<W extends CommandOf['wire']> = Extract<CommandOf, { wire: W }>;

/** The command of this name, or of this alias; throws a `TypeError` when there is none. */
export function commandNamed(wire: string): KnownCommand {
  const command = index.get(wire);
  if (command === undefined) throw new TypeError(noCommand(wire));
  return command as KnownCommand; // the index is of allCommands
}

/**
 * The command that a wire name, an alias or a handler stands for. Most handlers serve several vendors: `isMeant` says which. Throws
 * a `TypeError` when there is none, or more than one.
 */
export function commandCalled(name: string, isMeant: (vendor: Vendor) => boolean = () => true): KnownCommand {
  if (index.has(name)) return commandNamed(name);
  const handled = allCommands.filter(({ handler }) => handler === name);
  if (handled.length === 0) throw new TypeError(noCommand(name));
  const meant = handled.filter(({ vendor }) => isMeant(vendor));
  const candidates = meant.length === 0 ? handled : meant;
  const [first, ...others] = candidates;
  if (first !== undefined && others.length === 0) return first;
  const wires = candidates.map(({ wire }) => `'${wire}'`);
  throw new TypeError(`${name} handles several commands; write one of ${wires.join(', ')}`);
}

function noCommand(name: string): string {
  const names = [...index.keys(), ...new Set(allCommands.map(({ handler }) => handler))];
  const nearest = nearestName(name, names);
  const hint =
    nearest === undefined ? `write a wire name, e.g. 'Group.CallbackBeforeSendMsg'` : `did you mean ${nearest}?`;
  return `no command is called ${name}; ${hint}`;
}

/** The command of a vendor's callback; undefined when this version does not know the command, or the vendor. */
export function commandOf(vendor: string, wire: string): KnownCommand | undefined {
  return vendorNamed(vendor)?.index.get(wire) as KnownCommand | undefined; // see allCommands
}

/** Whose command it is. */
export function vendorOf({ vendor }: Pick<AnyCommand, 'vendor'>): AnyVendor {
  return vendors[vendor as Vendor]; // see allCommands
}

/** One command of the catalogue as plain data. */
export interface CommandRecord {
  readonly vendor: Vendor;
  /** The name on the wire. */
  readonly command: string;
  /** Other spellings: of other versions of the vendor's server, or of another page of its documents. */
  readonly aliases: readonly string[];
  readonly phase: Phase;
  /** The option that handles it, e.g. `beforeGroupMsg`. */
  readonly handler: string;
  readonly summary: string;
  /** The title of its page in the vendor's Chinese documents; undefined where none is known. */
  readonly titleZh: string | undefined;
}

/** The catalogue for people and programs: documents, command lines, a list of console switches to tick. */
export const commands: readonly CommandRecord[] = Object.values(vendors).flatMap((vendor) =>
  vendor.commands.map(({ wire, aliases, phase, handler, summary, titleZh }: AnyCommand) => ({
    vendor: vendor.name,
    command: wire,
    aliases,
    phase,
    handler,
    summary,
    titleZh,
  })),
);

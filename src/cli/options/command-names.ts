import { nearestName } from '../../options/nearest-name';
import type { Vendor } from '../../vendors';
import type { KnownCommand } from '../../vendors/commands';
import { allCommands } from '../../vendors/commands';
import { usageError } from '../process/one-line-error';

export interface NamedCommand {
  readonly command: KnownCommand;
  /** The name to send it by: an older spelling where that was given, else the catalogue's. */
  readonly wire: string;
}

/**
 * The commands that a name stands for, whatever its case: a wire name, an older spelling, a handler, an event or a
 * Chinese title.
 */
function commandsNamed(name: string, vendor?: Vendor): NamedCommand[] {
  const wanted = name.toLowerCase();
  const offered = vendor === undefined ? allCommands : allCommands.filter((command) => command.vendor === vendor);
  const byWire = offered.flatMap((command) => {
    // The case counts where two spellings differ in nothing else.
    const spellings = [command.wire, ...command.aliases];
    const wire = spellings.find((one) => one === name) ?? spellings.find((one) => one.toLowerCase() === wanted);
    return wire === undefined ? [] : [{ command, wire }];
  });
  if (byWire.length > 0) return byWire;
  const byName = (of: (command: KnownCommand) => string | undefined) =>
    offered.filter((command) => of(command)?.toLowerCase() === wanted);
  const found = [byName(({ handler }) => handler), byName(({ event }) => event), byName(({ titleZh }) => titleZh)];
  return (found.find((some) => some.length > 0) ?? []).map((command) => ({ command, wire: command.wire }));
}

/** The one command that a name stands for; throws a usage error that lists the candidates if there are several. */
export function oneCommandNamed(name: string, vendor?: Vendor): NamedCommand {
  const [first, ...others] = someCommandsNamed(name, vendor);
  if (others.length === 0) return first;
  const choices = [first, ...others].map(({ wire, command }) => `${wire} (${command.vendor})`).join(', ');
  throw usageError(`${name} stands for several commands; write one of: ${choices}`);
}

/** All commands that a name stands for; throws a usage error if there is none. */
export function someCommandsNamed(name: string, vendor?: Vendor): [NamedCommand, ...NamedCommand[]] {
  const [first, ...others] = commandsNamed(name, vendor);
  if (first === undefined) throw usageError(noSuchCommand(name, vendor));
  return [first, ...others];
}

function noSuchCommand(name: string, vendor: Vendor | undefined): string {
  const [elsewhere] = commandsNamed(name);
  if (vendor !== undefined && elsewhere !== undefined)
    return `${name} is a command of ${elsewhere.command.vendor}, not of ${vendor}; write --vendor ${elsewhere.command.vendor}`;
  const suggested = namesLike(name);
  const hint = suggested === undefined ? '; ' : `; did you mean ${suggested}? `;
  return `there is no command or event called ${name}${hint}im-callbacks list shows all`;
}

/** Up to three names that contain this text; else the one that is nearest to it, if any is near. */
export function namesLike(text: string): string | undefined {
  const containing = allNames.filter((one) => one.toLowerCase().includes(text.toLowerCase())).slice(0, 3);
  return containing.length > 0 ? containing.join(', ') : nearestName(text, allNames);
}

const allNames = [
  ...new Set(
    allCommands.flatMap(({ wire, aliases, handler, event, titleZh }) => [
      wire,
      handler,
      event,
      ...aliases,
      ...(titleZh === undefined ? [] : [titleZh]),
    ]),
  ),
];

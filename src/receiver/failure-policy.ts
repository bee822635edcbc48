import type { AnyCommand, FailurePolicy } from '../catalogue/command';
import type { SharedSettings } from '../flow/settings';
import type { Rule } from '../options/check';
import { allCommands } from '../vendors/commands';
import type { LooseOptions } from './options';

/** The policy of each before-command: what the option says of it, else of all, else what the catalogue says. */
export function policyOf(given: NonNullable<LooseOptions['failurePolicy']>): SharedSettings['policyOf'] {
  if (typeof given === 'string') return () => given;
  const byWire: Readonly<Record<string, FailurePolicy | undefined>> = given;
  const own = new Map(allCommands.map((command) => [command.wire, command.failurePolicy]));
  return (wire) => byWire[wire] ?? byWire.default ?? own.get(wire) ?? 'allow';
}

const isPolicy = (value: unknown): value is FailurePolicy => value === 'allow' || value === 'refuse';

export function policyRule(commands: readonly AnyCommand[]): Rule {
  const wires = new Set(['default', ...commands.filter(({ phase }) => phase === 'before').map(({ wire }) => wire)]);
  return (value) => {
    if (isPolicy(value)) return undefined;
    if (typeof value !== 'object' || value === null) return `'allow', 'refuse', or one of them for each command`;
    for (const [wire, policy] of Object.entries(value)) {
      if (!wires.has(wire)) return `keyed by wire names of before-commands, or default; ${wire} is none`;
      if (!isPolicy(policy)) return `'allow' or 'refuse' for ${wire}`;
    }
    return undefined;
  };
}

import type { AnyCommand, FailurePolicy } from '../catalogue/command';
import type { SharedSettings } from '../flow/settings';
import type { Rule } from '../options/check';
import { nearestName } from '../options/nearest-name';
import { allCommands } from '../vendors/commands';
import type { LooseOptions } from './options';

/** The policy of each before-command: what the option says of it, else of all, else what the catalogue says. */
export function policyOf(given: NonNullable<LooseOptions['failurePolicy']>): SharedSettings['policyOf'] {
  if (typeof given === 'string') return () => given;
  const byName: Readonly<Record<string, FailurePolicy | undefined>> = given;
  const own = new Map(
    allCommands.map(({ wire, handler, failurePolicy }) => {
      return [wire, byName[wire] ?? byName[handler] ?? byName.default ?? failurePolicy];
    }),
  );
  return (wire) => own.get(wire) ?? byName.default ?? 'allow';
}

const isPolicy = (value: unknown): value is FailurePolicy => value === 'allow' || value === 'refuse';

export function policyRule(commands: readonly AnyCommand[]): Rule {
  const before = commands.filter(({ phase }) => phase === 'before');
  const names = new Set(['default', ...before.flatMap(({ wire, handler }) => [wire, handler])]);
  return (value) => {
    if (isPolicy(value)) return undefined;
    if (typeof value !== 'object' || value === null) return `'allow', 'refuse', or one of them for each command`;
    for (const [name, policy] of Object.entries(value)) {
      if (!names.has(name))
        return `keyed by handlers or wire names of before-commands, or default; ${strange(name, names)}`;
      if (!isPolicy(policy)) return `'allow' or 'refuse' for ${name}`;
    }
    return undefined;
  };
}

function strange(name: string, names: ReadonlySet<string>): string {
  const nearest = nearestName(name, [...names]);
  return nearest === undefined ? `${name} is not one of them` : `${name} is not one of them (did you mean ${nearest}?)`;
}

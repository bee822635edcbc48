import type { Command } from 'commander';
import type { AnyCommand, Phase, Vendor } from '../../catalogue/command';
import { phaseOption, vendorOption } from '../options/values';
import { exitCode } from '../process/exit-code';
import { table } from '../report/table';
import { terminal } from '../report/terminal';
import { catalogue } from './catalogue';

interface ListOptions {
  vendor?: Vendor;
  phase?: Phase;
  json?: boolean;
}

export function addList(program: Command): void {
  program
    .command('list')
    .argument('[pattern]', 'part of a command, handler or summary; * stands for anything')
    .description('List the commands: phase, handler option, summary.')
    .addOption(vendorOption())
    .addOption(phaseOption())
    .option('--json', 'as JSON: what `commands` of the package is')
    .addHelpText('after', examples)
    .action(list);
}

const examples = `
Examples:
  im-callbacks list
  im-callbacks list readreceipt
  im-callbacks list 'Group.*SendMsg' --phase before
  im-callbacks list --vendor openim --json | jq -r '.[].command'

Exits with 1 when nothing matches.`;

function list(pattern: string | undefined, { vendor, phase, json }: ListOptions): void {
  const out = terminal({ json });
  const matches = matcher(pattern ?? '');
  const found = catalogue.filter(
    (command) =>
      (vendor === undefined || command.vendor === vendor) &&
      (phase === undefined || command.phase === phase) &&
      matches(command),
  );
  if (found.length === 0) process.exitCode = exitCode.notAsItShouldBe;
  if (json) return out.json(found.map(recordOf));
  if (found.length === 0) return out.note(`No command matches ${pattern ?? 'that'}; im-callbacks list shows all.`);
  const rows = found.map(({ wire, phase: when, handler, summary }) => [wire, when, handler, summary]);
  for (const line of table(rows, out.columns)) out.print(line);
}

function matcher(pattern: string): (command: AnyCommand) => boolean {
  const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  const wanted = new RegExp(source, 'i');
  return ({ wire, aliases, handler, summary }) =>
    [wire, ...aliases, handler, summary].some((text) => wanted.test(text));
}

const recordOf = ({ vendor, wire, aliases, phase, handler, summary, titleZh }: AnyCommand) => ({
  vendor,
  command: wire,
  aliases,
  phase,
  handler,
  summary,
  titleZh,
});

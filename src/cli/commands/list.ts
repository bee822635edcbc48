import type { Command } from 'commander';
import type { Phase } from '../../catalogue/command';
import type { Vendor } from '../../vendors';
import { type CommandRecord, commands } from '../../vendors/commands';
import { namesLike } from '../options/command-names';
import { helpText } from '../options/help-text';
import { phaseOption, vendorOption } from '../options/values';
import { exitCode } from '../process/exit-code';
import { table } from '../terminal/table';
import { terminal } from '../terminal/terminal';

interface ListOptions {
  vendor?: Vendor;
  phase?: Phase;
  json?: boolean;
}

export function addList(program: Command): void {
  program
    .command('list')
    .argument('[pattern]', 'part of a command, handler, summary or Chinese title; * stands for anything')
    .description('List the commands: phase, handler option, summary.')
    .addOption(vendorOption())
    .addOption(phaseOption())
    .option('--json', 'as JSON, like `commands` of the package')
    .addHelpText('after', helpText('list', { examples, exits: 'Exits with 1 when nothing matches.' }))
    .action(list);
}

const examples = ['im-callbacks list', 'im-callbacks list readreceipt', 'im-callbacks list 群内发言'];

function list(pattern: string | undefined, { vendor, phase, json }: ListOptions): void {
  const out = terminal({ json });
  const matches = matcher(pattern ?? '');
  const found = commands.filter(
    (command) =>
      (vendor === undefined || command.vendor === vendor) &&
      (phase === undefined || command.phase === phase) &&
      matches(command),
  );
  if (found.length === 0) process.exitCode = exitCode.notAsItShouldBe;
  if (json) return out.json(found);
  if (found.length === 0) return out.note(`No command matches ${pattern ?? 'that'}; ${hintFor(pattern)}`);
  // A user who searches for a title knows the command by it.
  const inChinese = /\p{Script=Han}/u.test(pattern ?? '');
  const rows = found.map(({ command, phase: when, handler, summary, titleZh = '' }) => [
    command,
    when,
    handler,
    ...(inChinese ? [titleZh] : []),
    summary,
  ]);
  for (const line of table(rows, out.columns)) out.print(line);
}

function hintFor(pattern: string | undefined): string {
  const meant = pattern === undefined ? undefined : namesLike(pattern);
  return `${meant === undefined ? '' : `did you mean ${meant}? `}im-callbacks list shows all.`;
}

function matcher(pattern: string): (command: CommandRecord) => boolean {
  const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  const wanted = new RegExp(source, 'i');
  return ({ command, aliases, handler, summary, titleZh = '' }) =>
    [command, ...aliases, handler, summary, titleZh].some((text) => wanted.test(text));
}

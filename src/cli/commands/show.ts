import type { Command } from 'commander';
import { isAnswered } from '../../catalogue/command';
import { pathsOf } from '../../codecs';
import { fieldsOf } from '../../schema/meaning';
import type { Vendor } from '../../vendors';
import type { KnownCommand } from '../../vendors/commands';
import { someCommandsNamed } from '../options/command-names';
import { helpText } from '../options/help-text';
import { vendorOption } from '../options/values';
import { table } from '../terminal/table';
import { paint, type Terminal, terminal } from '../terminal/terminal';

export function addShow(program: Command): void {
  program
    .command('show')
    .argument('<command>', 'a command, handler, event or Chinese title, e.g. Group.CallbackAfterSendMsg or onGroupMsg')
    .description('Show what a command carries: fields, verdicts, pitfalls, a sample.')
    .addOption(vendorOption())
    .option('--json', 'as JSON; a list where a name stands for several commands')
    .addHelpText('after', helpText('show', { examples: ['im-callbacks show onReadReceipt'] }))
    .action(show);
}

function show(name: string, { vendor, json }: { vendor?: Vendor; json?: boolean }): void {
  const out = terminal({ json });
  const found = someCommandsNamed(name, vendor).map(({ command }) => command);
  if (json) {
    const records = found.map(shownCommand);
    return out.json(records.length === 1 ? records[0] : records);
  }
  for (const [i, command] of found.entries()) {
    if (i > 0) out.print();
    printCommand(out, command);
  }
}

function printCommand(out: Terminal, command: KnownCommand): void {
  const { wire, vendor, summary, aliases, handler, phase, source, titleZh, quirks, sample } = command;
  out.print(paint('bold', wire));
  out.print(summary);
  const facts = [
    ['vendor', vendor],
    ['handler', `${handler}, ${phase} the fact`],
    ...(aliases.length > 0 ? [['aliases', aliases.join(', ')]] : []),
    ['source', source],
    ...(titleZh === undefined ? [] : [['title', titleZh]]),
  ];
  section(out, '', table(facts));
  const fields = fieldsOf(command).map(({ path, type, required, meaning }) => [
    path,
    type,
    path.endsWith('[]') || !required ? '' : 'required',
    meaning ?? '',
  ]);
  section(
    out,
    'Fields',
    fields.length > 0 ? table(fields, out.columns && out.columns - 2) : ['no document shows the body'],
  );
  section(out, 'Verdicts', verdicts(command));
  section(out, 'Pitfalls', quirks);
  section(out, 'Sample', JSON.stringify(sample, null, 2).split('\n'));
}

function section(out: Terminal, title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  if (title !== '') {
    out.print();
    out.print(paint('bold', title));
  }
  for (const line of lines) out.print(`  ${line}`);
}

/** What a before-handler may return, and what the vendor reads. */
function verdicts({ phase, refusal, rewrite, drops, failurePolicy }: KnownCommand): string[] {
  if (phase !== 'before') return [];
  const own = refusal.own === undefined ? '' : `, or one of your own from ${refusal.own[0]} to ${refusal.own[1]}`;
  const fields = rewrite === undefined ? [] : pathsOf(rewrite).map(({ path }) => path);
  return [
    'allow()',
    `refuse(): code ${refusal.plain}${own}`,
    ...(fields.length > 0 ? [`rewrite(): ${fields.join(', ')}`] : []),
    ...(drops ? ['drop()'] : []),
    ...(failurePolicy === 'refuse' ? ['without a verdict it is refused'] : []),
  ];
}

function shownCommand(command: KnownCommand): object {
  const { vendor, wire, aliases, phase, handler, event, summary, source, titleZh, refusal, rewrite, drops } = command;
  return {
    vendor,
    command: wire,
    aliases,
    phase,
    handler,
    event,
    summary,
    source,
    titleZh,
    fields: fieldsOf(command).map(({ meaning = null, ...field }) => ({ ...field, meaning })),
    verdicts:
      phase === 'before'
        ? { refuse: refusal, rewrite: rewrite === undefined ? [] : pathsOf(rewrite), drop: drops }
        : null,
    answer: isAnswered(command) && rewrite !== undefined ? pathsOf(rewrite) : null,
    quirks: command.quirks,
    sample: command.sample,
  };
}

import type { Command } from 'commander';
import type { DeadLetter } from '../../inbox/inbox';
import { wholeNumber } from '../options/values';
import { exitCode } from '../process/exit-code';
import { interrupted } from '../process/interrupt';
import { usageError } from '../process/one-line-error';
import { table } from '../terminal/table';
import { type Terminal, terminal } from '../terminal/terminal';
import { addMigrate } from './inbox-migrate';
import { type InboxStore, openInboxStore, type StoreFlags, storeOption } from './inbox-store';

interface InboxFlags extends StoreFlags {
  json?: boolean;
}

export function addInbox(program: Command): void {
  const inbox = program
    .command('inbox')
    .description('Inspect an inbox and revive dead letters, also while the app runs.');
  storeOptions(
    inbox
      .command('stats')
      .description('Show counts of waiting deliveries and dead letters, and the age of the oldest.'),
  ).action(stats);
  storeOptions(inbox.command('dead').description('List dead letters, oldest first, without their bodies.'))
    .option('--limit <n>', 'how many to list', wholeNumber(1, 100_000), 100)
    .option('--bodies', 'with --json: the bodies too; they hold what users wrote')
    .action(dead);
  storeOptions(inbox.command('revive').description('Queue dead letters again, with the count of attempts reset.'))
    .argument('[id]', 'as inbox dead shows it')
    .option('--all', 'all dead letters that there are now')
    .action(revive);
  addMigrate(inbox);
  inbox.addHelpText('after', examples);
}

function storeOptions(command: Command): Command {
  return command
    .addOption(storeOption())
    .option('--schema <name>', "PostgreSQL: the inbox's option schema (default: im_inbox)")
    .option('--queue <name>', "Redis: the inbox's option queue (default: inbox)")
    .option('--prefix <text>', "Redis: the inbox's option prefix (default: {im-callbacks})")
    .option('--json', 'as JSON');
}

const examples = `
Examples:
  im-callbacks inbox stats --store inbox.db
  im-callbacks inbox dead --store inbox.db --json | jq -r '.[].error'
  im-callbacks inbox revive 7 --store inbox.db
  im-callbacks inbox migrate --store postgres://admin@127.0.0.1/app
  IM_CALLBACK_INBOX=redis://:password@127.0.0.1:6379 im-callbacks inbox revive --all

Exits with 1 when there is no dead letter with this id, or with --all none at all. The app that works on the inbox handles
what is revived within a second or so, or when it starts.`;

async function stats({ json, ...where }: InboxFlags): Promise<void> {
  await withStore(where, async (inbox) => {
    const out = terminal({ json });
    const counted = await inbox.stats();
    if (json) return out.json(counted);
    const { waiting, running, dead: buried, oldestMs } = counted;
    const rows = [
      ['waiting', String(waiting)],
      ...(running === undefined ? [] : [['running', String(running)]]),
      ['dead', String(buried)],
      ['oldest', oldestMs === null ? '-' : `${Math.round(oldestMs / 1000)} s`],
    ];
    for (const line of table(rows)) out.print(line);
  });
}

async function dead({
  json,
  limit,
  bodies,
  ...where
}: InboxFlags & { limit: number; bodies?: boolean }): Promise<void> {
  await withStore(where, async (inbox) => {
    const out = terminal({ json });
    const letters = await inbox.dead({ limit });
    if (json) return out.json(letters.map((letter) => shownLetter(letter, bodies === true)));
    if (letters.length === 0) return out.print('no dead letters');
    for (const line of table([['id', 'command', 'received', 'attempts', 'error'], ...letters.map(rowOf)], out.columns))
      out.print(line);
  });
}

const time = (ms: number) => new Date(ms).toISOString();

function rowOf({ id, delivery, attempts, error }: DeadLetter): string[] {
  return [id, delivery.wire, time(delivery.receivedAt), String(attempts), error.split(/\r?\n/)[0] ?? ''];
}

function shownLetter({ id, delivery, attempts, error, diedAt }: DeadLetter, withBody: boolean): object {
  const { body, ...about } = delivery;
  return { id, error, attempts, diedAt, ...about, ...(withBody && { body: JSON.parse(body) }) };
}

async function revive(id: string | undefined, { json, all, ...where }: InboxFlags & { all?: boolean }): Promise<void> {
  if (id === undefined && !all) throw usageError('which one? Write its id, as inbox dead shows it, or --all');
  if (id !== undefined && all) throw usageError(`--all revives every dead letter; leave ${id} or --all out`);
  await withStore(where, async (inbox) => {
    const out = terminal({ json });
    const signal = interrupted();
    const revived = id === undefined ? await reviveAll(inbox, signal) : Number(await inbox.revive(id));
    if (revived === 0 && !signal.aborted) process.exitCode = exitCode.notAsItShouldBe;
    if (json) return out.json({ revived });
    sayRevived(out, id, revived);
  });
}

function sayRevived(out: Terminal, id: string | undefined, revived: number): void {
  if (id !== undefined && revived === 0) return out.note(`There is no dead letter ${id}; inbox dead lists them.`);
  out.print(`${revived} revived`);
}

/** Revives the letters that are dead now. One that fails again meanwhile is not revived a second time. */
async function reviveAll(inbox: InboxStore, signal: AbortSignal): Promise<number> {
  const begunAt = Date.now();
  const tried = new Set<string>();
  let revived = 0;
  while (!signal.aborted) {
    const letters = await inbox.dead({ limit: 100 });
    const due = letters.filter(({ id, diedAt }) => diedAt <= begunAt && !tried.has(id));
    if (due.length === 0) break;
    for (const { id } of due) {
      tried.add(id);
      if (await inbox.revive(id)) revived += 1;
    }
  }
  return revived;
}

async function withStore(where: StoreFlags, use: (inbox: InboxStore) => Promise<void>): Promise<void> {
  const inbox = await openInboxStore(where);
  try {
    await use(inbox);
  } finally {
    await inbox.close();
  }
}

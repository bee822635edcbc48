import { type Command, Option } from 'commander';
import type { Vendor } from '../../vendors';
import type { KnownCommand } from '../../vendors/commands';
import { distinctBody } from '../bodies/distinct-body';
import { oneCommandNamed } from '../options/command-names';
import { helpText } from '../options/help-text';
import { addSenderOptions, type SenderFlags, senderFor } from '../options/sender-flags';
import { duration, positive, repeatable, share, vendorOption, wholeNumber } from '../options/values';
import { refuseIgnored } from '../options/vendor-flags';
import { exitCode } from '../process/exit-code';
import { interrupted } from '../process/interrupt';
import { usageError } from '../process/one-line-error';
import { plural } from '../report/phrases';
import { makeReasons } from '../report/reasons';
import { printStorm } from '../report/storm-report';
import { makeTally } from '../report/tally';
import { paced } from '../schedule/paced';
import { type StormPlan, stormPlan, usualCommands } from '../schedule/storm-plan';
import { concealer } from '../secrets/conceal';
import { shownUrl } from '../secrets/shown-request';
import { progressBar } from '../terminal/progress-bar';
import { terminal } from '../terminal/terminal';

type StormFlags = SenderFlags & {
  readonly vendor: Vendor;
  readonly command: string[];
  readonly rate: number;
  readonly duration: number;
  readonly count?: number;
  readonly concurrency: number;
  readonly conversations: number;
  readonly duplicates: number;
  readonly reorder: number;
  readonly late: number;
  readonly lateBy: number;
  readonly lost: number;
  readonly seed?: number;
  readonly json?: boolean;
};

const mostEvents = 1_000_000;

export function addStorm(program: Command): void {
  const storm = program
    .command('storm')
    .description('Send as real senders do: in parallel, repeated, out of order, late, lost. Bounded and repeatable.')
    .addOption(vendorOption().makeOptionMandatory());
  addSenderOptions(storm)
    .addOption(repeatable('--command <name>', 'send these instead of the most frequent ones'))
    .option('--rate <n>', 'events a second', positive(10_000), 50)
    .addOption(new Option('--duration <time>', 'how long to run').argParser(duration('60m')).default(10_000, '10s'))
    .addOption(
      new Option('--count <n>', 'how many events, instead of --duration').argParser(wholeNumber(1, mostEvents)),
    )
    .option('--concurrency <n>', 'the most requests running or queued at once', wholeNumber(1, 10_000), 1000)
    .option('--conversations <n>', 'how many groups and chats the events belong to', wholeNumber(1, 100_000), 20)
    .addOption(new Option('--duplicates <share>', 'how many arrive twice').argParser(share).default(0.05, '5%'))
    .addOption(new Option('--reorder <share>', 'how many arrive after later ones').argParser(share).default(0.05, '5%'))
    .addOption(new Option('--late <share>', 'how many arrive --late-by later').argParser(share).default(0.01, '1%'))
    .addOption(new Option('--late-by <time>', 'how late').argParser(duration('60m')).default(3000, '3s'))
    .addOption(new Option('--lost <share>', 'how many never arrive').argParser(share).default(0.01, '1%'))
    .option('--seed <n>', 'the same seed sends the same requests', wholeNumber(0, 2 ** 32 - 1))
    .option('--json', 'as JSON')
    .addHelpText('after', helpText('storm', help))
    .action(run);
}

const help = {
  notes: [
    'The seed decides which events are sent, with which bodies, and when; only signatures and trace IDs differ. With --json, mostOften has the most frequent reason for a failure.',
  ],
  exits: 'Exits with 0 when every callback got a valid reply, whatever the verdict; otherwise with 1.',
};

async function run(flags: StormFlags, command: Command): Promise<void> {
  refuseIgnored(command, flags.vendor);
  const out = terminal(flags);
  const { vendor, rate, seed = Math.floor(Math.random() * 2 ** 32) } = flags;
  const plan = planFor(flags, seed);
  const { requests } = plan;
  const sender = senderFor(vendor, flags);
  const tally = makeTally();
  const reasons = makeReasons(concealer(flags));
  const signal = interrupted();
  signal.addEventListener('abort', sender.close);
  out.note(
    `${plural(requests.length, 'request')} at ${rate} a second to ${shownUrl(flags)}; repeat it with --seed ${seed}`,
  );

  const bar = progressBar(out, requests.length, tally);
  const startedAt = performance.now();
  const pace = { times: requests.map(({ at }) => at), concurrency: flags.concurrency, signal };
  await paced(pace, async (i) => {
    const planned = requests[i];
    if (planned === undefined) return;
    const sent = await sender.sendAny(planned.command.wire, distinctBody(planned.command, planned));
    if (signal.aborted) return; // aborted by Ctrl-C, not by the receiver
    tally.add(sent);
    reasons.add(sent);
    bar.step();
  });
  bar.end();
  sender.close();

  const seconds = Math.round(performance.now() - startedAt) / 1000;
  process.exitCode = exitOf(signal, tally.failed);
  const { requests: _all, ...planned } = plan;
  if (flags.json) {
    const mostOften = reasons.usual ?? null;
    return out.json({ seed, seconds, planned: { requests: requests.length, ...planned }, ...tally.summary, mostOften });
  }
  printStorm(out, plan, tally, seconds, seed, reasons);
}

function planFor(flags: StormFlags, seed: number): StormPlan {
  const { rate, duration: forMs } = flags;
  const count = flags.count ?? Math.max(1, Math.round((rate * forMs) / 1000));
  if (count > mostEvents)
    throw usageError(`${count} events are too many; at most ${mostEvents}: lower --rate or --duration`);
  return stormPlan({
    seed,
    count,
    ratePerSecond: rate,
    commands: commandsOf(flags),
    conversations: flags.conversations,
    duplicates: flags.duplicates,
    reordered: flags.reorder,
    late: flags.late,
    lateMs: flags.lateBy,
    lost: flags.lost,
  });
}

function commandsOf({ command, vendor }: StormFlags): KnownCommand[] {
  if (command.length === 0) return usualCommands(vendor);
  return command.map((name) => oneCommandNamed(name, vendor).command);
}

function exitOf(signal: AbortSignal, failed: number): number {
  if (signal.aborted) return exitCode.interrupted;
  return failed > 0 ? exitCode.notAsItShouldBe : exitCode.done;
}

import { type Command, Option } from 'commander';
import { type Vendor, vendors } from '../../vendors';
import { commandOf } from '../../vendors/commands';
import { type BodyFlags, bodyFor, type ToSend } from '../bodies/body-for';
import { vendorNames } from '../command-lines';
import { oneCommandNamed } from '../options/command-names';
import { helpText } from '../options/help-text';
import { addSenderOptions, type SenderFlags, senderFor } from '../options/sender-flags';
import { positive, repeatable, vendorOption, wholeNumber } from '../options/values';
import { refuseIgnored } from '../options/vendor-flags';
import { interrupted } from '../process/interrupt';
import { usageError } from '../process/one-line-error';
import { or } from '../report/phrases';
import { printEach, printOne, printSummary, type SentCallback, sentRecord } from '../report/sent-report';
import { exitCodeOf, makeTally } from '../report/tally';
import { evenTimes, paced } from '../schedule/paced';
import { progressBar } from '../terminal/progress-bar';
import { terminal } from '../terminal/terminal';

type SendFlags = SenderFlags &
  BodyFlags & {
    readonly all?: boolean;
    readonly asIs?: boolean;
    readonly count: number;
    readonly rate?: number;
    readonly concurrency: number;
    readonly verbose?: boolean;
    readonly json?: boolean;
  };

/** Callbacks that --json lists one by one; what comes after them is only counted. */
const mostListed = 1000;

export function addSend(program: Command): void {
  const send = program
    .command('send')
    .argument('[command]', 'a command, handler or event, e.g. Group.CallbackBeforeSendMsg or beforeGroupMsg')
    .description('Send a callback exactly as the vendor sends it, and print what the vendor concludes from the reply.')
    .addOption(vendorOption());
  addSenderOptions(send)
    .addOption(repeatable('--set <path=value>', 'change a field of the sample; path:=json for JSON'))
    .option('--body <file>', 'send this JSON instead of the sample; - for stdin')
    .addOption(
      new Option('--all', 'every command of --vendor once, with its sample').conflicts(['set', 'body', 'count']),
    )
    .option('--as-is', 'send any name as a command of --vendor, even one that the catalogue does not have')
    .option('--count <n>', 'how many to send, each a separate event', wholeNumber(1, 1_000_000), 1)
    .option('--rate <n>', 'at most this many a second', positive(100_000))
    .option('--concurrency <n>', 'at most this many at once', wholeNumber(1, 1000), 1)
    .option('--verbose', 'show the request too')
    .option('--json', 'as JSON, with the request')
    .addHelpText('after', helpText('send', { exits }))
    .action(run);
}

const exits =
  'Exits with 0 when every callback was allowed, changed or acknowledged; 3 when one was refused or dropped; 1 when one failed; 2 when the command line is wrong.';

async function run(name: string | undefined, given: SendFlags, command: Command): Promise<void> {
  const out = terminal(given);
  const callbacks = whatToSend(name, given);
  const [one] = callbacks; // all of one vendor
  if (one === undefined) return;
  const flags = { ...given, vendor: one.vendor };
  refuseIgnored(command, one.vendor);
  const body = bodyFor(flags, (hint) => out.note(hint));
  const sender = senderFor(one.vendor, flags);
  const tally = makeTally();
  const bar = progressBar(out, callbacks.length, tally);
  const listed: SentCallback[] = [];
  const signal = interrupted();
  signal.addEventListener('abort', sender.close);

  await paced({ times: evenTimes(callbacks.length, flags.rate), concurrency: flags.concurrency, signal }, async (i) => {
    const callback = callbacks[i];
    if (callback === undefined) return;
    const sent = await sender.sendAny(callback.wire, body(callback, i));
    if (signal.aborted) return; // aborted by Ctrl-C, not by the receiver
    tally.add(sent);
    bar.step();
    if (listed.length < mostListed) listed.push({ wire: callback.wire, phase: callback.command?.phase, sent });
  });
  bar.end();
  sender.close();

  if (!signal.aborted) process.exitCode = exitCodeOf(tally);
  const first = listed[0];
  if (flags.json) return out.json({ ...tally.summary, callbacks: listed.map((sent) => sentRecord(sent, flags)) });
  if (callbacks.length === 1) return first && printOne(out, first, flags);
  if (flags.all) printEach(out, listed, flags);
  printSummary(out, tally);
}

function whatToSend(name: string | undefined, { all, asIs, vendor, count }: SendFlags): ToSend[] {
  if (all) {
    if (name !== undefined) throw usageError(`--all sends every command; leave ${name} out`);
    const chosen = required('--all', vendor);
    return vendors[chosen].commands.map((command) => ({ vendor: chosen, wire: command.wire, command }));
  }
  if (name === undefined) throw usageError('which command? Write its name, or --all; im-callbacks list shows them');
  return Array<ToSend>(count).fill(asIs ? anyCommand(name, required('--as-is', vendor)) : known(name, vendor));
}

function required(option: string, vendor: Vendor | undefined): Vendor {
  if (vendor !== undefined) return vendor;
  throw usageError(`${option} needs ${or(vendorNames.map((name) => `--vendor ${name}`))}`);
}

function known(name: string, vendor: Vendor | undefined): ToSend {
  const { wire, command } = oneCommandNamed(name, vendor);
  return { vendor: command.vendor, wire, command };
}

function anyCommand(wire: string, vendor: Vendor): ToSend {
  const command = commandOf(vendor, wire);
  return { vendor, wire, ...(command && { command }) };
}

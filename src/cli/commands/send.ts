import { type Command, Option } from 'commander';
import type { Vendor } from '../../vendors';
import { type BodyFlags, bodyFor, type ToSend } from '../bodies/body-for';
import { refuseIgnored } from '../options/ignored-options';
import { mistake } from '../options/mistake';
import { addSenderOptions, type SenderFlags, senderFor } from '../options/sender-options';
import { positive, vendorOption, wholeNumber } from '../options/values';
import { exitCode } from '../process/exit-code';
import { interrupted } from '../process/interrupt';
import { progressBar } from '../report/progress-bar';
import { printEach, printOne, printSummary, type SentCallback, sentRecord } from '../report/sent-report';
import { exitCodeOf, makeTally } from '../report/tally';
import { terminal } from '../report/terminal';
import { evenTimes, paced } from '../storm/paced';
import { catalogue, oneCommandNamed } from './catalogue';

interface SendFlags extends SenderFlags, BodyFlags {
  vendor?: Vendor;
  all?: boolean;
  asIs?: boolean;
  count: number;
  rate?: number;
  concurrency: number;
  verbose?: boolean;
  json?: boolean;
}

/** Callbacks that --json lists one by one; what comes after them is only counted. */
const mostListed = 1000;

export function addSend(program: Command): void {
  const send = program
    .command('send')
    .argument('[command]', 'a command, handler or event, e.g. Group.CallbackBeforeSendMsg or beforeGroupMsg')
    .description("Send a callback in the sender's exact form, and say what the sender concludes from the reply.")
    .addOption(vendorOption());
  addSenderOptions(send)
    .option('--set <path=value>', 'change a field of the sample; path:=json for JSON; may be given again', collect, [])
    .option('--body <file>', "this JSON in the sample's place; - for stdin")
    .addOption(
      new Option('--all', "every command of --vendor's once, with its sample").conflicts(['set', 'body', 'count']),
    )
    .option('--as-is', 'send any name to --vendor, also one that the catalogue does not know')
    .option('--count <n>', 'so many, each an event of its own', wholeNumber(1, 1_000_000), 1)
    .option('--rate <n>', 'at most so many a second', positive(100_000))
    .option('--concurrency <n>', 'at most so many at once', wholeNumber(1, 1000), 1)
    .option('--verbose', 'show the request too')
    .option('--json', 'as JSON, with the request')
    .addHelpText('after', examples)
    .action(run);
}

const collect = (value: string, before: string[]) => [...before, value];

const examples = `
Examples:
  im-callbacks send Group.CallbackBeforeSendMsg --to http://127.0.0.1:3000/im-callback
  im-callbacks send beforeGroupMsg --vendor tencent --set 'MsgBody[0].MsgContent.Text=buy spam' --to …
  im-callbacks send callbackAfterSendGroupMsgCommand --server-version 3.4 --to http://127.0.0.1:3000/im-callback
  im-callbacks send onGroupMsg --vendor openim --count 1000 --rate 200 --concurrency 20 --to …
  im-callbacks send --all --vendor tencent --json --to …

Exits with 0 when all was allowed, changed or acknowledged; 3 when something was refused or dropped; 1 when a callback
failed; 2 when the command line is wrong.`;

async function run(name: string | undefined, flags: SendFlags, command: Command): Promise<void> {
  const out = terminal(flags);
  const callbacks = whatToSend(name, flags);
  const [one] = callbacks; // all of one vendor
  if (one !== undefined) refuseIgnored(command, one.vendor);
  const body = bodyFor(flags);
  const senders = { tencent: senderFor('tencent', flags), openim: senderFor('openim', flags) };
  const tally = makeTally();
  const bar = progressBar(out, callbacks.length, tally);
  const listed: SentCallback[] = [];
  const signal = interrupted();
  signal.addEventListener('abort', close);

  await paced({ times: evenTimes(callbacks.length, flags.rate), concurrency: flags.concurrency, signal }, async (i) => {
    const callback = callbacks[i];
    if (callback === undefined) return;
    const sent = await senders[callback.vendor].sendAny(callback.wire, body(callback, i));
    if (signal.aborted) return; // broken off by Ctrl-C, not by the receiver
    tally.add(sent);
    bar.step();
    if (listed.length < mostListed) listed.push({ wire: callback.wire, phase: callback.command?.phase, sent });
  });
  bar.end();
  close();

  if (!signal.aborted) process.exitCode = exitCodeOf(tally);
  const first = listed[0];
  if (flags.json) return out.json({ ...tally.summary, callbacks: listed.map((one) => sentRecord(one, flags)) });
  if (callbacks.length === 1) return first && printOne(out, first, flags);
  if (flags.all) printEach(out, listed, flags);
  printSummary(out, tally);
  if (signal.aborted) process.exitCode = exitCode.interrupted;

  function close(): void {
    senders.tencent.close();
    senders.openim.close();
  }
}

function whatToSend(name: string | undefined, { all, asIs, vendor, count }: SendFlags): ToSend[] {
  if (all) {
    if (name !== undefined) throw mistake(`--all sends every command; leave ${name} out`);
    if (vendor === undefined) throw mistake('--all needs --vendor tencent or --vendor openim');
    const offered = catalogue.filter((command) => command.vendor === vendor);
    return offered.map((command) => ({ vendor, wire: command.wire, command }));
  }
  if (name === undefined) throw mistake('which command? Write its name, or --all; im-callbacks list shows them');
  return Array<ToSend>(count).fill(asIs ? anyCommand(name, vendor) : known(name, vendor));
}

function known(name: string, vendor: Vendor | undefined): ToSend {
  const { wire, command } = oneCommandNamed(name, vendor);
  return { vendor: command.vendor, wire, command };
}

function anyCommand(wire: string, vendor: Vendor | undefined): ToSend {
  if (vendor === undefined) throw mistake('--as-is needs --vendor tencent or --vendor openim');
  const command = catalogue.find((one) => one.vendor === vendor && [one.wire, ...one.aliases].includes(wire));
  return { vendor, wire, ...(command && { command }) };
}

import type { Command } from 'commander';
import { shiftTimes } from '../bodies/fresh-times';
import { commandLineOf } from '../command-lines';
import { helpText } from '../options/help-text';
import { type AnySender, addSenderOptions, type SenderFlags, senderFor } from '../options/sender-flags';
import { positive, wholeNumber } from '../options/values';
import { refuseIgnored } from '../options/vendor-flags';
import { exitCode } from '../process/exit-code';
import { interrupted } from '../process/interrupt';
import { type RecordedCallback, readRecording } from '../recording/recording';
import { printSummary } from '../report/sent-report';
import { makeTally } from '../report/tally';
import { paced } from '../schedule/paced';
import { progressBar } from '../terminal/progress-bar';
import { terminal } from '../terminal/terminal';

type ReplayFlags = SenderFlags & {
  readonly speed?: number;
  readonly concurrency: number;
  readonly shiftTimes?: boolean;
  readonly json?: boolean;
};

export function addReplay(program: Command): void {
  const replay = program
    .command('replay')
    .argument('<file>', 'what im-callbacks record wrote')
    .description('Send recorded callbacks again, each freshly signed.');
  addSenderOptions(replay)
    .option(
      '--speed <n>',
      '1 keeps the recorded pauses, 10 is ten times as fast (default: no pauses)',
      positive(1_000_000),
    )
    .option('--concurrency <n>', 'at most this many at once', wholeNumber(1, 1000), 1)
    .option('--shift-times', 'shift the times in the bodies, so that the first callback happens now')
    .option('--json', 'as JSON')
    .addHelpText('after', helpText('replay', help))
    .action(run);
}

const help = {
  examples: [
    'im-callbacks replay traffic.ndjson --to http://127.0.0.1:3000/im-callback',
    'im-callbacks replay traffic.ndjson --speed 1 --shift-times --to …',
  ],
  notes: [
    'Bodies keep their times unless you give --shift-times. So event.key stays the same, and a receiver that drops redeliveries drops these. An option of a vendor is an error if the file has no callback of that vendor.',
  ],
  exits: 'Exits with 0 when every callback got a valid reply, whatever the verdict; otherwise with 1.',
};

async function run(file: string, flags: ReplayFlags, command: Command): Promise<void> {
  const out = terminal(flags);
  const callbacks = await readRecording(file);
  const [first] = callbacks;
  if (first === undefined) {
    process.exitCode = exitCode.notAsItShouldBe;
    if (flags.json) return out.json({ ...makeTally().summary, callbacks: 0 });
    return out.note(`${file} has no callbacks in it.`);
  }
  if (callbacks.every(({ vendor }) => vendor === first.vendor)) refuseIgnored(command, first.vendor);
  const senders = senderPool(flags, command);
  const tally = makeTally();
  const bar = progressBar(out, callbacks.length, tally);
  const signal = interrupted();
  signal.addEventListener('abort', senders.close);
  const shiftMs = Date.now() - first.at;
  const { speed, concurrency } = flags;
  const times = callbacks.map(({ at }) => (speed === undefined ? 0 : Math.max(0, at - first.at) / speed));

  await paced({ times, concurrency, signal }, async (i) => {
    const callback = callbacks[i];
    if (callback === undefined) return;
    const body = flags.shiftTimes ? shiftTimes(callback.body, shiftMs) : callback.body;
    const sent = await senders.send(callback, body);
    if (signal.aborted) return; // aborted by Ctrl-C, not by the receiver
    tally.add(sent);
    bar.step();
  });
  bar.end();
  senders.close();

  if (!signal.aborted) process.exitCode = tally.failed > 0 ? exitCode.notAsItShouldBe : exitCode.done;
  if (flags.json) return out.json({ callbacks: tally.count, ...tally.summary });
  printSummary(out, tally);
}

interface SenderPool {
  send(callback: RecordedCallback, body: object): ReturnType<AnySender['sendAny']>;
  close(): void;
}

/** One sender for each form in the recording. */
function senderPool(given: ReplayFlags, command: Command): SenderPool {
  const pool = new Map<string, AnySender>();
  // Only what was written on the command line overrides the recording; a default does not.
  const isAsked = (name: string) => ['cli', 'env'].includes(command.getOptionValueSource(name) ?? '');

  return {
    send(callback, body) {
      const { vendor } = callback;
      const { flags, options } = commandLineOf(vendor).recordings.repeat(callback);
      const key = JSON.stringify([vendor, flags]);
      const recorded = Object.fromEntries(Object.entries(flags).filter(([name]) => !isAsked(name)));
      const sender = pool.get(key) ?? senderFor(vendor, { ...given, ...recorded });
      pool.set(key, sender);
      return sender.sendAny(callback.command, body, options);
    },
    close() {
      for (const sender of pool.values()) sender.close();
    },
  };
}

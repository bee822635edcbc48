import type { Command } from 'commander';
import type { OpenimServerVersion } from '../../sender';
import { shiftTimes } from '../bodies/fresh-times';
import { refuseIgnored } from '../options/ignored-options';
import { type AnySender, addSenderOptions, type SenderFlags, senderFor } from '../options/sender-options';
import { positive, wholeNumber } from '../options/values';
import { exitCode } from '../process/exit-code';
import { interrupted } from '../process/interrupt';
import { readRecording } from '../recording/read-recording';
import type { RecordedCallback } from '../recording/recorded';
import { progressBar } from '../report/progress-bar';
import { printSummary } from '../report/sent-report';
import { makeTally } from '../report/tally';
import { terminal } from '../report/terminal';
import { paced } from '../storm/paced';

interface ReplayFlags extends SenderFlags {
  speed?: number;
  concurrency: number;
  shiftTimes?: boolean;
  json?: boolean;
}

export function addReplay(program: Command): void {
  const replay = program
    .command('replay')
    .argument('<file>', 'what im-callbacks record wrote')
    .description('Send recorded callbacks again, each with a signature of now.');
  addSenderOptions(replay)
    .option(
      '--speed <n>',
      '1 keeps the recorded pauses, 10 is ten times as fast (default: no pauses)',
      positive(1_000_000),
    )
    .option('--concurrency <n>', 'at most so many at once', wholeNumber(1, 1000), 1)
    .option('--shift-times', 'move the times in the bodies, so that the first callback is of now')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(run);
}

const examples = `
Examples:
  im-callbacks replay traffic.ndjson --to http://127.0.0.1:3000/im-callback
  im-callbacks replay traffic.ndjson --speed 1 --shift-times --to …

Bodies keep their times unless --shift-times is given, so event.key is what it was, and a receiver that drops repeated
deliveries drops these. SDKAppID and OptPlatform are the recorded ones, OpenIM's form is that of the recorded server;
--sdk-app-id, --platform and --server-version go before them. An option of a vendor is refused where the file has no callback
of that vendor.

Exits with 0 when each callback was answered as it should be, whatever the verdict; else with 1.`;

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
    const { operationID } = callback;
    const sent = await senders
      .of(callback)
      .sendAny(callback.command, body, operationID === undefined ? {} : { operationID });
    if (signal.aborted) return; // broken off by Ctrl-C, not by the receiver
    tally.add(sent);
    bar.step();
  });
  bar.end();
  senders.close();

  if (!signal.aborted) process.exitCode = tally.failed > 0 ? exitCode.notAsItShouldBe : exitCode.done;
  if (flags.json) return out.json({ callbacks: tally.count, ...tally.summary });
  printSummary(out, tally);
}

/** One sender for each app, platform and server version in the recording. */
function senderPool(
  flags: ReplayFlags,
  command: Command,
): { of(callback: RecordedCallback): AnySender; close(): void } {
  const pool = new Map<string, AnySender>();
  // Only what was written on the command line goes before what was recorded, not a default.
  const asked = (name: string) => ['cli', 'env'].includes(command.getOptionValueSource(name) ?? '');

  function flagsFor(callback: RecordedCallback): SenderFlags {
    const { SdkAppid, OptPlatform } = callback.query;
    return {
      ...flags,
      ...(SdkAppid !== undefined && !asked('sdkAppId') && { sdkAppId: SdkAppid }),
      ...(OptPlatform !== undefined && !asked('platform') && { platform: OptPlatform }),
      ...(!asked('serverVersion') && { serverVersion: versionOf(callback) }),
    };
  }

  return {
    of(callback) {
      const { vendor, query } = callback;
      const key = JSON.stringify([vendor, query.SdkAppid, query.OptPlatform, versionOf(callback)]);
      const sender = pool.get(key) ?? senderFor(vendor, flagsFor(callback));
      pool.set(key, sender);
      return sender;
    },
    close() {
      for (const sender of pool.values()) sender.close();
    },
  };
}

/** A server that sends like the one that was recorded. */
function versionOf({ commandIn, newline }: RecordedCallback): OpenimServerVersion {
  if (commandIn === 'body') return '2.3';
  if (commandIn === 'query') return '3.4';
  return newline === false ? '3.5' : '3.8';
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Command } from 'commander';
import { helpText } from '../options/help-text';
import { receiverUrl } from '../options/sender-flags';
import { wholeNumber } from '../options/values';
import { outlivePipes } from '../process/closed-pipe';
import { exitCode } from '../process/exit-code';
import { interrupted } from '../process/interrupt';
import { usageError } from '../process/one-line-error';
import { passThrough } from '../recording/pass-through';
import { type Passed, recordedCallback } from '../recording/recorded-callback';
import { openRecording } from '../recording/recording';
import { plural } from '../report/phrases';
import { shownUrl } from '../secrets/shown-request';
import { terminal } from '../terminal/terminal';

interface RecordFlags {
  port: number;
  host: string;
  forward: string;
  out: string;
  keepText?: boolean;
  maxMegabytes: number;
  count?: number;
  json?: boolean;
}

export function addRecord(program: Command): void {
  program
    .command('record')
    .description('Forward callbacks to your app, and record them in a file.')
    .requiredOption('--forward <url>', "your app; its path is put in front of the request's", receiverUrl)
    .requiredOption('--out <file>', 'NDJSON, appended to; only you may read it')
    .option('--port <n>', 'the port to listen on; 0 for any free one', wholeNumber(0, 65_535), 4000)
    .option(
      '--host <address>',
      'the address to listen on; any other address may be reachable from outside',
      '127.0.0.1',
    )
    .option('--keep-text', 'keep what users wrote; secrets are masked all the same')
    .option(
      '--max-megabytes <n>',
      'stop writing, but keep forwarding, when the file is this large',
      wholeNumber(1, 100_000),
      100,
    )
    .option('--count <n>', 'end after this many callbacks', wholeNumber(1, 1_000_000))
    .option('--json', 'a line of JSON for the address, then one for each callback')
    .addHelpText('after', helpText('record', help))
    .action(run);
}

const help = {
  examples: [
    'im-callbacks record --port 4000 --forward http://127.0.0.1:3000 --out traffic.ndjson',
    'im-callbacks replay traffic.ndjson --to http://127.0.0.1:3000/im-callback',
  ],
  notes: [
    'The sender calls port 4000 (through your tunnel), your app answers. Recorded: command, body, reply. Not recorded: signature, path (it may hold your secret), credentials, cookies, addresses, all other headers, and parameters of your own. Texts, and names that users choose, are masked letter by letter; user IDs stay. Ctrl-C ends it.',
  ],
};

/** A name comes from a stranger, and may be as long as a body. */
const shown = (name: string) => (name.length <= 100 ? name : `${name.slice(0, 99)}…`);

async function run(flags: RecordFlags): Promise<void> {
  const out = terminal(flags);
  const stdout = outlivePipes();
  const signal = interrupted();
  const recording = openRecording(flags.out, flags.maxMegabytes * 2 ** 20);
  const ended = new AbortController();
  const counts = { recorded: 0, passed: 0 };
  let saidWhy = false;

  const server = passThrough(flags.forward, passed);
  await listening(server, flags);
  const { port } = server.address() as AddressInfo; // it listens on a port
  const origin = `http://${flags.host}:${port}`;
  if (flags.json) out.json({ listening: origin });
  out.note(
    `Listening on ${origin}, forwarding to ${shownUrl({ to: flags.forward })}, writing ${flags.out}. Ctrl-C ends it.`,
  );
  await once(AbortSignal.any([signal, ended.signal]), 'abort');
  server.close();
  server.closeAllConnections();
  recording.close();
  out.note(
    `${plural(counts.recorded, 'callback')} recorded in ${flags.out}; ${plural(counts.passed - counts.recorded, 'request')} only forwarded.`,
  );
  // Ctrl-C is how it ends.
  process.exitCode = exitCode.done;

  function passed(what: Passed | undefined): void {
    counts.passed += 1;
    const callback = what && recordedCallback(what, flags.keepText === true);
    if (what === undefined || callback === undefined || ended.signal.aborted) return;
    const notWritten = recording.add(callback);
    if (notWritten === undefined) counts.recorded += 1;
    else if (!saidWhy) out.note(`${flags.out}: ${notWritten}; callbacks are only forwarded from now on`);
    saidWhy ||= notWritten !== undefined;
    const { reply, ms } = callback;
    const command = shown(callback.command);
    if (stdout.closed) return endAfter();
    if (flags.json) out.json({ command, status: reply?.status ?? null, ms, recorded: notWritten === undefined });
    else out.print(`${command} → ${reply?.status ?? `no reply (${what.noReply})`} in ${ms} ms`);
    endAfter();
  }

  function endAfter(): void {
    if (counts.recorded === flags.count) setImmediate(() => ended.abort()); // the reply is still on its way
  }
}

async function listening(server: ReturnType<typeof passThrough>, { port, host }: RecordFlags): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException; // what node:net emits
    throw usageError(code === 'EADDRINUSE' ? `port ${port} is in use; name another one with --port` : message);
  }
}

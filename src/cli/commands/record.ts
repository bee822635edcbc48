import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Command } from 'commander';
import { mistake } from '../options/mistake';
import { receiverUrl } from '../options/sender-options';
import { wholeNumber } from '../options/values';
import { outlivePipes } from '../process/closed-pipe';
import { exitCode } from '../process/exit-code';
import { interrupted } from '../process/interrupt';
import { passThrough } from '../recording/pass-through';
import { type Passed, recordedFrom } from '../recording/recorded-from';
import { openRecording } from '../recording/recording';
import { plural } from '../report/plural';
import { terminal } from '../report/terminal';
import { shownUrl } from '../secrets/shown-request';

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
    .description('Stand between sender and app, and write what passes into a file.')
    .requiredOption('--forward <url>', "your app; its path goes before the request's", receiverUrl)
    .requiredOption('--out <file>', 'NDJSON, appended to; only you may read it')
    .option('--port <n>', 'where to listen; 0 for any free one', wholeNumber(0, 65_535), 4000)
    .option('--host <address>', 'the address to listen at; others than this reach you from outside', '127.0.0.1')
    .option('--keep-text', 'keep what users wrote; secrets never are')
    .option(
      '--max-megabytes <n>',
      'stop writing, not passing on, when the file is so large',
      wholeNumber(1, 100_000),
      100,
    )
    .option('--count <n>', 'end after so many callbacks', wholeNumber(1, 1_000_000))
    .option('--json', 'a line of JSON for the address, then one for each callback')
    .addHelpText('after', examples)
    .action(run);
}

const examples = `
Examples:
  im-callbacks record --port 4000 --forward http://127.0.0.1:3000 --out traffic.ndjson
  im-callbacks replay traffic.ndjson --to http://127.0.0.1:3000/im-callback

The sender calls port 4000 (through your tunnel), your app answers. Written are command, body and reply. Left out are
signature, path with its secret, credentials, cookies, addresses, all other headers, and parameters of your own; texts are
masked, letter by letter, and user IDs stay. Ctrl-C ends it.`;

async function run(flags: RecordFlags): Promise<void> {
  const out = terminal(flags);
  const stdout = outlivePipes();
  const signal = interrupted();
  const recording = openRecording(flags.out, flags.maxMegabytes * 2 ** 20);
  const ended = new AbortController();
  const counts = { recorded: 0, passed: 0 };
  let saidFull = false;

  const server = passThrough(flags.forward, passed);
  await listening(server, flags);
  const { port } = server.address() as AddressInfo; // it listens on a port
  const origin = `http://${flags.host}:${port}`;
  if (flags.json) out.json({ listening: origin });
  out.note(
    `Listening on ${origin}, passing on to ${shownUrl({ to: flags.forward, secret: undefined })}, writing ${flags.out}. Ctrl-C ends it.`,
  );
  await once(AbortSignal.any([signal, ended.signal]), 'abort');
  server.close();
  server.closeAllConnections();
  recording.close();
  out.note(
    `${plural(counts.recorded, 'callback')} recorded in ${flags.out}; ${plural(counts.passed - counts.recorded, 'request')} only passed on.`,
  );
  // Ctrl-C is how it ends.
  process.exitCode = exitCode.done;

  function passed(what: Passed | undefined): void {
    counts.passed += 1;
    const callback = what && recordedFrom(what, flags.keepText === true);
    if (callback === undefined || ended.signal.aborted) return;
    const written = recording.add(callback);
    if (!written && !saidFull)
      out.note(`${flags.out} is full (--max-megabytes ${flags.maxMegabytes}); what comes is passed on only`);
    saidFull ||= !written;
    counts.recorded += written ? 1 : 0;
    const { command, reply, ms } = callback;
    if (stdout.closed) return endAfter();
    if (flags.json) out.json({ command, status: reply?.status ?? null, ms, recorded: written });
    else out.print(`${command} → ${reply?.status ?? 'no reply'} in ${ms} ms`);
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
    throw mistake(code === 'EADDRINUSE' ? `port ${port} is in use; name another one with --port` : message);
  }
}

import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { operationalError, usageError } from '../process/one-line-error';
import type { AppMessage, AppReceiver } from './app-process';

/** How long a module may take to be loaded, in milliseconds. */
const patienceMs = 20_000;

/**
 * The receivers that a module of the app exports. No other part of the command line runs code of the app. It runs in a
 * process of its own, which ends as soon as the module is loaded.
 */
export async function readApp(file: string): Promise<readonly AppReceiver[]> {
  const path = resolve(file);
  if (!existsSync(path))
    throw usageError(`--app ${file}: there is no such file; write the module that is run, e.g. ./dist/app.js`);
  const message = await messageFrom(path, file);
  if ('error' in message) throw operationalError(`--app ${file} cannot be loaded: ${message.error}`);
  if (message.receivers.length === 0)
    throw operationalError(
      `--app ${file} exports no receiver; export the result of imCallbacks, its options, or the Express app or router that the receiver is mounted in`,
    );
  return message.receivers;
}

function messageFrom(path: string, file: string): Promise<AppMessage> {
  const child = fork(join(__dirname, 'app-process.js'), [path], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return new Promise((done, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(
        operationalError(
          `--app ${file} is not loaded after ${patienceMs / 1000} s; export the receiver from a module that does less`,
        ),
      );
    }, patienceMs);
    child.once('message', (message) => done(message as AppMessage)); // app-process.ts sends nothing else
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(operationalError(`--app ${file} ended by itself, with exit code ${code}, while it was loaded`));
    });
  });
}

import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { operationalError, usageError } from '../process/one-line-error';
import type { AppMessage, AppReceiver } from './app-process';

/** How long a module may take to be loaded, in milliseconds. */
const patienceMs = 20_000;

/**
 * The receivers that a module of the app exports, or else those that it makes while it is loaded. No other part of the
 * command line runs code of the app. It runs in a process of its own, which ends as soon as the module is loaded.
 */
export async function readApp(file: string): Promise<readonly AppReceiver[]> {
  const path = resolve(file);
  if (!existsSync(path))
    throw usageError(`--app ${file}: there is no such file; write the module that is run, e.g. ./dist/app.js`);
  const message = await messageFrom(path, file);
  if ('error' in message) throw operationalError(`--app ${file} cannot be loaded: ${message.error}`);
  if (message.receivers.length === 0)
    throw operationalError(
      `--app ${file} makes no receiver while it is loaded, and exports none; name the module that calls imCallbacks, or one that exports its options`,
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

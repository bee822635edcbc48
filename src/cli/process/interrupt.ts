import { setMaxListeners } from 'node:events';
import { exitCode } from './exit-code';

/** How long a command may take to finish what it does after Ctrl-C, in milliseconds. */
const graceMs = 2000;

/**
 * A signal that aborts on Ctrl-C (or SIGTERM), so that a command stops, prints what it has and closes what it opened.
 * The process ends at a second Ctrl-C, or when the command has not finished in time.
 */
export function interrupted(): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // each pause of each task listens, and stops listening
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop);
  return controller.signal;

  function stop(): void {
    process.exitCode = exitCode.interrupted;
    if (controller.signal.aborted) process.exit();
    controller.abort();
    setTimeout(() => process.exit(), graceMs).unref();
  }
}

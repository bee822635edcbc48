/**
 * What an app is told that gives no `onFailure`: each failure on standard error, with the stack of what a handler threw. Of a
 * body, a secret or a field of the thrown error there is nothing in it but what the handler has put into the error's own message.
 */

import { harmless } from './harmless';
import type { FailureReport } from './hooks';

/** Most failures of one kind that are written in a minute; the rest is counted. */
const mostPerKind = 10;
const windowMs = 60_000;
/** Errors may be the cause of one another without end. */
const mostCauses = 3;

interface Window {
  written: number;
  left: number;
}

/** Makes an `onFailure` that writes. `write` is handed whole lines. Default: to standard error. */
export function failureLines(write: (lines: string) => void = toStandardError): (failure: FailureReport) => void {
  const windows = new Map<string, Window>();

  return function onFailure(failure) {
    const { kind } = failure;
    const window = windows.get(kind) ?? { written: 0, left: 0 };
    windows.set(kind, window);
    if (window.written === 0) endLater(kind, window);
    if (window.written >= mostPerKind) window.left += 1;
    else {
      window.written += 1;
      write(linesOf(failure));
    }
  };

  function endLater(kind: string, window: Window): void {
    const timer = setTimeout(() => {
      windows.delete(kind);
      if (window.left > 0) write(`${prefix} ${kind}: ${window.left} more in the last minute\n`);
    }, windowMs);
    timer.unref();
  }
}

const prefix = '[express-im-callbacks]';

function linesOf({ kind, message, vendor, command, operationID, answered, attempt, retryInMs, cause }: FailureReport) {
  const facts = [
    [vendor, command].filter((name) => name !== undefined).join(' '),
    operationID === '' ? '' : `operationID ${operationID}`,
    attempt === undefined ? '' : `attempt ${attempt}${retryInMs === undefined ? ', the last' : ''}`,
    retryInMs === undefined ? '' : `again in ${retryInMs} ms`,
    answered === undefined ? '' : `answered ${answered}`,
  ].filter((fact) => fact !== '');
  const first = `${prefix} ${kind}: ${message}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}`;
  const help = `    see express-im-callbacks/docs/errors.md#${kind.toLowerCase()}; onFailure takes the place of these lines`;
  return `${[harmless(first), ...stackOf(cause), help].join('\n')}\n`;
}

/** Where it was thrown, and by what that was caused. Of what is no Error only its type: it may be anything, a message's text too. */
function stackOf(thrown: unknown): string[] {
  const lines: string[] = [];
  let error = thrown;
  for (let i = 0; i < mostCauses && error !== undefined; i++) {
    const { stack, cause } = partsOf(error);
    const whole = i === 0 ? stack : `caused by ${stack}`;
    lines.push(...whole.split('\n').map((line) => `    ${harmless(line)}`));
    error = cause;
  }
  return lines;
}

/** What was thrown may be a Proxy, or have getters that throw. */
function partsOf(error: unknown): { stack: string; cause: unknown } {
  try {
    if (!(error instanceof Error))
      return { stack: `what was thrown is no Error but of type ${typeof error}`, cause: undefined };
    return { stack: String(error.stack ?? error.name), cause: error.cause };
  } catch {
    return { stack: 'what was thrown cannot be looked at', cause: undefined };
  }
}

function toStandardError(lines: string): void {
  process.stderr.write(lines);
}

import type { KnownCommand } from '../../vendors/commands';
import { distinctBody } from '../bodies/distinct-body';
import { commandLineOf } from '../command-lines';

/** What marks the events that doctor sends; no user has this ID. */
export const mark = 'im-callbacks-doctor';
const text = 'im-callbacks doctor: a sample event, please ignore it';

/**
 * A sample of the command whose users and groups are marked, so that the app looks up or stores nothing for a real one.
 * Each call returns a new event.
 */
export function markedSample(command: KnownCommand): Record<string, unknown> {
  const body = distinctBody(command, { n: nextNumber() });
  for (const [name, value] of Object.entries(commandLineOf(command.vendor).doctor.marked(mark, text))) {
    if (!Object.hasOwn(body, name) || typeof body[name] !== typeof (value ?? '')) continue;
    if (value === undefined) delete body[name];
    else body[name] = value;
  }
  return body;
}

let lastNumber = 0;

/** Starts at the present time, so that two runs use different numbers. Two samples of one millisecond also differ. */
function nextNumber(): number {
  lastNumber = Math.max(lastNumber + 1, Date.now() % 100_000_000);
  return lastNumber;
}

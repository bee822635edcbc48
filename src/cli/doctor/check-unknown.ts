import { wentWell } from '../report/tally';
import type { Found } from './finding';
import { type Answer, statusOf } from './question';

/** A command that the receiver does not know, where it takes those that it knows. */
export function checkUnknown(unknown: Answer, known: Answer): Found[] {
  if (wentWell(unknown) || !wentWell(known)) return [];
  return [
    {
      id: 'unknownCommandFails',
      level: 'warning',
      seen: `a command that it does not know is answered with status ${statusOf(unknown)}, as a failure`,
      why: 'Both vendors add commands, and Alert.RequestOverLimit comes unasked: each would count as a failed callback.',
      source: '1047/34520; open-im-server: new callbacks in every minor version',
      change: 'Acknowledge what you do not know, and log its name; imCallbacks does, and tells onUnknownCommand.',
    },
  ];
}

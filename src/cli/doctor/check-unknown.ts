import type { Answer, Found } from '../../vendors/vendor-doctor';
import type { Examined } from './receiver';

/** Finds a receiver that fails for an unknown command, although it accepts those that it knows. */
export function checkUnknown({ doctor }: Examined, unknown: Answer, known: Answer): Found[] {
  if (unknown.isWell || !known.isWell) return [];
  const { why = '', source } = doctor.says.unknownCommand;
  return [
    {
      id: 'unknownCommandFails',
      level: 'warning',
      seen: `the receiver answers an unknown command with status ${unknown.status}, as a failure`,
      why,
      source,
      change: 'Acknowledge what you do not know, and log its name; imCallbacks does, and calls onUnknownCommand.',
    },
  ];
}

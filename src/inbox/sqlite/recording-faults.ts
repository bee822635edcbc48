import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import type { InboxFault } from '../inbox';
import type { GroupCommitOptions } from './group-commit';
import { atMostOnceAMinute } from './once-a-minute';

/** How often a change could not be recorded before the worker counts as stalled: once a second. */
const patience = 3;

/** Tells of changes that must come through and have not. */
export function recordingFaults(file: string, tell: (fault: InboxFault) => void): GroupCommitOptions['failed'] {
  const isNews = atMostOnceAMinute();
  return (cause, times, givenUp) => {
    const what = givenUp ? 'it is given up, since a retry would not help' : 'it is tried again every second';
    const message = `the inbox ${file} cannot record what was handled, and ${what}: ${errorMessage(cause)}`;
    warnOnce(message);
    if (givenUp) tell({ fault: 'damaged', message, cause });
    else if (times >= patience && isNews()) tell({ fault: 'stalled', message, cause });
  };
}

import { warnOnce } from '../../observe/warn';
import { errorMessage } from '../error-message';
import type { InboxFault } from '../inbox';
import type { GroupCommitOptions } from './group-commit';
import { atMostOnceAMinute } from './once-a-minute';

/** How many tries to record a change must fail, one a second, before the worker counts as stalled. */
const patience = 3;

/** Reports changes that must succeed and have failed. */
export function recordingFaults(file: string, tell: (fault: InboxFault) => void): GroupCommitOptions['failed'] {
  const isNews = atMostOnceAMinute();
  return (cause, times, givenUp) => {
    const what = givenUp ? 'gives up, since a retry would not help' : 'retries every second';
    const message = `the inbox ${file} cannot record what was handled, and ${what}: ${errorMessage(cause)}`;
    warnOnce(message);
    if (givenUp) tell({ fault: 'damaged', message, cause });
    else if (times >= patience && isNews()) tell({ fault: 'stalled', message, cause });
  };
}

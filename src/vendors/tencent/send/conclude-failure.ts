import type { Failed, FailedBecause } from '../../../sending/conclusion';
import type { TencentCall } from './call';
import { callerSeesForFailure } from './caller-sees';

/**
 * What a callback comes to that failed. A before-callback lets the operation through, unless the console says otherwise; a
 * gift is blocked (647/72210). An after-callback comes again only where the console says so, and only after a time-out.
 *
 * The page has this policy and its switch under time-outs alone (1047/34354, "Handling Policy for Webhook Timeouts"). Another
 * status than 200, no JSON and FAIL it calls failures, without saying what follows; most likely it is the same.
 */
export function concludeFailure(call: TencentCall, because: FailedBecause, cause: string): Failed {
  const { command, failedBefore, retriesOnTimeout } = call;
  const failed = { result: 'failed', because, callerSees: undefined, fields: undefined } as const;
  if (command?.phase !== 'before') {
    const again = retriesOnTimeout && because === 'timedOut';
    const why = `${cause}; ${again ? 'the console has retry on' : 'the event has happened all the same'}`;
    return { ...failed, sender: again ? 'retries' : 'goesOn', why };
  }
  if (failedBefore === undefined && command.failurePolicy === 'refuse')
    return { ...failed, sender: 'refuses', why: `${cause}; ${command.wire} is refused then by default` };
  if (failedBefore === 'refuse') {
    const why = `${cause}; the console is set to refuse ${asAfterTimeout(because)}`;
    return { ...failed, sender: 'refuses', why, callerSees: callerSeesForFailure };
  }
  return { ...failed, sender: 'goesOn', why: `${cause}; the operation goes on ${asAfterTimeout(because)}` };
}

function asAfterTimeout(because: FailedBecause): string {
  if (because === 'timedOut') return 'after a time-out';
  return 'after a time-out, and most likely after this, of which no document says what follows';
}

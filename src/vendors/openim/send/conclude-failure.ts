import type { AnyCommand } from '../../../catalogue/command';
import type { Failed, FailedBecause } from '../../../sending/conclusion';
import { errorReachesCaller, type OpenimCall, tellsCaller } from './call';
import { effectOf } from './effect';
import type { OpenimReply } from './reply';
import type { OpenimServer } from './server';

/** What a callback comes to that failed. `reply`: what could be read of the reply, or an empty one. */
export function concludeFailure(call: OpenimCall, because: FailedBecause, cause: string, reply: OpenimReply): Failed {
  const { server, command, failedContinue } = call;
  const failed = { result: 'failed', because, callerSees: undefined, fields: undefined } as const;
  const noReply = because === 'timedOut' || because === 'unreachable';
  const code = noReply ? server.failureCodes.network : server.failureCodes.data;
  if (command?.phase !== 'before') {
    if (failedContinue || !errorReachesCaller(call))
      return { ...failed, sender: 'goesOn', why: `${cause}; the event has happened all the same` };
    return { ...failed, sender: 'goesOn', why: `${cause}; ${tellsCaller}`, callerSees: code };
  }
  const refusesAnyway = whyContinueDoesNotCount(server, command);
  if (!failedContinue || refusesAnyway !== undefined) {
    const why = `${cause}; ${refusesAnyway ?? 'failedContinue is off'}`;
    return { ...failed, sender: 'refuses', why, callerSees: code };
  }
  const why = `${cause}; failedContinue is on`;
  if (!server.appliesFailedReplies) return { ...failed, sender: 'goesOn', why };
  const { breaking, fields } = effectOf(call, command, reply);
  if (breaking !== undefined) {
    const { why: breaks, callerSees } = breaking;
    return { ...failed, sender: 'refuses', why: `${why} and does not help: ${breaks}`, callerSees };
  }
  if (fields === undefined) return { ...failed, sender: 'goesOn', why };
  const taken = `the server takes ${Object.keys(fields).join(', ')} from what it could read of the reply`;
  return { ...failed, sender: 'goesOn', why: `${why}; ${taken}`, fields };
}

/** In 3.0.0 to 3.4.0 "continue" is an error of its own that every caller must know, and the online push does not. */
function whyContinueDoesNotCount(server: OpenimServer, { wire }: AnyCommand): string | undefined {
  if (!server.honoursFailedContinue) return 'failedContinue is never read (servers 3.7.0 on)';
  const dropsPush = server.commandIn === 'query' && wire === 'callbackBeforeOnlinePushCommand';
  return dropsPush ? 'the online push does not support failedContinue (servers 3.0.0 to 3.4.0)' : undefined;
}

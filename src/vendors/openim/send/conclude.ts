import type { AnyCommand } from '../../../catalogue/command';
import type { Conclusion, Ignored } from '../../../sending/conclusion';
import type { Exchange } from '../../../sending/post';
import { errorReachesCaller, type OpenimCall, tellsCaller } from './call';
import { concludeFailure } from './conclude-failure';
import { effectOf } from './effect';
import { decodeReply, type OpenimReply } from './reply';
import type { OpenimServer } from './server';

/**
 * What an OpenIM server concludes from the reply. It never looks at the HTTP status: any JSON object of the right types
 * counts, that of an error page too.
 */
export function concludeOpenim(call: OpenimCall, exchange: Exchange): Conclusion {
  if (exchange.response === undefined) return concludeFailure(call, exchange.failed, exchange.cause, emptyReply(call));
  const { body: text, status } = exchange.response;
  try {
    const reply = decodeReply(text, call.command, call.server);
    if (reply.misfit !== undefined) return concludeFailure(call, reply.misfit.because, reply.misfit.cause, reply);
    return call.command?.phase === 'before' ? concludeBefore(call, call.command, reply) : concludeAfter(call, reply);
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const start = text === '' ? 'it is empty' : `it begins with ${JSON.stringify(text.slice(0, 20))}`;
    const cause = `the reply is not JSON: ${start} (HTTP status ${status})`;
    return concludeFailure(call, 'notJson', cause, emptyReply(call));
  }
}

/** What the server has in its hands where it could read nothing. */
function emptyReply({ command, server }: OpenimCall): OpenimReply {
  return decodeReply('{}', command, server);
}

function concludeAfter(call: OpenimCall, { common }: OpenimReply): Ignored {
  const { server } = call;
  const refuses = server.refuses(common);
  const reaches = refuses && errorReachesCaller(call);
  return {
    result: 'ignored',
    sender: 'goesOn',
    why: reaches ? tellsCaller : 'the reply to an after-callback changes nothing',
    acknowledged: common.actionCode === 0 && common.errCode === 0 && !refuses,
    callerSees: reaches ? server.callerSees(common.errCode) : undefined,
  };
}

function concludeBefore(call: OpenimCall, command: AnyCommand, reply: OpenimReply): Conclusion {
  const { server } = call;
  const { errCode: code, errMsg: info, errDlt: detail } = reply.common;
  if (!server.refuses(reply.common)) return concludeChanges(call, command, reply);
  const callerSees = server.callerSees(code);
  return { result: 'refused', sender: 'refuses', why: server.refusal, code, callerSees, info, detail };
}

/** What the server takes over from a reply that does not refuse. */
function concludeChanges(call: OpenimCall, command: AnyCommand, reply: OpenimReply): Conclusion {
  const { server } = call;
  const { actionCode, nextCode, errCode } = reply.common;
  if (!server.takesChanges(reply.common))
    return { result: 'allowed', sender: 'goesOn', why: `${notRefused(server)}; only errCode 0 brings changes` };
  const { breaking, fields, why } = effectOf(call, command, reply);
  if (breaking !== undefined) {
    const { callerSees } = breaking;
    return { result: 'failed', because: 'breaksOperation', sender: 'refuses', why, callerSees, fields: undefined };
  }
  if (fields !== undefined) return { result: 'rewritten', sender: 'goesOn', why, fields };
  const meantOtherwise = actionCode !== 0 || nextCode !== 0 || errCode !== 0;
  const allows = meantOtherwise ? notRefused(server) : 'nothing in the reply refuses';
  return { result: 'allowed', sender: 'goesOn', why: allows };
}

const notRefused = ({ refusal }: OpenimServer) => `not refused: ${refusal}`;

import type { AnyCommand } from '../../../catalogue/command';
import { isObject } from '../../../codecs';
import type { Conclusion, Failed, FailedBecause } from '../../../sending/conclusion';
import type { Exchange } from '../../../sending/post';
import { openimTopics } from '../catalogue';
import { changesThatCount, whyChangesBreak } from './changes';
import { GoTypeError } from './decode-go';
import { decodeReply, type OpenimReply } from './reply';
import type { OpenimServer } from './servers';

export interface OpenimCall {
  readonly server: OpenimServer;
  /** Undefined for a command that the catalogue does not know. */
  readonly command: AnyCommand | undefined;
  /** The body as it was sent. */
  readonly body: unknown;
  readonly failedContinue: boolean;
}

/**
 * What an OpenIM server concludes from the reply. It never looks at the HTTP status: any JSON object of the right types
 * counts, that of an error page too.
 */
export function concludeOpenim(call: OpenimCall, exchange: Exchange): Conclusion {
  if (exchange.response === undefined) return failed(call, exchange.failed, exchange.cause);
  const { body: text, status } = exchange.response;
  try {
    return concludeFromDecoded(call, decodeReply(text, call.command, call.server));
  } catch (error) {
    if (error instanceof GoTypeError) return failed(call, whyNotDecoded(text), error.message);
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const start = text === '' ? 'it is empty' : `it begins with ${JSON.stringify(text.slice(0, 20))}`;
    return failed(call, 'notJson', `the reply is not JSON: ${start} (HTTP status ${status})`);
  }
}

function whyNotDecoded(text: string): FailedBecause {
  return isObject(JSON.parse(text)) ? 'wrongType' : 'notAnObject';
}

function concludeFromDecoded(call: OpenimCall, { common, changes }: OpenimReply): Conclusion {
  const { server, command } = call;
  const refuses = server.refuses(common);
  if (command?.phase !== 'before') {
    const reaches = refuses && reachesCaller(call);
    return {
      result: 'ignored',
      sender: 'goesOn',
      why: reaches
        ? 'the work is done, but its caller is told of an error'
        : 'the reply to an after-callback changes nothing',
      acknowledged: common.actionCode === 0 && common.errCode === 0 && !refuses,
      callerSees: reaches ? server.callerSees(common.errCode) : undefined,
    };
  }
  if (!refuses) return applied(call, command, { common, changes });
  return {
    result: 'refused',
    sender: 'refuses',
    why: server.refusal,
    code: common.errCode,
    callerSees: server.callerSees(common.errCode),
    info: common.errMsg,
    detail: common.errDlt,
  };
}

/** What the server takes over from a reply that does not refuse. */
function applied(call: OpenimCall, command: AnyCommand, { common, changes }: OpenimReply): Conclusion {
  const { server, body } = call;
  const request = isObject(body) ? body : {};
  const breaks = whyChangesBreak(command, changes, request);
  if (breaks !== undefined) return failed(call, 'breaksOperation', breaks);
  const fields = server.losesChangesOf.includes(command.wire) ? {} : changesThatCount(command, changes, request);
  const names = Object.keys(fields);
  if (names.length > 0)
    return {
      result: 'rewritten',
      sender: 'goesOn',
      why: `the server takes ${names.join(', ')} from the reply`,
      fields,
    };
  const meantOtherwise = common.actionCode !== 0 || common.nextCode !== 0 || common.errCode !== 0;
  const why = meantOtherwise ? `not refused: ${server.refusal}` : 'nothing in the reply refuses';
  return { result: 'allowed', sender: 'goesOn', why };
}

function failed(call: OpenimCall, because: FailedBecause, cause: string): Failed {
  const { server, command, failedContinue } = call;
  const noReply = because === 'timedOut' || because === 'unreachable';
  const code = noReply ? server.failureCodes.network : server.failureCodes.data;
  const goesOn = (why: string, callerSees?: number): Failed => ({
    result: 'failed',
    because,
    sender: 'goesOn',
    why: `${cause}; ${why}`,
    callerSees,
  });
  if (command?.phase !== 'before') {
    const reaches = !failedContinue && reachesCaller(call);
    return goesOn('the event has happened all the same', reaches ? code : undefined);
  }
  if (because === 'breaksOperation')
    return { result: 'failed', because, sender: 'refuses', why: cause, callerSees: undefined };
  const refusesAnyway = whyContinueDoesNotCount(server, command);
  if (failedContinue && refusesAnyway === undefined) return goesOn('failedContinue is on');
  const why = `${cause}; ${refusesAnyway ?? 'failedContinue is off'}`;
  return { result: 'failed', because, sender: 'refuses', why, callerSees: code };
}

/** In 3.0.0 to 3.4.0 "continue" is an error of its own that every caller must know, and the online push does not. */
function whyContinueDoesNotCount(server: OpenimServer, { wire }: AnyCommand): string | undefined {
  if (!server.honoursFailedContinue) return 'failedContinue is never read (servers 3.7.0 on)';
  const dropsPush = server.commandIn === 'query' && wire === 'callbackBeforeOnlinePushCommand';
  return dropsPush ? 'the online push knows no failedContinue (servers 3.0.0 to 3.4.0)' : undefined;
}

/** In 3.4.2 to 3.6 after-callbacks run in the user's request; only those of messages and presence keep errors to themselves. */
function reachesCaller({ server, command }: OpenimCall): boolean {
  return server.afterErrorsReachCaller && command !== undefined && !quiet.has(command.wire);
}

const { messages = [], receipts = [], presence = [] } = openimTopics;
const quiet = new Set([...messages, ...receipts, ...presence].map(({ wire }) => wire));

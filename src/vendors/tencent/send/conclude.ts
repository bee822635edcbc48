import { type AnyCommand, isAnswered } from '../../../catalogue/command';
import { FieldsType, isObject } from '../../../codecs';
import type { Conclusion, Undocumented } from '../../../sending/conclusion';
import type { Exchange } from '../../../sending/post';
import type { TencentCall } from './call';
import { callerSeesForPlain, refusesWithAnyCode } from './caller-sees';
import { concludeFailure } from './conclude-failure';
import { concludeFriendResults, isFriendCommand } from './conclude-friend-results';

type Reply = Readonly<Record<string, unknown>>;

/** What Tencent concludes from the reply: HTTP status 200 and a JSON object, else the callback has failed (1047/34354). */
export function concludeTencent(call: TencentCall, exchange: Exchange): Conclusion {
  if (exchange.response === undefined) return concludeFailure(call, exchange.failed, exchange.cause);
  const { status, body: text } = exchange.response;
  if (status !== 200) return concludeFailure(call, 'badStatus', `HTTP status ${status}, where only 200 counts`);
  const reply = parsed(text);
  if (reply === undefined)
    return concludeFailure(call, 'notJson', text === '' ? 'the reply is empty' : 'the reply is not JSON');
  if (!isObject(reply)) return concludeFailure(call, 'notAnObject', 'the reply is JSON, but no object');
  const wrong = wrongFieldIn(reply);
  if (wrong !== undefined) return concludeFailure(call, 'wrongType', wrong);
  return concludeFromObject(call, reply);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The three fields are required on every page; what the service makes of a reply without them is in none. */
function wrongFieldIn({ ActionStatus, ErrorCode, ErrorInfo }: Reply): string | undefined {
  if (typeof ActionStatus !== 'string') return 'ActionStatus must be a string';
  if (!Number.isSafeInteger(ErrorCode)) return 'ErrorCode must be an integer';
  return ErrorInfo === undefined || typeof ErrorInfo === 'string' ? undefined : 'ErrorInfo must be a string';
}

function concludeFromObject(call: TencentCall, reply: Reply): Conclusion {
  const { command } = call;
  const {
    ActionStatus,
    ErrorCode: code,
    ErrorInfo = '',
  } = reply as { ActionStatus: string; ErrorCode: number; ErrorInfo?: string };
  if (command !== undefined && isAnswered(command) && ActionStatus === 'OK' && code === 0)
    return answered(command, reply);
  if (command?.phase !== 'before') {
    const why = 'the reply to an after-callback changes nothing';
    const acknowledged = ActionStatus === 'OK' && code === 0;
    return { result: 'ignored', sender: 'goesOn', why, acknowledged, callerSees: undefined };
  }
  if (ActionStatus !== 'OK')
    return concludeFailure(call, 'saidFail', `ActionStatus ${ActionStatus} says that the callback failed`);
  if (isFriendCommand(command)) {
    if (code !== 0)
      return concludeFailure(
        call,
        'saidFail',
        `ErrorCode ${code} says that the callback failed; users are refused one by one`,
      );
    return concludeFriendResults(command, reply, call.body);
  }
  if (code === 0) return applied(command, reply);
  if (code === 2 && command.drops)
    return { result: 'dropped', sender: 'drops', why: 'ErrorCode 2: the sender is told that the message was sent' };
  return refused(command, code, ErrorInfo);
}

function refused(command: AnyCommand, code: number, info: string): Conclusion {
  const { plain, own } = command.refusal;
  if (code === plain) {
    const callerSees = callerSeesForPlain[command.wire];
    return {
      result: 'refused',
      sender: 'refuses',
      why: `ErrorCode ${plain} refuses`,
      code,
      callerSees,
      info,
      detail: '',
    };
  }
  const isOwn = own !== undefined && code >= own[0] && code <= own[1];
  if (!isOwn && refusesWithAnyCode.has(command.wire)) {
    const why = `ErrorCode ${code} refuses, as any but 0 does here`;
    return { result: 'refused', sender: 'refuses', why, code, callerSees: undefined, info, detail: '' };
  }
  if (!isOwn) return undocumented(`ErrorCode ${code} is not a code of ${command.wire}`);
  const why = `ErrorCode ${code} refuses, with a code of the app's own`;
  return { result: 'refused', sender: 'refuses', why, code, callerSees: code, info, detail: '' };
}

/** An after-callback whose reply the service reads. The table of its page calls the fields required (269/103730). */
function answered(command: AnyCommand, reply: Reply): Conclusion {
  const isThere =
    command.rewrite instanceof FieldsType && Object.keys(command.rewrite.required).every((name) => name in reply);
  return isThere ? applied(command, reply) : undocumented(`the reply to ${command.wire} holds no answer`);
}

/** Changes count only beside ErrorCode 0. */
function applied({ wire, rewrite, checkRewrite }: AnyCommand, reply: Reply): Conclusion {
  const known = rewrite instanceof FieldsType ? Object.keys({ ...rewrite.required, ...rewrite.optional }) : [];
  const names = known.filter((name) => reply[name] !== undefined);
  const fields = Object.fromEntries(names.map((name) => [name, reply[name]]));
  if (rewrite instanceof FieldsType && !rewrite.is(fields))
    return undocumented(`${names.join(', ')} in the reply to ${wire} is not of the documented form`);
  const refusesNobody = names.every((name) => name.startsWith('Refused') && [reply[name]].flat().length === 0);
  if (refusesNobody) return { result: 'allowed', sender: 'goesOn', why: 'ErrorCode 0 allows' };
  if (names.includes('MsgBody') && checkRewrite?.(fields, {}) !== undefined)
    return undocumented('an empty MsgBody is in no document');
  return { result: 'rewritten', sender: 'goesOn', why: `${names.join(', ')} beside ErrorCode 0`, fields };
}

function undocumented(why: string): Undocumented {
  return { result: 'undocumented', sender: 'undocumented', why };
}

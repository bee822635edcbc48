import { type Failure, statusOf } from '../../../callback/failure';
import type { FailurePolicy } from '../../../catalogue/command';
import type { Verdict } from '../../../catalogue/verdict';
import { type Answerable, replyFields, verdictFor, verdictOf } from '../../../flow/reply';
import { type Answer, inText } from '../../../flow/steps/send-failure';

/**
 * The reply, field by field as the server's `CommonCallbackResp` has it.
 *
 * `actionCode`, `errCode` and `nextCode` are JSON numbers: the server decodes them into int32. The sample reply on
 * OpenIM's group-read page prints `"nextCode": ""`, which servers from 3.4.2 on refuse to decode; after a
 * before-callback that fails the user's operation.
 */
function ack(
  actionCode: number,
  errCode: number,
  errMsg: string,
  errDlt: string,
  nextCode: number,
  fields?: object,
): string {
  return JSON.stringify({ actionCode, errCode, errMsg, errDlt, nextCode, ...fields });
}

const allowed = ack(0, 0, 'Success', '', 0);

/** Called for every refusal that is sent. */
export type OnRefusal = (about: { command: string; operationID: string }) => void;

/** How one server version wants to be answered. */
export interface OpenimAnswers {
  encodeAck: (record: Answerable) => string;
  answerTo: (failure: Failure, record: Answerable) => Answer;
}

/**
 * Servers before 3.0 refuse when `actionCode` is not 0. Servers from 3.7 on read exactly that as "ignore my answer" and refuse
 * when `actionCode` is 0 and `nextCode` is 1; the same bytes, with an `errCode`, also refuse in 3.0 to 3.5. No bytes refuse in
 * 3.6, so `onRefusal` is called.
 */
export function answersFor(
  serverVersion: string | undefined,
  policyOf: (wire: string) => FailurePolicy,
  onRefusal: OnRefusal = () => {},
): OpenimAnswers {
  const refusedBy = serverVersion?.startsWith('2.') ? { actionCode: 1, nextCode: 0 } : { actionCode: 0, nextCode: 1 };

  function encodeVerdict(verdict: Verdict, record: Answerable): string {
    const fields = replyFields(verdict, record);
    if (verdict.verdict !== 'refuse') return fields === undefined ? allowed : ack(0, 0, 'Success', '', 0, fields);
    onRefusal({ command: record.command?.wire ?? '', operationID: record.operationID });
    const { code = record.command?.refusal.plain ?? 20001, info = '', detail = '' } = verdict;
    return ack(refusedBy.actionCode, code, info, detail, refusedBy.nextCode, fields);
  }

  return {
    encodeAck: (record) => encodeVerdict(verdictOf(record), record),
    // Plain text for an unauthorised caller: the server ignores the status and reads any JSON object as approval.
    answerTo(failure, record) {
      const { command } = record;
      const policy = policyOf(command?.wire ?? '');
      const status = statusOf(failure, command, policy);
      // 2.0.0 and 2.0.1 send a callback that names no command, and treat anything but an approval as an error of the message.
      if (failure.kind === 'noCommand' && serverVersion === '2.0')
        return { status: 200, contentType: 'application/json; charset=utf-8', body: allowed };
      if (status !== 200 || command === undefined) return inText(failure, status);
      // After the fact always "allow": no version repeats or reads that reply, and servers 3.4.2 to 3.5 make any other an error
      // of the operation that the user has finished.
      const verdict = command.phase === 'before' ? verdictFor(failure, policy) : undefined;
      const body = verdict === undefined ? allowed : encodeVerdict(verdict, record);
      return { status, contentType: 'application/json; charset=utf-8', body, verdict: verdict?.verdict };
    },
  };
}

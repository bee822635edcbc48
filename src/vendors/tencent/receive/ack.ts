import { describe, type Failure, statusOf } from '../../../callback/failure';
import type { FailurePolicy } from '../../../catalogue/command';
import type { Verdict } from '../../../catalogue/verdict';
import { type Answerable, replyFields, verdictFor, verdictOf } from '../../../flow/reply';
import type { Answer } from '../../../flow/steps/send-failure';

/** The reply (1047/34354). Fields of a rewrite stand beside these three. */
function ack(ErrorCode: number, ErrorInfo = '', ActionStatus: 'OK' | 'FAIL' = 'OK', fields?: object): string {
  return JSON.stringify({ ActionStatus, ErrorInfo, ErrorCode, ...fields });
}

const allowed = ack(0);
const dropped = ack(2);

/** The ACK of a callback that went well. Changes count only beside ErrorCode 0. */
export function encodeAck(record: Answerable): string {
  return encodeVerdict(verdictOf(record), record);
}

function encodeVerdict(verdict: Verdict, record: Answerable): string {
  const fields = replyFields(verdict, record);
  switch (verdict.verdict) {
    case 'drop':
      return dropped;
    case 'refuse':
      // ActionStatus stays OK: FAIL means that the callback failed, and then the operation goes through.
      return ack(verdict.code ?? record.command?.refusal.plain ?? 1, verdict.info, 'OK', fields);
    default:
      return fields === undefined ? allowed : ack(0, '', 'OK', fields);
  }
}

/** The answer to a failure; see the table in docs/architecture.md. */
export function answerTo(policyOf: (wire: string) => FailurePolicy) {
  return function answer(failure: Failure, record: Answerable): Answer {
    const { command } = record;
    const policy = policyOf(command?.wire ?? '');
    const status = statusOf(failure, command, policy);
    const inJson = (body: string): Answer => ({ status, contentType: 'application/json; charset=utf-8', body });
    if (status !== 200 || command === undefined) return inJson(ack(1, describe(failure), 'FAIL'));
    if (command.phase === 'before') {
      const verdict = verdictFor(failure, policy);
      return { ...inJson(encodeVerdict(verdict, record)), verdict: verdict.verdict };
    }
    return inJson(failure.kind === 'deadlinePassed' ? allowed : ack(1, describe(failure), 'FAIL'));
  };
}

import { describe, type Failure, statusOf } from '../../../callback/failure';
import type { FailurePolicy } from '../../../catalogue/command';
import type { Verdict } from '../../../catalogue/verdict';
import { type Answerable, replyFields, verdictFor, verdictOf } from '../../../flow/reply';
import type { Answer } from '../../../flow/steps/send-failure';

const ack = (ok: boolean, code: number, why: string, fields?: object) => JSON.stringify({ ok, code, why, ...fields });

export function encodeAck(record: Answerable): string {
  return encodeVerdict(verdictOf(record), record);
}

function encodeVerdict(verdict: Verdict, record: Answerable): string {
  if (verdict.verdict !== 'refuse') return ack(true, 0, '', replyFields(verdict, record));
  return ack(false, verdict.code ?? 4, verdict.info ?? '');
}

export function answerTo(policyOf: (wire: string) => FailurePolicy) {
  return function answer(failure: Failure, record: Answerable): Answer {
    const { command } = record;
    const policy = policyOf(command?.wire ?? '');
    const status = statusOf(failure, command, policy);
    const inJson = (body: string): Answer => ({ status, contentType: 'application/json; charset=utf-8', body });
    if (status !== 200 || command?.phase !== 'before') return inJson(ack(false, 1, describe(failure)));
    return inJson(encodeVerdict(verdictFor(failure, policy), record));
  };
}

import type { ServerResponse } from 'node:http';
import { describe, type Failure, shown } from '../../callback/failure';
import { restIsSmall } from '../../callback/http-request';
import type { Verdict } from '../../catalogue/verdict';
import { report } from '../../observe/hooks';
import type { SendFailure } from '../parts';
import type { CallbackRecord } from '../record';
import { letGo } from '../response';
import { type SettleOptions, settle } from '../settle';

/** An answer as data. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** The verdict that the body expresses; undefined when it expresses none. */
  readonly verdict?: Verdict['verdict'] | undefined;
}

export interface SendFailureOptions extends SettleOptions {
  /** Unread bodies up to this size, in bytes, are read and discarded so that the connection can be reused. */
  bodyLimitBytes: number;
}

/** Turns a failure into the vendor's answer. */
export type AnswerTo = (failure: Failure, record: CallbackRecord) => Answer;

/** The other exit: answers every failure, also what a step of the host threw, and tells `onFailure`. */
export function sendFailure(answerTo: AnswerTo, options: SendFailureOptions): SendFailure {
  const { hooks, bodyLimitBytes } = options;
  return function sendFailure(error, record, req, res) {
    if (record.status !== 0) return; // answered already
    const failure = isFailure(error) ? error : ({ kind: 'stepFailed', cause: error } satisfies Failure);
    record.failure = failure;
    record.outcome = 'failed';
    // The rest of a refused body must not be read without limit, nor be parsed as the next request.
    const close = mustClose(failure) || !restIsSmall(req, bodyLimitBytes);
    const answer = res.headersSent ? undefined : answerTo(failure, record);
    if (answer !== undefined) write(res, answer, record.operationID, close || options.admission.draining);
    record.status = res.statusCode;
    if (failure.kind !== 'wrongMethod') {
      const { vendor, operationID, command, wire } = record;
      const about = { vendor, operationID, command: command?.wire ?? (wire && shown(wire)) };
      report(hooks, failure, { ...about, answered: answer && inAWord(answer) });
    }
    settle(record, options);
  };
}

function inAWord({ status, verdict }: Answer): string {
  return verdict ?? (status === 200 ? 'acknowledged' : `HTTP ${status}`);
}

function write(res: ServerResponse, { status, contentType, body }: Answer, operationID: string, close: boolean): void {
  if (status === 405) res.setHeader('Allow', 'POST');
  if (close || status === 503) letGo(res); // another process may be able to accept it
  res.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body), operationID });
  res.end(body);
}

/** The plain-text form: what failed, in one sentence. */
export function inText(failure: Failure, status: number): Answer {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${describe(failure)}\n` };
}

function mustClose({ kind }: Failure): boolean {
  return kind === 'bodyTooLarge' || kind === 'bodyTooSlow';
}

function isFailure(error: unknown): error is Failure {
  return typeof error === 'object' && error !== null && 'kind' in error && !(error instanceof Error);
}

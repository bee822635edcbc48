import { isObject } from '../../codecs';
import type { Found } from './finding';
import { type Answer, type Receiver, statusOf, textOf } from './question';

/** What each vendor wants. */
export const form = {
  tencent: 'status 200 and {"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}',
  openim: '{"actionCode":0,"errCode":0,"errMsg":"","errDlt":"","nextCode":0}',
};
export const sources = {
  tencent: '1047/34354: status 200 and a JSON object, anything else is a failed webhook',
  openim: "open-im-server's CommonCallbackResp; error 90007",
};

/** A reply that the sender cannot take, or that says itself that the callback failed. */
export function failedReply(vendor: Receiver['vendor'], answer: Answer, about: string): Found {
  const status = statusOf(answer);
  const text = textOf(answer);
  const { conclusion } = answer;
  const consequence =
    vendor === 'tencent'
      ? 'The callback counts as failed: what a before-callback should have refused goes through by default.'
      : 'The callback counts as failed: from 3.7.0 on the operation of a before-callback fails with 90007, whatever failedContinue says.';
  const shared = {
    level: 'problem',
    source: sources[vendor],
    change: `Answer ${form[vendor]}; imCallbacks does.`,
  } as const;
  if (text.trim() === '')
    return {
      ...shared,
      id: status === 204 ? 'status204' : 'emptyReply',
      seen: `${about}: status ${status}, and nothing in the reply`,
      why: `An empty reply is not JSON${status === 204 ? ', and 204 is not 200' : ''}. ${consequence}`,
    };
  if (/^\s*<(!doctype|html)/i.test(text))
    return {
      ...shared,
      id: 'htmlReply',
      seen: `${about}: status ${status} with an HTML page: ${titleOf(answer.shown)}`,
      why: `An error page or a front end answers in the receiver's place. ${consequence}`,
      change: 'Look for the error in the log of the app; mount the receiver before the front end and the error pages.',
    };
  if (isNextCode(answer))
    return {
      ...shared,
      id: 'stringNextCode',
      seen: `${about}: nextCode is ${JSON.stringify(replyIn(answer.shown)?.nextCode)}`,
      why: `The server decodes it into an int32, and the sample reply in OpenIM's documents, "nextCode": "", is none. ${consequence}`,
      change: 'Write numbers: "nextCode": 0 to go on, 1 to refuse.',
    };
  if (conclusion.result === 'failed' && conclusion.because === 'saidFail') return saysFail(answer.shown, about);
  if (replyIn(text) === undefined)
    return {
      ...shared,
      id: 'textReply',
      seen: `${about}: status ${status} with ${JSON.stringify(answer.shown.slice(0, 40))}`,
      why: `The reply must be a JSON object. ${consequence}`,
    };
  if (status !== 200 && vendor === 'tencent')
    return { ...shared, id: 'wrongStatus', seen: `${about}: status ${status}`, why: `Only 200 counts. ${consequence}` };
  return { ...shared, id: 'wrongType', seen: `${about}: ${conclusion.why}`, why: consequence };
}

const isNextCode = ({ conclusion }: Answer) =>
  conclusion.result === 'failed' && conclusion.because === 'wrongType' && /nextCode/i.test(conclusion.why);

function titleOf(html: string): string {
  const [, title] = /<(?:title|h1|pre)>([^<]{1,80})/i.exec(html) ?? [];
  return title === undefined ? 'no title' : JSON.stringify(title.trim());
}

export function saysFail(text: string, about: string): Found {
  const { ErrorInfo, errMsg } = replyIn(text) ?? {};
  const said = ErrorInfo || errMsg;
  return {
    id: 'saysFail',
    level: 'problem',
    seen: `${about}: the reply says that the callback failed${said ? `: ${JSON.stringify(said).slice(0, 120)}` : ''}`,
    why: 'The handler throws, or does not take this body. FAIL refuses nothing: the operation goes through.',
    source: 'Tencent 1047/34354; OpenIM: actionCode other than 0',
    change: 'Look into the log of the app; imCallbacks tells onFailure what was thrown.',
  };
}

/** The reply as a JSON object, if it is one. */
export function replyIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

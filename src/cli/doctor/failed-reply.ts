import { isObject } from '../../codecs';
import type { Answer, Found } from '../../vendors/vendor-doctor';
import type { Examined } from './receiver';

/** A reply that the sender cannot use, or that itself reports a failure. */
export function failedReply(receiver: Examined, answer: Answer, about: string): Found {
  const { status, text, conclusion, shown } = answer;
  const { why: consequence = '', source } = receiver.doctor.says.badReply;
  const shared = {
    level: 'problem',
    source,
    change: `Answer ${receiver.doctor.goodReply}; imCallbacks does.`,
  } as const;
  if (text.trim() === '')
    return {
      ...shared,
      id: status === 204 ? 'status204' : 'emptyReply',
      seen: `${about}: status ${status}, and nothing in the reply`,
      why: [`An empty reply is not JSON${status === 204 ? ', and 204 is not 200' : ''}.`, consequence],
    };
  if (/^\s*<(!doctype|html)/i.test(text))
    return {
      ...shared,
      id: 'htmlReply',
      seen: `${about}: status ${status} with an HTML page: ${titleOf(shown)}`,
      why: ["An error page or a front end answers in the receiver's place.", consequence],
      change: 'Look for the error in the log of the app; mount the receiver before the front end and the error pages.',
    };
  const own = receiver.doctor.explainBadReply?.(answer, about);
  if (own !== undefined) return own;
  const because = conclusion.result === 'failed' ? conclusion.because : undefined;
  if (because === 'saidFail') return saysFail(receiver, answer, about);
  if (replyIn(text) === undefined)
    return {
      ...shared,
      id: 'textReply',
      seen: `${about}: status ${status} with ${JSON.stringify(shown.slice(0, 40))}`,
      why: ['The reply must be a JSON object.', consequence],
    };
  if (because === 'badStatus')
    return {
      ...shared,
      id: 'wrongStatus',
      seen: `${about}: status ${status}`,
      why: ['Only 200 counts.', consequence],
    };
  return { ...shared, id: 'wrongType', seen: `${about}: ${conclusion.why}`, why: consequence };
}

function titleOf(html: string): string {
  const [, title] = /<(?:title|h1|pre)>([^<]{1,80})/i.exec(html) ?? [];
  return title === undefined ? 'no title' : JSON.stringify(title.trim());
}

/** A reply in the correct form that reports a failure. */
export function saysFail({ doctor }: Examined, { shown, conclusion }: Answer, about: string): Found {
  const said = Object.values(replyIn(shown) ?? {}).find((value) => typeof value === 'string' && value.includes(' '));
  const { why = '', source } = doctor.says.saysFail;
  const isBefore = conclusion.result === 'failed';
  return {
    id: 'saysFail',
    level: 'problem',
    seen: `${about}: the reply says that the callback failed${said ? `: ${JSON.stringify(said).slice(0, 120)}` : ''}`,
    why: ['The handler throws, or does not accept this body.', isBefore ? why : 'The event has happened anyway.'],
    source,
    change: 'Check the log of the app; imCallbacks passes the error to onFailure.',
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

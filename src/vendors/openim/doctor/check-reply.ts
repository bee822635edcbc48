import { isObject } from '../../../codecs';
import type { Answer, Found } from '../../vendor-doctor';
import { says } from './says';

/** Replies that let through what was meant to be stopped. */
export function checkReply(answer: Answer, about: string): Found[] {
  const { conclusion, status } = answer;
  if (status >= 400 && conclusion.result !== 'failed') return [errorApproves(status, about)];
  return conclusion.result === 'allowed' ? refusalThatAllows(replyIn(answer.shown), about) : [];
}

function errorApproves(status: number, about: string): Found {
  return {
    id: 'errorReadsAsApproval',
    level: 'problem',
    seen: `${about}: status ${status} with a JSON object`,
    why: 'OpenIM ignores the status: any JSON object that refuses nothing is an approval, even that of an error page.',
    source: 'open-im-server, its HTTP client: the status is never looked at',
    change: 'Answer errors to OpenIM in plain text; imCallbacks does.',
  };
}

/** The natural guess, which allows from 3.7.0 on. */
function refusalThatAllows(reply: Record<string, unknown>, about: string): Found[] {
  const { actionCode = 0, nextCode = 0, errCode = 0 } = reply;
  if (actionCode === 0 && nextCode === 0 && errCode === 0) return [];
  return [
    {
      id: 'refusalAllows',
      level: 'problem',
      seen: `${about}: actionCode ${actionCode}, errCode ${errCode}, nextCode ${nextCode}, which this server reads as allowed`,
      why: 'From 3.7.0 on only actionCode 0 with nextCode 1 refuses; actionCode 1 means "ignore my answer".',
      source: 'open-im-server#3049, #2166',
      change: 'Write refuse(), or {"actionCode":0,"errCode":20001,…,"nextCode":1}.',
    },
  ];
}

/** The sample reply in OpenIM's documents has `"nextCode": ""`. */
export function explainBadReply({ conclusion, shown }: Answer, about: string): Found | undefined {
  if (conclusion.result !== 'failed' || conclusion.because !== 'wrongType' || !/nextCode/i.test(conclusion.why))
    return undefined;
  return {
    id: 'stringNextCode',
    level: 'problem',
    seen: `${about}: nextCode is ${JSON.stringify(replyIn(shown).nextCode)}`,
    why: [
      'The server decodes it into an int32, and the sample reply in OpenIM\'s documents, "nextCode": "", is not one.',
      says.badReply.why ?? '',
    ],
    source: says.badReply.source,
    change: 'Write numbers: "nextCode": 0 to go on, 1 to refuse.',
  };
}

/** The reply's fields; none where it is no JSON object. */
function replyIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

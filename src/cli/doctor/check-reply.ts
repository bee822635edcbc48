import { isObject } from '../../codecs';
import type { Found } from './finding';
import { type Answer, type Receiver, statusOf, textOf } from './question';

/** Whether the reply is one that the sender can take, and says what was meant. */
export function checkReply({ vendor }: Receiver, answer: Answer, about: string): Found[] {
  const { conclusion } = answer;
  const text = textOf(answer);
  const reply = replyIn(text);
  const other = vendor === 'tencent' ? 'actionCode' : 'ActionStatus';
  if (reply !== undefined && Object.hasOwn(reply, other)) return [otherVendors(vendor, about)];
  if (vendor === 'openim' && statusOf(answer) >= 400 && conclusion.result !== 'failed')
    return [errorApproves(answer, about)];
  switch (conclusion.result) {
    case 'failed':
      return [failed(vendor, answer, about)];
    case 'undocumented':
      return [undocumented(conclusion.why, about)];
    case 'ignored':
      return conclusion.acknowledged ? [] : [saysFail(text, about)];
    case 'allowed':
      return refusalThatAllows(reply, about);
    default:
      return [];
  }
}

function replyIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const form = {
  tencent: 'status 200 and {"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}',
  openim: '{"actionCode":0,"errCode":0,"errMsg":"","errDlt":"","nextCode":0}',
};
const sources = {
  tencent: '1047/34354: status 200 and a JSON object, anything else is a failed webhook',
  openim: "open-im-server's CommonCallbackResp; error 90007",
};

function failed(vendor: Receiver['vendor'], answer: Answer, about: string): Found {
  const status = statusOf(answer);
  const text = textOf(answer);
  const { conclusion } = answer;
  const consequence =
    vendor === 'tencent'
      ? 'The callback counts as failed: by default what should have been refused goes through.'
      : 'The callback counts as failed: from 3.7.0 on the operation fails with 90007, whatever failedContinue says.';
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
      seen: `${about}: status ${status} with an HTML page: ${titleOf(text)}`,
      why: `An error page or a front end answers in the receiver's place. ${consequence}`,
      change: 'Look for the error in the log of the app; mount the receiver before the front end and the error pages.',
    };
  if (isNextCode(answer))
    return {
      ...shared,
      id: 'stringNextCode',
      seen: `${about}: nextCode is ${JSON.stringify(replyIn(text)?.nextCode)}`,
      why: `The server decodes it into an int32, and the sample reply in OpenIM's documents, "nextCode": "", is none. ${consequence}`,
      change: 'Write numbers: "nextCode": 0 to go on, 1 to refuse.',
    };
  if (conclusion.result === 'failed' && conclusion.because === 'saidFail') return saysFail(text, about);
  if (replyIn(text) === undefined)
    return {
      ...shared,
      id: 'textReply',
      seen: `${about}: status ${status} with ${JSON.stringify(text.slice(0, 40))}`,
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

function otherVendors(vendor: Receiver['vendor'], about: string): Found {
  const [theirs, effect] =
    vendor === 'tencent'
      ? ["OpenIM's", 'Tencent counts it as a failed callback.']
      : ["Tencent's", 'OpenIM decodes it to all zeros, and lets everything through.'];
  return {
    id: 'otherVendorsReply',
    level: 'problem',
    seen: `${about}: the reply has the form of ${theirs}`,
    why: effect,
    source: sources[vendor],
    change: `Answer ${form[vendor]}. With imCallbacks, name both vendors in its options.`,
  };
}

function errorApproves(answer: Answer, about: string): Found {
  return {
    id: 'errorReadsAsApproval',
    level: 'problem',
    seen: `${about}: status ${statusOf(answer)} with a JSON object`,
    why: 'OpenIM looks at no status: any JSON object that refuses nothing is an approval, that of an error page too.',
    source: 'open-im-server, its HTTP client: the status is never looked at',
    change: 'Answer errors to OpenIM in plain text; imCallbacks does.',
  };
}

/** OpenIM's natural guess, which allows from 3.7.0 on. */
function refusalThatAllows(reply: Record<string, unknown> | undefined, about: string): Found[] {
  const { actionCode = 0, nextCode = 0, errCode = 0 } = reply ?? {};
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

function saysFail(text: string, about: string): Found {
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

function undocumented(why: string, about: string): Found {
  return {
    id: 'undocumentedCode',
    level: 'problem',
    seen: `${about}: ${why}`,
    why: 'Each command has a range for codes of your own; what others do is in no document.',
    source: 'the pages of the commands; im-callbacks show <command>',
    change: 'Use the plain code, or one of the range.',
  };
}

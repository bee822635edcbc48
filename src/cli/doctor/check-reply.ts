import { failedReply, form, replyIn, saysFail, sources } from './failed-reply';
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
      return [failedReply(vendor, answer, about)];
    case 'undocumented':
      return [undocumented(conclusion.why, about)];
    case 'ignored':
      return conclusion.acknowledged ? [] : [saysFail(answer.shown, about)];
    case 'allowed':
      return refusalThatAllows(replyIn(answer.shown), about);
    default:
      return [];
  }
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

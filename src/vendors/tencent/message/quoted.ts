import { compose } from '../../../callback/message/compose';
import { dateOf, type Fields, jsonObjectIn, numberAt, textAt } from '../../../callback/message/field';
import type { Message } from '../../../callback/message/message';
import { isObject } from '../../../codecs';

/** The names under which apps write what a message answers, in `CloudCustomData`. */
export const replyNames = ['messageReply', 'messageReference'] as const;

/** What they write of its text. */
export const abstract = 'messageAbstract';

/**
 * The message that one answers. Tencent has no element for it: the apps that are made of TUIKit write it into
 * `CloudCustomData`, `{"messageReply":{"messageID":…,"messageAbstract":…,"messageSender":…,"messageTime":…}}`
 * (TencentCloud/TIMSDK; `messageSender` is a name where the author has one).
 */
export function quotedIn(attached: string | undefined): Message | undefined {
  const replies = repliesIn(attached);
  const [reply] = replies;
  if (reply === undefined) return undefined;
  return compose({
    // Which of two an app shows is not known, so both are read.
    parts: replies.map((one) => ({ kind: 'text', text: textAt(one, abstract) ?? '' })),
    sender: { id: undefined, name: textAt(reply, 'messageSender'), faceUrl: undefined },
    sentAt: dateOf((numberAt(reply, 'messageTime') ?? 0) * 1000),
    id: textAt(reply, 'messageID'),
  });
}

function repliesIn(attached: string | undefined): readonly Fields[] {
  const data = attached === undefined ? undefined : jsonObjectIn(attached);
  return data === undefined ? [] : replyNames.map((name) => data[name]).filter(isObject);
}

/** This file only has to compile: what is legal does, and each `@ts-expect-error` is a mistake that must not. */
import { type AnyEvent, allow, type EventOf, imCallbacks, refuse } from '../../../src';
import {
  type MediaPart,
  type Message,
  type MessageCommand,
  type MessagePart,
  messageOf,
  type RewritableMessageCommand,
  replaceText,
  textOf,
} from '../../../src/message';
import type { CommandNamed } from '../../../src/vendors/commands';

const tencent = { sdkAppId: 1400000001 };
const openim = {};
declare function expectType<T>(value: T): void;
const mask = (text: string) => text.replaceAll('spam', '***');

// One handler for both vendors needs no narrowing.
imCallbacks({
  tencent,
  openim,
  onGroupMsg(event) {
    const message = messageOf(event);
    expectType<Message>(message);
    expectType<string | undefined>(message.sender?.id);
    for (const item of message.media) {
      expectType<number | undefined>(item.size);
      if (item.kind === 'sound') expectType<number | undefined>(item.duration);
      // @ts-expect-error: pictures have no duration
      item.duration;
    }
  },
  onOfficialAccountMsg: (event) => expectType<string>(textOf(event, { custom: true })),
  beforeGroupMsg: (event) => (textOf(event).includes('spam') ? refuse({ info: 'no spam' }) : allow()),
  onAny: (event) => expectType<Message | undefined>(messageOf(event)),
});

// Moderation that changes texts, with one vendor and with both.
imCallbacks({ tencent, beforeGroupMsg: (event) => replaceText(event, mask) ?? refuse() });
imCallbacks({ openim, beforeMsgModify: async (event) => replaceText(event, mask) ?? refuse() });
imCallbacks({
  tencent,
  openim,
  beforeGroupMsg: (event) => replaceText(event, mask) ?? refuse({ info: 'mind your words' }),
  beforeC2cMsg: async (event) => replaceText(event, mask) ?? allow(),
  beforeMsgModify: (event) => replaceText(event, mask) ?? refuse(),
});

// @ts-expect-error: a text that cannot be changed is for the handler to decide
imCallbacks({ tencent, beforeGroupMsg: (event) => replaceText(event, mask) });
// @ts-expect-error: nobody reads changes after the fact
imCallbacks({ tencent, onGroupMsg: (event) => replaceText(event, mask) });
// @ts-expect-error: no text, no function
imCallbacks({ tencent, beforeGroupMsg: (event) => replaceText(event) ?? refuse() });
// @ts-expect-error: a text becomes a text
imCallbacks({ tencent, beforeGroupMsg: (event) => replaceText(event, () => undefined) ?? refuse() });
// @ts-expect-error: a receipt says nothing
imCallbacks({ tencent, onReadReceipt: (event) => textOf(event).length });
// @ts-expect-error: neither of the two does
imCallbacks({ tencent, openim, onReadReceipt: (event) => textOf(event).length });
// @ts-expect-error: so it has no text
imCallbacks({ tencent, onReadReceipt: (event) => messageOf(event).text });
// @ts-expect-error: options are an object
imCallbacks({ tencent, onGroupMsg: (event) => textOf(event, true) });
// @ts-expect-error: which commands take a changed message the compiler knows
imCallbacks({ openim, beforeGroupMsg: (event) => replaceText(event, mask)?.fields });

// The inferred type is exactly the command's.
declare const beforeGroupMsg: EventOf<CommandNamed<'Group.CallbackBeforeSendMsg'>>;
declare const beforeSendGroupMsg: EventOf<CommandNamed<'callbackBeforeSendGroupMsgCommand'>>;
declare const beforeMsgModify: EventOf<CommandNamed<'callbackBeforeMsgModifyCommand'>>;
declare const anyEvent: AnyEvent;
expectType<'allow' | 'rewrite' | undefined>(replaceText(beforeGroupMsg, mask)?.verdict);
expectType<'allow' | undefined>(replaceText(beforeSendGroupMsg, mask)?.verdict);
const modified = replaceText(beforeMsgModify, mask);
if (modified?.verdict === 'rewrite') expectType<string | undefined>(modified.fields.content);
expectType<Message | undefined>(messageOf(anyEvent));
expectType<string>(textOf(anyEvent));

// The names of commands, and a switch over all kinds.
expectType<MessageCommand>('OfficialAccount.CallbackAfterSendMsg');
// @ts-expect-error: there is no message in it
expectType<MessageCommand>('Group.CallbackAfterReadReceipt');
// @ts-expect-error: OpenIM reads no changes of it
expectType<RewritableMessageCommand>('callbackBeforeSendGroupMsgCommand');

export function label(part: MessagePart): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'image':
    case 'sound':
    case 'video':
    case 'file':
      return media(part);
    case 'location':
    case 'custom':
      return part.description;
    case 'card':
      return part.name;
    case 'face':
      return part.data;
    case 'merged':
      return part.title;
    case 'typing':
      return '';
    case 'notice':
    case 'other':
      return part.type;
  }
}

function media(part: MediaPart): string {
  return part.url ?? part.kind;
}

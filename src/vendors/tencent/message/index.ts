import { compose, type MessageRead } from '../../../callback/message/compose';
import { dateOf, type Fields, listAt, numberAt, textAt, textsAt } from '../../../callback/message/field';
import type { Mentions, Message, Sender } from '../../../callback/message/message';
import { outermost } from '../../../callback/message/nesting';
import { isObject } from '../../../codecs';
import type { VendorMessages } from '../../vendor-messages';
import { changesOf } from './change';
import { partsOf } from './parts';
import { quotedIn } from './quoted';

/** Messages of Tencent: which commands carry one, and which of them take a changed one. */
export const messages = {
  read: {
    'C2C.CallbackBeforeSendMsg': c2cMessage,
    'C2C.CallbackAfterSendMsg': c2cMessage,
    'C2C.CallbackAfterModifyMsg': (body) => compose({ ...said(body), ...toUser(body), sentAt: firstSentAt(body) }),
    'Bot.OnC2CMessage': c2cMessage,
    'Chatbot.OnC2CSignalMessage': signal,
    'Group.CallbackBeforeSendMsg': groupMessage,
    'Group.CallbackAfterSendMsg': groupMessage,
    'Group.CallbackSendMsgException': groupMessage,
    'Group.CallbackAfterModifyMsg': (body) => compose({ ...said(body), ...toGroup(body), sentAt: firstSentAt(body) }),
    'Bot.OnGroupMessage': groupMessage,
    'OfficialAccount.CallbackBeforeSendMsg': officialAccountMessage,
    'OfficialAccount.CallbackAfterSendMsg': officialAccountMessage,
  },
  replace: {
    'C2C.CallbackBeforeSendMsg': changesOf,
    'Group.CallbackBeforeSendMsg': changesOf,
    'OfficialAccount.CallbackBeforeSendMsg': changesOf,
  },
} satisfies VendorMessages;

function c2cMessage(body: Fields): Message {
  return compose({ ...said(body), ...toUser(body) });
}

function groupMessage(body: Fields): Message {
  return compose({ ...said(body), ...toGroup(body) });
}

function officialAccountMessage(body: Fields): Message {
  const id = textAt(body, 'Official_Account');
  return compose({
    ...said(body),
    sender: senderOf(id),
    conversation: id === undefined ? undefined : { kind: 'officialAccount', id, topicId: undefined },
    sentAt: sentAt(body),
    id: textAt(body, 'MsgKey'),
  });
}

/** What a client tells a chatbot is for no eyes: it has no elements. */
function signal(body: Fields): Message {
  const data = textAt(body, 'Data') ?? '';
  return compose({ ...toUser(body), parts: [{ kind: 'custom', data, description: '', extension: '' }] });
}

function said(body: Fields): MessageRead {
  const attached = textAt(body, 'CloudCustomData');
  const parts = partsOf(listAt(body, 'MsgBody'), outermost());
  return { parts, attached, quoted: quotedIn(attached), mentions: mentionsOf(body) };
}

function toUser(body: Fields): Partial<MessageRead> {
  const id = textAt(body, 'To_Account');
  return {
    sender: senderOf(textAt(body, 'From_Account')),
    conversation: id === undefined ? undefined : { kind: 'c2c', id, topicId: undefined },
    sentAt: sentAt(body),
    id: textAt(body, 'MsgKey'),
  };
}

/** `MsgSeq` is random where a message is for those who are online alone, and names none then. */
function toGroup(body: Fields): Partial<MessageRead> {
  const id = textAt(body, 'GroupId');
  const isNumbered = numberAt(body, 'OnlineOnlyFlag') !== 1;
  return {
    sender: senderOf(textAt(body, 'From_Account')),
    conversation: id === undefined ? undefined : { kind: 'group', id, topicId: textAt(body, 'TopicId') },
    sentAt: sentAt(body),
    id: isNumbered ? numberAt(body, 'MsgSeq')?.toString() : undefined,
  };
}

/** Only callbacks after the fact have `GroupAtInfo`, and only those of bots `AtRobots_Account`. */
function mentionsOf(body: Fields): Mentions | undefined {
  const infos = listAt(body, 'GroupAtInfo').filter(isObject);
  const users = infos.flatMap((info) => textAt(info, 'GroupAt_Account') ?? []);
  return {
    everybody: infos.some((info) => numberAt(info, 'GroupAtAllFlag') === 1),
    users: [...users, ...textsAt(body, 'AtRobots_Account')],
  };
}

function senderOf(id: string | undefined): Sender | undefined {
  return id === undefined ? undefined : { id, name: undefined, faceUrl: undefined };
}

/** `EventTime` is exact to the millisecond, where it is there. */
function sentAt(body: Fields): Date | undefined {
  return dateOf(numberAt(body, 'EventTime')) ?? firstSentAt(body);
}

/** Not when it was edited, which is what `EventTime` tells then. */
function firstSentAt(body: Fields): Date | undefined {
  return dateOf((numberAt(body, 'MsgTime') ?? 0) * 1000);
}

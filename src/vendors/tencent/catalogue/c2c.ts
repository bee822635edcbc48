import type * as t from 'io-ts';
import type { Identity } from '../../../catalogue/command';
import { fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { betweenUsers, c2c, ofUser, sentAt } from './conversation';
import { checkMessageChanges, isStreamed, MessageChanges, MsgBody } from './fragments';

/**
 * A one-to-one message as both send callbacks have it (1047/34364 and 34365). A capture of 2017 has little but the two
 * users and the body; EventTime and FriendShip are in captures, in no document.
 */
const message = {
  required: { From_Account: text, To_Account: text, MsgBody },
  optional: {
    CallbackCommand: text,
    MsgSeq: integer,
    MsgRandom: integer,
    MsgTime: integer,
    MsgKey: text,
    MsgId: text,
    OnlineOnlyFlag: integer,
    CloudCustomData: text,
    EventTime: integer,
    FriendShip: integer,
  },
};

const Message = fields('message', message.required, message.optional);
type Message = t.TypeOf<typeof Message>;

/** What names a message. MsgKey joins the last three, and is newer than they are. */
function messageIdentity(body: Message): Identity {
  const { From_Account, To_Account, MsgSeq, MsgRandom, MsgTime } = body;
  const belongs = { conversation: c2c(From_Account, To_Account), at: sentAt(body) };
  return isStreamed(body.MsgBody)
    ? belongs
    : { ...belongs, key: [From_Account, To_Account, MsgSeq, MsgRandom, MsgTime] };
}

const sentMessage: t.OutputOf<typeof Message> = {
  From_Account: 'u_alice',
  To_Account: 'u_bob',
  MsgSeq: 70211,
  MsgRandom: 4021556,
  MsgTime: 1718000010,
  MsgKey: '70211_4021556_1718000010',
  OnlineOnlyFlag: 0,
  MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'lunch at noon?' } }],
  CloudCustomData: '{"trace":"a1"}',
};

export const beforeSendMsg = command({
  wire: 'C2C.CallbackBeforeSendMsg',
  event: 'c2cMsg',
  phase: 'before',
  summary: 'A message of one user is about to reach another.',
  titleZh: '发单聊消息之前回调',
  source: '1047/34364, 269/1632',
  request: fields('C2C.CallbackBeforeSendMsg', message.required, message.optional),
  rewrite: MessageChanges,
  checkRewrite: checkMessageChanges,
  drops: true,
  refusal: { plain: 1, own: [120001, 130000] },
  quirks: [
    'A refusal without a code of its own reaches the sender as 20006.',
    'A refused message has no after-callback; a changed one has its changed body there.',
    'An older text lets voice, image, file and video elements only be replaced by text or custom elements, not edited.',
    'Traffic of 2017 lacks MsgSeq and MsgRandom, and MsgKey came in 2020.',
  ],
  identity: messageIdentity,
  sample: { ...sentMessage, CallbackCommand: 'C2C.CallbackBeforeSendMsg' },
});

export const afterSendMsg = command({
  wire: 'C2C.CallbackAfterSendMsg',
  event: 'c2cMsg',
  phase: 'after',
  summary: 'A message of one user to another was delivered, or its delivery failed: SendMsgResult says which.',
  titleZh: '发单聊消息之后回调',
  source: '1047/34365, 269/2716',
  request: fields('C2C.CallbackAfterSendMsg', message.required, {
    ...message.optional,
    SendMsgResult: integer,
    ErrorInfo: text,
    UnreadMsgNum: integer,
  }),
  quirks: [
    'It comes for a failed delivery too: look at SendMsgResult.',
    'ErrorInfo is a field of the request here; the reply has a field of the same name.',
    'Traffic of 2017 lacks MsgSeq, MsgRandom, SendMsgResult, UnreadMsgNum and OnlineOnlyFlag, and MsgKey came in 2020.',
  ],
  identity: messageIdentity,
  sample: {
    ...sentMessage,
    CallbackCommand: 'C2C.CallbackAfterSendMsg',
    SendMsgResult: 0,
    ErrorInfo: 'send msg succeed',
    UnreadMsgNum: 3,
  },
});

export const afterMsgReport = command({
  wire: 'C2C.CallbackAfterMsgReport',
  event: 'c2cReadReceipt',
  phase: 'after',
  summary: 'A user read the messages of another.',
  titleZh: '单聊消息已读上报后回调',
  source: '1047/43465, 269/61696',
  request: fields(
    'C2C.CallbackAfterMsgReport',
    { Report_Account: text, Peer_Account: text },
    { CallbackCommand: text, LastReadTime: integer, UnreadMsgNum: integer, EventTime: integer },
  ),
  meanings: {
    Report_Account: 'user ID of the reader',
    Peer_Account: 'user ID of the author of the messages that were read',
    LastReadTime: 'every message up to this time is read; Unix SECONDS, which no document states',
    UnreadMsgNum: 'unread one-to-one messages that the reader has left in all conversations together',
  },
  quirks: ['The users are Report_Account and Peer_Account, not From_Account and To_Account.'],
  // A user may read twice up to the same time. LastReadTime is not when it happened either: the reader may set it.
  identity: ({ Report_Account, Peer_Account, EventTime }) => ({
    conversation: c2c(Report_Account, Peer_Account),
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'C2C.CallbackAfterMsgReport',
    Report_Account: 'u_bob',
    Peer_Account: 'u_alice',
    LastReadTime: 1718000066,
    UnreadMsgNum: 0,
  },
});

export const afterMsgWithDraw = command({
  wire: 'C2C.CallbackAfterMsgWithDraw',
  event: 'c2cMsgRevoke',
  phase: 'after',
  summary: 'A message of one user to another was recalled.',
  titleZh: '单聊消息撤回后回调',
  source: '1047/43466, 269/61697',
  request: fields(
    'C2C.CallbackAfterMsgWithDraw',
    { From_Account: text, To_Account: text, MsgKey: text },
    { CallbackCommand: text, UnreadMsgNum: integer, EventTime: integer },
  ),
  meanings: { MsgKey: 'key of the recalled message' },
  quirks: ['WithDraw has a capital D.'],
  // A message can be recalled once.
  identity: ({ From_Account, To_Account, MsgKey, EventTime }) => ({
    key: [From_Account, To_Account, MsgKey],
    conversation: c2c(From_Account, To_Account),
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'C2C.CallbackAfterMsgWithDraw',
    From_Account: 'u_alice',
    To_Account: 'u_bob',
    MsgKey: '70211_4021556_1718000010',
    UnreadMsgNum: 2,
  },
});

export const afterModifyMsg = command({
  wire: 'C2C.CallbackAfterModifyMsg',
  event: 'c2cMsgModify',
  phase: 'after',
  summary: 'A message of one user to another was edited.',
  titleZh: '单聊消息编辑之后回调',
  source: '269/128224',
  request: fields(
    'C2C.CallbackAfterModifyMsg',
    { From_Account: text, To_Account: text, MsgKey: text, MsgBody },
    {
      CallbackCommand: text,
      Operator_Account: text,
      MsgRandom: integer,
      MsgSeq: integer,
      MsgTime: integer,
      CloudCustomData: text,
      EventTime: integer,
    },
  ),
  meanings: {
    Operator_Account: 'user ID of the user who edited it',
    MsgTime: 'when the message was first sent, Unix SECONDS',
    MsgKey: 'key of the edited message',
    MsgBody: 'the message as it is now: a list of elements',
  },
  quirks: ['Only the documents of the mainland site have it.'],
  // A message can be edited many times and MsgKey names the message.
  identity: betweenUsers,
  sample: {
    CloudCustomData: 'v2',
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'lunch at one?' } }],
    CallbackCommand: 'C2C.CallbackAfterModifyMsg',
    Operator_Account: 'u_alice',
    From_Account: 'u_alice',
    To_Account: 'u_bob',
    MsgRandom: 4021556,
    MsgSeq: 70211,
    MsgTime: 1718000010,
    MsgKey: '70211_4021556_1718000010',
    EventTime: 1718000099123,
  },
});

const Receipt = fields('receipt', { MsgKey: text }, { From_Account: text, To_Account: text, MsgId: text });

export const afterMsgReadReceipt = command({
  wire: 'C2C.CallbackAfterMsgReadReceipt',
  event: 'c2cMsgReadReceipt',
  phase: 'after',
  summary: 'A user sent read receipts for messages of another, who had asked for them.',
  titleZh: '单聊单条消息已读回执之后回调',
  source: '269/128223',
  request: fields(
    'C2C.CallbackAfterMsgReadReceipt',
    { Operator_Account: text, Peer_Account: text, C2CMsgInfo: list(Receipt) },
    { CallbackCommand: text, EventTime: integer },
  ),
  meanings: {
    Operator_Account: 'user ID of the reader',
    Peer_Account: 'user ID of the sender of the messages',
    C2CMsgInfo: 'the messages read',
    'C2CMsgInfo[].MsgKey': 'key of the message',
    'C2CMsgInfo[].From_Account': 'user ID of the sender of the message; not in the table of the page',
    'C2CMsgInfo[].To_Account': 'user ID of the receiver of the message; not in the table of the page',
    EventTime: 'when the receipts were sent, Unix milliseconds',
  },
  quirks: [
    'It reports single messages; C2C.CallbackAfterMsgReport reports that a whole conversation was read.',
    'Receipts that the REST API sends cause it, too.',
    'Only the documents of the mainland site have it.',
  ],
  // Receipts of the same messages may come again.
  identity: ({ Operator_Account, Peer_Account, EventTime }) => ({
    conversation: c2c(Operator_Account, Peer_Account),
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'C2C.CallbackAfterMsgReadReceipt',
    Operator_Account: 'u_bob',
    Peer_Account: 'u_alice',
    C2CMsgInfo: [
      {
        From_Account: 'u_alice',
        To_Account: 'u_bob',
        MsgKey: '70211_4021556_1718000010',
        MsgId: '144115200000000001-1718000009-4021556',
      },
    ],
    EventTime: 1718000150123,
  },
});

export const afterMsgReadAll = command({
  wire: 'C2C.CallbackAfterMsgReadAll',
  event: 'unreadClear',
  phase: 'after',
  summary: 'A user marked everything as read, in one-to-one conversations and in groups.',
  titleZh: '清除全部未读消息之后回调(含单/群聊)',
  source: '269/128225',
  request: fields(
    'C2C.CallbackAfterMsgReadAll',
    { Report_Account: text },
    {
      CallbackCommand: text,
      EventTime: integer,
      GroupReadInfo: list(fields('group read', {}, { GroupId: text, MsgSeq: integer })),
    },
  ),
  meanings: {
    Report_Account: 'user ID of the reader',
    GroupReadInfo: 'the groups concerned',
    'GroupReadInfo[].MsgSeq': 'sequence number up to which the group is read',
  },
  quirks: [
    'It is called C2C and covers groups, too; the one-to-one conversations are not listed.',
    'Only the documents of the mainland site have it.',
  ],
  identity: ({ Report_Account, EventTime }) => ofUser({ From_Account: Report_Account, EventTime }),
  sample: {
    CallbackCommand: 'C2C.CallbackAfterMsgReadAll',
    Report_Account: 'u_bob',
    EventTime: 1718000160123,
    GroupReadInfo: [{ GroupId: '@TGS#2EXAMPLE', MsgSeq: 41 }],
  },
});

const Extension = fields('extension', {}, { Key: text, Value: text, Seq: integer });

export const afterC2CMsgExtension = command({
  wire: 'C2C.CallbackAfterC2CMsgExtension',
  event: 'c2cMsgExtension',
  phase: 'after',
  summary: 'Key-value pairs attached to a message of one user to another were set, deleted or cleared.',
  titleZh: '设置单聊消息扩展回调',
  source: '1047/76006, 269/126475',
  request: fields(
    'C2C.CallbackAfterC2CMsgExtension',
    { From_Account: text, To_Account: text, MsgKey: text, OperateType: integer },
    // A clear has no pairs to list.
    { CallbackCommand: text, ExtensionList: list(Extension), Seq: integer, EventTime: integer },
  ),
  meanings: {
    MsgKey: 'key of the message they are attached to',
    OperateType: '1 set, 2 delete, 3 clear all',
    ExtensionList: 'the pairs concerned; empty where all were cleared',
    'ExtensionList[].Key': 'name of the pair',
    'ExtensionList[].Value': 'its new value; empty where it was deleted',
    'ExtensionList[].Seq': 'version of this pair',
    Seq: 'newest version of all pairs of the message',
  },
  // No document says whether Seq grows with every operation.
  identity: betweenUsers,
  sample: {
    CallbackCommand: 'C2C.CallbackAfterC2CMsgExtension',
    From_Account: 'u_alice',
    To_Account: 'u_bob',
    MsgKey: '70211_4021556_1718000010',
    OperateType: 1,
    ExtensionList: [{ Key: 'vote', Value: 'yes', Seq: 4 }],
    Seq: 4,
    EventTime: 1718000120456,
  },
});

import type { Identity } from '../../../catalogue/command';
import { fields, integer, list, text } from '../../../codecs';
import { command, groupRefusal } from './command';
import { inGroup, inTopic, sentAt } from './conversation';
import { checkMessageChanges, isStreamed, MessageChanges, MsgBody } from './fragments';

const Mention = fields('mention', {}, { GroupAtAllFlag: integer, GroupAt_Account: text });

/**
 * A group message as the callbacks about sending have it: the union of the pages 1047/34374, 34375 and 49462, 269/1619
 * and 2661.
 */
const message = {
  required: { GroupId: text, From_Account: text, MsgBody },
  optional: {
    CallbackCommand: text,
    Type: text,
    Operator_Account: text,
    Random: integer,
    MsgId: text,
    OnlineOnlyFlag: integer,
    CloudCustomData: text,
    TopicId: text,
    MsgPriority: text,
    EventTime: integer,
  },
};

interface Unnumbered {
  readonly GroupId: string;
  readonly TopicId?: string;
  readonly From_Account: string;
  readonly Random?: number;
  readonly EventTime?: number;
  readonly MsgBody: readonly { MsgType: string }[];
}

/**
 * A message that has no MsgSeq, because it is not sent yet or could not be: Random and the sender name it within its
 * millisecond.
 */
function ofUnnumbered(body: Unnumbered): Identity {
  const { GroupId, TopicId, From_Account, Random, EventTime } = body;
  if (isStreamed(body.MsgBody)) return inTopic(body);
  return { ...inTopic(body), key: [GroupId, TopicId || null, From_Account, Random, EventTime] };
}

export const beforeSendMsg = command({
  wire: 'Group.CallbackBeforeSendMsg',
  event: 'groupMsg',
  phase: 'before',
  summary: 'A message is about to reach a group.',
  titleZh: '群内发言之前回调',
  source: '1047/34374, 269/1619',
  request: fields('Group.CallbackBeforeSendMsg', message.required, message.optional),
  quirks: [
    'It may have no after-callback: groups of type AVChatRoom drop messages above their rate limit.',
    'The caller sees a refusal without a code of its own as 10016.',
  ],
  rewrite: MessageChanges,
  checkRewrite: checkMessageChanges,
  drops: true,
  refusal: groupRefusal,
  identity: ofUnnumbered,
  sample: {
    CallbackCommand: 'Group.CallbackBeforeSendMsg',
    GroupId: '@TGS#_@TGS#dNOVA62CJ',
    Type: 'Community',
    From_Account: 'u_alice',
    Operator_Account: 'u_alice',
    Random: 778899,
    OnlineOnlyFlag: 0,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'meet at the hut' } }],
    CloudCustomData: 'k=v',
    TopicId: '@TGS#_@TGS#dNOVA62CJ@TOPIC#_Trails',
    EventTime: '1718000205001',
  },
});

export const afterSendMsg = command({
  wire: 'Group.CallbackAfterSendMsg',
  event: 'groupMsg',
  phase: 'after',
  summary: 'A group message was sent. MsgSeq orders the messages of a group, but is random for online-only messages.',
  titleZh: '群内发言之后回调',
  source: '1047/34375, 269/2661',
  request: fields('Group.CallbackAfterSendMsg', message.required, {
    ...message.optional,
    MsgSeq: integer,
    MsgTime: integer,
    GroupAtInfo: list(Mention),
  }),
  meanings: {
    MsgSeq: 'orders the messages of the group; random for online-only messages',
    GroupAtInfo: 'mentions, at most 30',
    'GroupAtInfo[].GroupAtAllFlag': '1 mentions everybody, 0 one member',
    'GroupAtInfo[].GroupAt_Account': 'user ID of the member mentioned; absent where everybody is',
  },
  quirks: ['Traffic of 2018 to 2020 lacks EventTime, Operator_Account, Random, and sometimes MsgSeq and MsgTime.'],
  // MsgSeq alone is not enough: for online-only messages it is a random number.
  identity(body) {
    const { GroupId, TopicId, MsgSeq, Random, OnlineOnlyFlag } = body;
    const belongs = { ...inTopic(body), at: sentAt(body) };
    if (isStreamed(body.MsgBody)) return belongs;
    const sequence = OnlineOnlyFlag === 1 ? undefined : MsgSeq;
    return { ...belongs, key: [GroupId, TopicId || null, MsgSeq, Random], sequence };
  },
  sample: {
    CallbackCommand: 'Group.CallbackAfterSendMsg',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    From_Account: 'u_alice',
    Operator_Account: 'u_alice',
    Random: 778899,
    MsgSeq: 1204,
    MsgTime: 1718000206,
    OnlineOnlyFlag: 0,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'meet at the hut' } }],
    CloudCustomData: 'k=v',
    EventTime: '1718000206321',
  },
});

export const afterSendMsgException = command({
  wire: 'Group.CallbackSendMsgException',
  event: 'groupMsgFailure',
  phase: 'after',
  summary: 'A group message could not be sent.',
  titleZh: '发送群聊消息异常回调',
  source: '1047/49462, 269/78619',
  request: fields('Group.CallbackSendMsgException', message.required, {
    ...message.optional,
    ErrorCode: integer,
    ErrorInfo: text,
  }),
  meanings: { ErrorCode: 'error code of the service, e.g. 10023', ErrorInfo: 'the reason in words' },
  quirks: [
    'ErrorCode and ErrorInfo say why the message failed; they are not the fields of the same name in the reply.',
    'Type may be missing, because the message may have gone to a group that does not exist.',
  ],
  identity: ofUnnumbered,
  sample: {
    CallbackCommand: 'Group.CallbackSendMsgException',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    From_Account: 'u_alice',
    Operator_Account: 'u_alice',
    Random: 778901,
    OnlineOnlyFlag: 0,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'too fast' } }],
    CloudCustomData: 'k=v',
    ErrorCode: 10023,
    ErrorInfo: 'rate limited',
    EventTime: '1718000212001',
  },
});

export const afterRecallMsg = command({
  wire: 'Group.CallbackAfterRecallMsg',
  event: 'groupMsgRevoke',
  phase: 'after',
  summary: 'One or several messages of a group were recalled.',
  titleZh: '撤回群消息之后回调',
  source: '1047/46979, 269/73141',
  request: fields(
    'Group.CallbackAfterRecallMsg',
    { GroupId: text, MsgSeqList: list(fields('recalled message', { MsgSeq: integer }, { MsgId: text })) },
    { CallbackCommand: text, Operator_Account: text, Type: text, TopicId: text, EventTime: integer },
  ),
  meanings: { MsgSeqList: 'the messages that are gone', Operator_Account: 'user ID of the user who recalled them' },
  quirks: ['It has a page of its own but is missing from the list of commands.'],
  // Two recalls may share a message; the key is a digest.
  identity: inTopic,
  sample: {
    CallbackCommand: 'Group.CallbackAfterRecallMsg',
    Operator_Account: 'u_alice',
    Type: 'Community',
    GroupId: '@TGS#_@TGS#dNOVA62CJ',
    MsgSeqList: [{ MsgSeq: 77, MsgId: '144115200000000001-1718000009-4021556' }, { MsgSeq: 78 }],
    TopicId: '@TGS#_@TGS#dNOVA62CJ@TOPIC#_Trails',
    EventTime: '1718000213001',
  },
});

export const afterModifyMsg = command({
  wire: 'Group.CallbackAfterModifyMsg',
  event: 'groupMsgModify',
  phase: 'after',
  summary: 'A message of a group was edited.',
  titleZh: '群内消息编辑后回调',
  source: '269/129193',
  request: fields(
    'Group.CallbackAfterModifyMsg',
    { GroupId: text, MsgSeq: integer, MsgBody },
    { CallbackCommand: text, Operator_Account: text, TopicId: text, EventTime: integer, CloudCustomData: text },
  ),
  meanings: {
    Operator_Account: 'user ID of the user who edited it',
    MsgSeq: 'sequence number of the edited message',
    MsgBody: 'the message as it is now: a list of elements',
    TopicId: 'topic of a community; an EMPTY string outside topics',
    CloudCustomData:
      'free text that the sender attached to the message; neither in the table of the page nor in its sample',
  },
  quirks: [
    'It has no Type, From_Account, MsgTime and Random, unlike every other callback of a group message.',
    'Edits by the REST API cause it, too.',
    'Only the documents of the mainland site have it.',
  ],
  // A message can be edited many times, and MsgSeq names the message.
  identity: inTopic,
  sample: {
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'meet at the lake' } }],
    CallbackCommand: 'Group.CallbackAfterModifyMsg',
    Operator_Account: 'u_alice',
    GroupId: '@TGS#1NOVA7QLX',
    TopicId: '',
    MsgSeq: 1204,
    EventTime: 1718000170123,
  },
});

const Receipt = fields(
  'receipt',
  { MsgSeq: integer },
  {
    ReadNum: integer,
    UnreadNum: integer,
    ReadReceiptMembers: list(fields('reader', {}, { Member_Account: text })),
  },
);

export const afterReadReceipt = command({
  wire: 'Group.CallbackAfterReadReceipt',
  event: 'readReceipt',
  phase: 'after',
  summary: 'Members read group messages that ask for a receipt. Not sent for Community groups.',
  titleZh: '已读回执后回调',
  source: '1047/60395',
  request: fields(
    'Group.CallbackAfterReadReceipt',
    { GroupId: text, GroupMsgReceiptList: list(Receipt) },
    { CallbackCommand: text, Type: text, EventTime: integer },
  ),
  meanings: {
    GroupMsgReceiptList: 'one receipt for each message that was read',
    'GroupMsgReceiptList[].ReadNum': 'members who have read it',
    'GroupMsgReceiptList[].UnreadNum': 'members who have not',
    'GroupMsgReceiptList[].ReadReceiptMembers': 'members who have just read it',
  },
  quirks: ['EventTime is a quoted string in the sample of the page and an integer in its table.'],
  // Nothing in it names the event: one message gets many receipts. The key is a digest.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackAfterReadReceipt',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    GroupMsgReceiptList: [
      { MsgSeq: 1204, ReadNum: 1, UnreadNum: 3, ReadReceiptMembers: [{ Member_Account: 'u_bob' }] },
      {
        MsgSeq: 1205,
        ReadNum: 2,
        UnreadNum: 2,
        ReadReceiptMembers: [{ Member_Account: 'u_bob' }, { Member_Account: 'u_carol' }],
      },
    ],
    EventTime: '1718000216001',
  },
});

const Extension = fields('extension', {}, { Key: text, Value: text, Seq: integer });

export const afterGroupMsgExtension = command({
  wire: 'Group.CallbackAfterGroupMsgExtension',
  event: 'groupMsgExtension',
  phase: 'after',
  summary: 'Key-value extensions of a group message were set, deleted or cleared.',
  titleZh: '设置群消息扩展回调',
  source: '1047/76007',
  request: fields(
    'Group.CallbackAfterGroupMsgExtension',
    { GroupId: text, MsgSeq: integer },
    {
      CallbackCommand: text,
      OperateType: integer,
      ExtensionList: list(Extension),
      Seq: integer,
      EventTime: integer,
    },
  ),
  meanings: {
    MsgSeq: 'the message that the extensions belong to',
    OperateType: '1 set, 2 delete, 3 clear all',
    ExtensionList: 'the extensions that changed; empty when all were cleared',
    'ExtensionList[].Key': 'name of the extension',
    'ExtensionList[].Value': 'its value; empty when it was deleted',
    'ExtensionList[].Seq': 'version of this extension',
    Seq: 'newest version among all extensions of the message',
  },
  quirks: ['It does not say who did it, nor the type of the group.'],
  // Whether clearing raises Seq is not documented.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackAfterGroupMsgExtension',
    GroupId: '@TGS#1NOVA7QLX',
    MsgSeq: 1204,
    OperateType: 2,
    ExtensionList: [{ Key: 'vote', Value: '', Seq: 9 }],
    Seq: 9,
    EventTime: 1718000219001,
  },
});

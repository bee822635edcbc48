import { fields, integer, list, text } from '../../../codecs';
import { command, groupRefusal } from '../command';
import { MessageChanges, MsgBody } from '../fragments';

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
  // Nothing in it names the event: the same message is receipted many times. The key is a digest.
  identity: ({ GroupId, EventTime }) => ({ conversation: ['group', GroupId], at: EventTime }),
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

const Mention = fields('mention', {}, { GroupAtAllFlag: integer, GroupAt_Account: text });

/** A group message as both send callbacks have it: the union of the pages 1047/34374 and 34375, 269/1619 and 2661. */
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

export const beforeSendMsg = command({
  wire: 'Group.CallbackBeforeSendMsg',
  event: 'groupMsg',
  phase: 'before',
  summary: 'A message is about to reach a group.',
  source: '1047/34374',
  request: fields('Group.CallbackBeforeSendMsg', message.required, message.optional),
  rewrite: MessageChanges,
  drops: true,
  refusal: groupRefusal,
  // The message has no MsgSeq yet; Random and the sender name it within its second.
  identity: ({ GroupId, TopicId, From_Account, Random, EventTime }) => ({
    key: [GroupId, TopicId ?? '', From_Account, Random, EventTime],
    conversation: ['group', GroupId, TopicId],
    at: EventTime,
  }),
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
  source: '1047/34375',
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
  identity: ({ GroupId, TopicId, MsgSeq, Random, MsgTime, EventTime }) => ({
    key: [GroupId, TopicId ?? '', MsgSeq, Random],
    conversation: ['group', GroupId, TopicId],
    at: EventTime ?? (MsgTime === undefined ? undefined : MsgTime * 1000),
  }),
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

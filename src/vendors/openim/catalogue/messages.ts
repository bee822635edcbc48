import * as t from 'io-ts';
import type { Identity } from '../../../catalogue/command';
import { isJsonObject } from '../../../catalogue/json-text';
import { boolean, fields, int32, integer, list, text } from '../../../codecs';
import { command } from './command';
import { conversationOf, singleChat } from './conversation';
import { PushInfo } from './push-info';

/** A message as the server's `CommonCallbackReq` has it (3.8.0). */
const message = {
  required: { sendID: text, content: text },
  optional: {
    callbackCommand: text,
    serverMsgID: text,
    clientMsgID: text,
    operationID: text,
    senderPlatformID: integer,
    senderNickname: text,
    sessionType: integer,
    msgFrom: integer,
    contentType: integer,
    status: integer,
    createTime: integer,
    seq: integer,
    atUserList: list(text),
    faceURL: text,
    ex: text,
  },
};

/** Server 3.8.1 added the time. Commands that only older servers send never have it. */
const timed = { ...message.optional, sendTime: integer };

const written = {
  sendID: '4100000001',
  serverMsgID: 'c0ffee00112233445566778899aabbcc',
  clientMsgID: 'ab12cd34ef56ab12cd34ef56ab12cd34',
  operationID: '1718000000123',
  senderPlatformID: 2,
  senderNickname: 'Mira',
  sessionType: 1,
  msgFrom: 100,
  contentType: 101,
  status: 1,
  createTime: 1718000000001,
  content: '{"content":"good morning"}',
  seq: 0,
  // How Go writes an empty list.
  atUserList: null,
  faceURL: 'https://img.example.com/mira.png',
  ex: '',
};

const toUser = { ...written, sendTime: 1718000000456, recvID: '4100000002' };
const toGroup = { ...written, sendTime: 1718000000456, sessionType: 3, groupID: '900100200' };

/** What names a message, besides the people it is for. */
interface MessageIDs {
  readonly clientMsgID?: string;
  readonly serverMsgID?: string;
  readonly sendTime?: number;
}

function ofSingleMsg(body: MessageIDs & { sendID: string; recvID: string }): Identity {
  const { sendID, recvID, clientMsgID, serverMsgID, sendTime } = body;
  return {
    key: [sendID, recvID, clientMsgID, serverMsgID],
    conversation: singleChat(sendID, recvID),
    at: sendTime,
  };
}

function ofGroupMsg({ groupID, clientMsgID, serverMsgID, sendTime }: MessageIDs & { groupID: string }): Identity {
  return { key: [groupID, clientMsgID, serverMsgID], conversation: ['group', groupID], at: sendTime };
}

const noSeq = 'seq is always 0 here: the sequence number is given later.';
const noTyping = 'Typing signals (contentType 113) do not come, from server 3.6.0 on.';
const notices =
  'Released servers up to 3.8.3-patch.16 also send it for system notices (msgFrom 200, content often empty).';

export const beforeSendSingleMsg = command({
  wire: 'callbackBeforeSendSingleMsgCommand',
  event: 'c2cMsg',
  phase: 'before',
  summary: 'A message of a single chat is about to be sent.',
  source: 'openimsdk/docs docs/restapi/webhooks/msg/sendSingleMsgBefore',
  request: fields('callbackBeforeSendSingleMsgCommand', { ...message.required, recvID: text }, timed),
  quirks: [
    noSeq,
    noTyping,
    'Up to server 3.8.1 it also comes for system notices (msgFrom 200, content often empty).',
    'From server 3.8.2 on it comes before the black list is looked at, and not for messages of app administrators.',
  ],
  identity: ofSingleMsg,
  sample: { ...toUser, callbackCommand: 'callbackBeforeSendSingleMsgCommand' },
});

export const afterSendSingleMsg = command({
  wire: 'callbackAfterSendSingleMsgCommand',
  event: 'c2cMsg',
  phase: 'after',
  summary: 'A message of a single chat was accepted: it is queued, not yet stored or delivered.',
  source: 'openimsdk/docs docs/restapi/webhooks/msg/sendSingleMsgAfter',
  request: fields('callbackAfterSendSingleMsgCommand', { ...message.required, recvID: text }, timed),
  quirks: [
    noSeq,
    noTyping,
    notices,
    'attentionIds of webhooks.yml selects by sender or recipient in 3.8, by recipient alone after it.',
  ],
  identity: ofSingleMsg,
  sample: { ...toUser, callbackCommand: 'callbackAfterSendSingleMsgCommand' },
});

export const beforeSendGroupMsg = command({
  wire: 'callbackBeforeSendGroupMsgCommand',
  event: 'groupMsg',
  phase: 'before',
  summary: 'A group message is about to be sent.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/sendGroupMsgBefore',
  request: fields('callbackBeforeSendGroupMsgCommand', { ...message.required, groupID: text }, timed),
  quirks: [
    noSeq,
    noTyping,
    notices,
    'Servers 3.0.0 to 3.4.0 send it when afterSendSingleMsg is enabled, whatever its own switch says.',
  ],
  identity: ofGroupMsg,
  sample: { ...toGroup, callbackCommand: 'callbackBeforeSendGroupMsgCommand' },
});

export const afterSendGroupMsg = command({
  wire: 'callbackAfterSendGroupMsgCommand',
  event: 'groupMsg',
  phase: 'after',
  summary: 'A group message was accepted: it is queued, not yet stored or delivered.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/sendGroupMsgAfter',
  request: fields('callbackAfterSendGroupMsgCommand', { ...message.required, groupID: text }, timed),
  quirks: [
    noSeq,
    noTyping,
    notices,
    'Servers after 3.8 compare attentionIds of webhooks.yml with the recipient, which a group message does not have: any entry there suppresses this command.',
  ],
  identity: ofGroupMsg,
  sample: { ...toGroup, callbackCommand: 'callbackAfterSendGroupMsgCommand' },
});

export const afterMsgSave = command({
  wire: 'callbackAfterMsgSaveDBCommand',
  event: 'msgSave',
  phase: 'after',
  summary: 'A message, of a single chat or a group, was written to the database.',
  source: 'openimsdk/open-im-server main, internal/msgtransfer/callback.go',
  confidence: 'from-code',
  request: fields('callbackAfterMsgSaveDBCommand', message.required, {
    ...timed,
    recvID: text,
    groupID: text,
  }),
  meanings: {
    seq: 'sequence number in the conversation',
    recvID: 'user ID of the recipient; empty for a group message',
    groupID: 'group ID; empty outside groups',
  },
  quirks: [
    'It is the only callback of a message that has its real seq.',
    'No released 3.8 server has it.',
    'attentionIds of webhooks.yml has no effect on it.',
  ],
  identity: ({ sendID, recvID, groupID, clientMsgID, serverMsgID, sendTime, seq }) => ({
    key: [sendID, recvID || null, groupID || null, clientMsgID, serverMsgID],
    conversation: groupID ? ['group', groupID] : recvID ? singleChat(sendID, recvID) : undefined,
    at: sendTime,
    sequence: seq,
  }),
  sample: { ...toUser, callbackCommand: 'callbackAfterMsgSaveDBCommand', seq: 57, groupID: '' },
});

/** The values of sessionType from which the server makes a conversation ID (pkg/msgprocessor/conversation.go). */
const conversationTypes: readonly number[] = [1, 2, 3, 4];

/** What the server copies from the reply; a field that is left out stays. `msgDataList` is decoded but never used. */
const ModifyChanges = fields(
  'message changes',
  {},
  {
    content: text,
    recvID: text,
    groupID: text,
    clientMsgID: text,
    serverMsgID: text,
    senderPlatformID: int32,
    senderNickname: text,
    senderFaceURL: text,
    sessionType: int32,
    msgFrom: int32,
    contentType: int32,
    status: int32,
    // Go decodes it into a map of bool; any other value makes the whole reply undecodable and the send fail.
    options: t.record(t.string, boolean, 'options'),
    offlinePushInfo: PushInfo,
    atUserIDList: list(text),
    attachedInfo: text,
    ex: text,
  },
);

export const beforeMsgModify = command({
  wire: 'callbackBeforeMsgModifyCommand',
  aliases: ['callbackMsgModifyCommand', 'callbackMsgModifyCommandCommand'],
  event: 'msgModify',
  phase: 'before',
  summary: 'A message is about to be queued and may be changed first.',
  source: 'openimsdk/docs docs/restapi/webhooks/msg/msgModify',
  request: fields('callbackBeforeMsgModifyCommand', message.required, timed),
  rewrite: ModifyChanges,
  checkRewrite({ content, sessionType }, body) {
    if (sessionType !== undefined && !conversationTypes.includes(sessionType))
      return `sessionType is one of ${conversationTypes.join(', ')}: a message with any other belongs to no conversation and is lost`;
    // Servers 2.x send the bare text. For all later ones, if the content is an object in the body, it must be one in
    // the reply.
    if (content === undefined || isJsonObject(content) || !isJsonObject(body.content)) return undefined;
    return "content holds a JSON object in a string, as it does in the body; for a text, write content: JSON.stringify({ content: '***' })";
  },
  quirks: [
    'Neither recipient nor group is in the body.',
    'Up to server 3.8.3-patch.16 only text messages (contentType 101) come.',
    'content of a rewrite is a string that holds a JSON object, as content of the body is. Servers after 3.8 fail the send when it is not, and servers up to 3.8 deliver a message that apps cannot show; so the receiver refuses such a rewrite.',
    'offlinePushInfo of a rewrite makes the server fail the send when the message has no push info, and the body does not say whether it has.',
    'An empty string in a rewrite replaces the value; a field that is left out stays.',
    'A rewrite says atUserIDList and senderFaceURL where the body says atUserList and faceURL.',
    "The sender's own app goes on showing the message as it was written, unless app and server know the newer protocol that returns the change.",
  ],
  // The body names no recipient and no group, so the conversation is that of the sender.
  identity: ({ sendID, clientMsgID, serverMsgID, sendTime }) => ({
    key: [sendID, clientMsgID, serverMsgID],
    conversation: ['user', sendID],
    at: sendTime,
  }),
  sample: { ...written, callbackCommand: 'callbackBeforeMsgModifyCommand', sendTime: 1718000000456 },
});

export const beforeWordFilter = command({
  wire: 'callbackWordFilterCommand',
  event: 'wordFilter',
  phase: 'before',
  summary: 'A text message is about to be sent by a server before 3.0, and its text may be replaced.',
  source: 'openimsdk/openim-docs docs/callback/callback.md',
  request: fields('callbackWordFilterCommand', message.required, message.optional),
  rewrite: fields('text changes', {}, { content: text }),
  ignoredWhenEmpty: ['content'],
  meanings: { content: 'the text itself, not JSON' },
  quirks: [
    'Servers 2.0.2 to 2.3.3 only; its successor is beforeMsgModify.',
    'An empty content in a rewrite replaces nothing.',
  ],
  identity: ({ sendID, clientMsgID, serverMsgID }) => ({
    key: [sendID, clientMsgID, serverMsgID],
    conversation: ['user', sendID],
  }),
  sample: { ...written, callbackCommand: 'callbackWordFilterCommand', content: 'good morning' },
});

export const afterSendGroupMsgError = command({
  wire: 'callbackSendGroupMsgErrorCommand',
  event: 'groupMsgFailure',
  phase: 'after',
  summary: 'A group message could not be sent, says the documentation.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/sendGroupMsgError',
  request: fields('callbackSendGroupMsgErrorCommand', message.required, message.optional),
  quirks: ['No released server sends it: it exists in the documentation only.', 'There is no group ID in the body.'],
  // A message that is sent again may fail again, with the same client ID and no ID of the server: every delivery has a
  // key of its own.
  identity: ({ sendID }) => ({ conversation: ['user', sendID] }),
  sample: { ...written, callbackCommand: 'callbackSendGroupMsgErrorCommand', sessionType: 3, status: 0 },
});

export const afterRevokeMsg = command({
  wire: 'callbackBeforeAfterMsgCommand',
  aliases: ['callbackAfterRevokeMsgCommand', 'callbackSingleMsgRevokeCommand'],
  event: 'msgRevoke',
  phase: 'after',
  summary: 'A message, of a single chat or a group, was revoked.',
  source: 'openimsdk/docs docs/restapi/webhooks/msg/singleMsgRevokeAfter',
  request: fields(
    'callbackBeforeAfterMsgCommand',
    { conversationID: text, seq: integer, userID: text },
    { callbackCommand: text },
  ),
  meanings: {
    seq: 'sequence number of the revoked message in its conversation',
    userID: 'who revoked it, not who wrote it',
  },
  quirks: [
    'It comes after the fact, although its name has both Before and After in it.',
    'afterGroupMsgRevoke of webhooks.yml has no effect; afterRevokeMsg is for single chats and groups alike.',
  ],
  // A conversation gives each sequence number once, and a revoked message cannot be revoked again.
  identity: ({ conversationID, seq, userID }) => ({
    key: [conversationID, seq],
    conversation: conversationOf(conversationID, userID),
  }),
  sample: {
    callbackCommand: 'callbackBeforeAfterMsgCommand',
    conversationID: 'si_4100000001_4100000002',
    seq: 57,
    userID: '4100000002',
  },
});

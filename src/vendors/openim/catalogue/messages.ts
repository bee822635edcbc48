import { fields, integer, list, text } from '../../../codecs';
import { command } from '../command';

/** A message about to be sent or sent, as the server's `CommonCallbackReq` has it (3.8). */
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
    sendTime: integer,
    createTime: integer,
    seq: integer,
    atUserList: list(text),
    faceURL: text,
    ex: text,
  },
};

export const beforeSendGroupMsg = command({
  wire: 'callbackBeforeSendGroupMsgCommand',
  event: 'groupMsg',
  phase: 'before',
  summary: 'A group message is about to be sent. Released 3.8 servers also send it for system notices (msgFrom 200).',
  source: 'openimsdk/docs docs/restapi/webhooks/group/sendGroupMsgBefore',
  request: fields('callbackBeforeSendGroupMsgCommand', { ...message.required, groupID: text }, message.optional),
  identity: ({ groupID, clientMsgID, serverMsgID, sendTime }) => ({
    key: [groupID, clientMsgID, serverMsgID],
    conversation: ['group', groupID],
    at: sendTime,
  }),
  sample: {
    sendID: '4100000001',
    callbackCommand: 'callbackBeforeSendGroupMsgCommand',
    serverMsgID: 'c0ffee00112233445566778899aabbcc',
    clientMsgID: 'ab12cd34ef56ab12cd34ef56ab12cd34',
    operationID: '1718000000123',
    senderPlatformID: 2,
    senderNickname: 'Mira',
    sessionType: 3,
    msgFrom: 100,
    contentType: 101,
    status: 1,
    sendTime: 1718000000456,
    createTime: 1718000000001,
    content: '{"content":"good morning"}',
    seq: 0,
    atUserList: null,
    faceURL: 'https://img.example.com/mira.png',
    ex: '',
    groupID: '900100200',
  },
});

export const afterGroupMsgRead = command({
  wire: 'callbackAfterGroupMsgReadCommand',
  aliases: ['callbackGroupMsgReadCommand'],
  event: 'readReceipt',
  phase: 'after',
  summary: 'A member marked a group conversation as read: one call a request, not one a message.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/groupMsgRead',
  request: fields(
    'callbackAfterGroupMsgReadCommand',
    // The reader, twice; unreadMsgNum is the sequence number read up to, and there is no group id (server 3.8).
    { sendID: text, unreadMsgNum: integer },
    { callbackCommand: text, receiveID: text, contentType: integer },
  ),
  meanings: {
    sendID: 'the reader',
    receiveID: 'the reader again, not the group',
    unreadMsgNum: 'sequence number up to which the conversation is read; not a count',
    contentType: 'type of the CONVERSATION, 3 for a group',
  },
  quirks: [
    'Servers 3.4.2 to 3.6.0 never sent it; 3.6.1-beta.0 to 3.8.1 also sent it for single chats (contentType 1).',
    'There is no group id in the body.',
  ],
  // The body of a read in one group can equal that in another: the key is a digest with the operationID in it.
  identity: ({ sendID }) => ({ conversation: ['user', sendID] }),
  sample: {
    callbackCommand: 'callbackAfterGroupMsgReadCommand',
    sendID: '4100000002',
    receiveID: '4100000002',
    unreadMsgNum: 57,
    contentType: 3,
  },
});

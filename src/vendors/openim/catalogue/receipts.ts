import { fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { conversationOf } from './conversation';

export const afterGroupMsgRead = command({
  wire: 'callbackAfterGroupMsgReadCommand',
  aliases: ['callbackGroupMsgReadCommand'],
  event: 'readReceipt',
  phase: 'after',
  summary: 'A member marked a group conversation as read: one call for each request, not for each message.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/groupMsgRead',
  request: fields(
    'callbackAfterGroupMsgReadCommand',
    // The body names the reader twice and no group. unreadMsgNum is the sequence number that is read up to (server
    // 3.8).
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
  // The body of a read in one group can equal that in another: every delivery has a key of its own.
  identity: ({ sendID }) => ({ conversation: ['user', sendID] }),
  sample: {
    callbackCommand: 'callbackAfterGroupMsgReadCommand',
    sendID: '4100000002',
    receiveID: '4100000002',
    unreadMsgNum: 57,
    contentType: 3,
  },
});

export const afterSingleMsgRead = command({
  wire: 'callbackAfterSingleMsgReadCommand',
  aliases: ['callbackSingleMsgRead', 'callbackSingleMsgReadCommand'],
  event: 'c2cReadReceipt',
  phase: 'after',
  summary: 'A user marked messages of a single chat, or the whole chat, as read.',
  source: 'openimsdk/docs docs/restapi/webhooks/msg/singleMsgRead',
  request: fields(
    'callbackAfterSingleMsgReadCommand',
    { conversationID: text, userID: text },
    // Null where the whole chat was marked; the page spells it seqs.
    { callbackCommand: text, Seqs: list(integer), contentType: integer },
  ),
  meanings: {
    userID: 'the reader',
    Seqs: 'the messages read; empty where the whole chat was marked',
    'Seqs[]': 'sequence number of a message',
    contentType: 'type of the CONVERSATION, 1 for a single chat',
  },
  quirks: [
    'Seqs begins with a capital letter, and is null on the wire where the whole chat was marked.',
    'Before server 3.8.2 it came only where messages were marked one by one, not the whole chat.',
    'The form with sendID and receiveID of servers 3.4.2 to 3.5 was never actually sent and is not supported.',
  ],
  // The same messages, and the whole chat above all, can be marked again: every delivery has a key of its own.
  identity: ({ conversationID, userID }) => ({ conversation: conversationOf(conversationID, userID) }),
  sample: {
    callbackCommand: 'callbackAfterSingleMsgReadCommand',
    conversationID: 'si_4100000001_4100000002',
    userID: '4100000002',
    Seqs: [55, 56, 57],
    contentType: 1,
  },
});

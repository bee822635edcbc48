import { fields, integer, list, text, wholeList } from '../../../codecs';
import { command } from './command';
import { PushInfo, pushInfo } from './push-info';

/** A message that is about to be pushed, as the server's `CallbackBeforePushReq` has it (3.8). */
const message = {
  required: { sendID: text, content: text },
  optional: {
    callbackCommand: text,
    operationID: text,
    platformID: integer,
    platform: text,
    clientMsgID: text,
    contentType: integer,
    sessionType: integer,
    atUserIDList: list(text),
  },
};

const meanings = {
  platformID: "number of the sender's platform, 0 when unknown",
  platform: "name of the sender's platform; empty when unknown",
};

const pushed = {
  operationID: '1718000000123',
  platformID: 2,
  platform: 'Android',
  clientMsgID: 'ab12cd34ef56ab12cd34ef56ab12cd34',
  sendID: '4100000001',
  groupID: '900100200',
  contentType: 101,
  // How Go writes an empty list.
  atUserIDList: null,
  content: '{"content":"good morning"}',
};

const mentions = 'The mentioned users are in atUserIDList here, in atUserList in the callbacks of messages.';
const onlyThePush = 'A refusal stops the push alone; the message stays sent.';

export const beforeOfflinePush = command({
  wire: 'callbackBeforeOfflinePushCommand',
  aliases: ['callbackOfflinePushCommand', 'callbackBeforePushCommand'],
  event: 'offlinePush',
  phase: 'before',
  summary: "A message is about to go to users who are not online, by their phones' push services.",
  source: 'openimsdk/docs docs/restapi/webhooks/push/offlinePushBefore',
  request: fields(
    'callbackBeforeOfflinePushCommand',
    { ...message.required, userIDList: wholeList(text) },
    { ...message.optional, ...pushInfo, groupID: text },
  ),
  rewrite: fields('push changes', {}, { userIDList: list(text), offlinePushInfo: PushInfo }),
  // The server takes the list over only when its length is not 0 (internal/push/callback.go).
  ignoredWhenEmpty: ['userIDList'],
  meanings: {
    ...meanings,
    ex: 'free extension text of the push',
    groupID: 'group ID; empty outside groups',
  },
  quirks: [
    onlyThePush,
    'title, desc, ex, iOSPushSound, iOSBadgeCount and signalInfo lie at the top level, and all are absent when the message has no push info.',
    'userIDList of a rewrite replaces the recipients; the offlinePushInfo of a rewrite replaces the push info as a whole.',
    'Outside groups, servers of the 3.7 line write userIDList of a rewrite through a nil pointer: set it for groups only.',
    mentions,
    'The content of a system notice is its inner text.',
  ],
  // Nothing names one push of a message, and a message may have several, each to other users: every delivery has a key
  // of its own.
  identity: ({ groupID }) => (groupID ? { conversation: ['group', groupID] } : {}),
  sample: {
    ...pushed,
    callbackCommand: 'callbackBeforeOfflinePushCommand',
    userIDList: ['4100000002'],
    title: 'Mira',
    desc: 'good morning',
    ex: '',
    iOSPushSound: 'default',
    iOSBadgeCount: true,
    signalInfo: '',
    sessionType: 3,
  },
});

export const beforeOnlinePush = command({
  wire: 'callbackBeforeOnlinePushCommand',
  aliases: ['callbackOnlinePushCommand'],
  event: 'onlinePush',
  phase: 'before',
  summary: 'A message of a single chat, or a notice, is about to go to the connected apps of its users.',
  source: 'openimsdk/docs docs/restapi/webhooks/push/onlinePushBefore',
  request: fields(
    'callbackBeforeOnlinePushCommand',
    { ...message.required, userIDList: wholeList(text) },
    { ...message.optional, ...pushInfo, groupID: text },
  ),
  meanings: {
    ...meanings,
    userIDList: "the recipient, and the sender where the message is also synchronised to the sender's own devices",
    title: 'push title; never filled here',
    desc: 'push text; never filled here',
    ex: 'free extension text of the push; never filled here',
    groupID: 'empty: pushes to groups have a command of their own',
  },
  quirks: [
    onlyThePush,
    'It cannot be rewritten: the server decodes userIDList and offlinePushInfo of a reply and ignores them.',
    'The push fields are documented, but the server never fills them here.',
    'Servers 3.0.0 to 3.4.0 drop the push when the callback fails, whatever failedContinue says.',
    mentions,
  ],
  // As above.
  identity: () => ({}),
  sample: {
    ...pushed,
    callbackCommand: 'callbackBeforeOnlinePushCommand',
    userIDList: ['4100000002'],
    groupID: '',
    sessionType: 1,
  },
});

export const beforeGroupOnlinePush = command({
  wire: 'callbackBeforeGroupOnlinePushCommand',
  aliases: ['callbackSuperGroupOnlinePushCommand'],
  event: 'groupOnlinePush',
  phase: 'before',
  summary: 'A group message is about to go to the connected apps of the members.',
  source: 'openimsdk/docs docs/restapi/webhooks/push/superGroupOnlinePushBefore',
  request: fields(
    'callbackBeforeGroupOnlinePushCommand',
    { ...message.required, groupID: text },
    { ...message.optional, seq: integer },
  ),
  // offlinePushInfo of a reply is decoded and ignored.
  rewrite: fields('push changes', {}, { userIDList: list(text) }),
  ignoredWhenEmpty: ['userIDList'],
  meanings: { ...meanings, seq: 'sequence number of the message in the group' },
  quirks: [
    onlyThePush,
    'userIDList of a rewrite replaces the members as recipients; an empty one changes nothing, so use refuse() to suppress the push.',
    'The body has no userIDList and no push fields.',
    mentions,
  ],
  identity: ({ groupID, sendID, clientMsgID, seq }) => ({
    key: [groupID, sendID, clientMsgID, seq],
    conversation: ['group', groupID],
  }),
  sample: { ...pushed, callbackCommand: 'callbackBeforeGroupOnlinePushCommand', sessionType: 3, seq: 58 },
});

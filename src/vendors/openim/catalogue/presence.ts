import type { Identity } from '../../../catalogue/command';
import { boolean, fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { ofUser } from './conversation';

/** The part that the callbacks of connections share (server 3.8, `UserStatusCallbackReq`). */
const connection = {
  required: { userID: text },
  optional: { callbackCommand: text, operationID: text, platformID: integer, platform: text, seq: integer },
};

type Connection = { userID: string; platformID?: number; connID?: string; seq?: number };

/**
 * Without a connection ID, two connections of one millisecond would have the same key. Then every delivery has a key of
 * its own.
 */
function ofConnection({ userID, platformID, connID, seq }: Connection): Identity {
  return { key: [userID, platformID, connID || undefined, seq], conversation: ['user', userID], at: seq };
}

const meanings = { seq: "the server's time in Unix milliseconds, not a sequence number" };
const silent = 'Servers 3.8.0 and 3.8.1 do not send it.';
const repeats =
  'From server 3.8.2 on operationID is p_, the process ID and a counter, which restarts with the process.';

export const afterUserOnline = command({
  wire: 'callbackAfterUserOnlineCommand',
  aliases: ['callbackUserOnlineCommand'],
  event: 'userOnline',
  phase: 'after',
  summary: 'A user came online on a platform.',
  source: 'openimsdk/docs docs/restapi/webhooks/user/userOnline',
  request: fields('callbackAfterUserOnlineCommand', connection.required, {
    ...connection.optional,
    isAppBackground: boolean,
    connID: text,
  }),
  meanings: { ...meanings, isAppBackground: 'whether the app is in the background' },
  secretInBody: ['token'],
  quirks: [
    silent,
    repeats,
    "Servers 2.x put the user's login token into the body, in token: do not log such bodies.",
    'isAppBackground and connID are absent in bodies of servers 2.x.',
  ],
  identity: ofConnection,
  sample: {
    callbackCommand: 'callbackAfterUserOnlineCommand',
    operationID: 'p_2201_17',
    platformID: 2,
    platform: 'Android',
    userID: '4100000002',
    seq: 1718000000789,
    isAppBackground: false,
    connID: 'f3b1',
  },
});

export const afterUserOffline = command({
  wire: 'callbackAfterUserOfflineCommand',
  aliases: ['callbackUserOfflineCommand'],
  event: 'userOffline',
  phase: 'after',
  summary: 'A user went offline on a platform.',
  source: 'openimsdk/docs docs/restapi/webhooks/user/userOffline',
  request: fields('callbackAfterUserOfflineCommand', connection.required, { ...connection.optional, connID: text }),
  meanings,
  quirks: [silent, repeats],
  identity: ofConnection,
  sample: {
    callbackCommand: 'callbackAfterUserOfflineCommand',
    operationID: 'p_2201_18',
    platformID: 2,
    platform: 'Android',
    userID: '4100000002',
    seq: 1718000000790,
    connID: 'f3b1',
  },
});

export const afterUserKickOff = command({
  wire: 'callbackAfterUserKickOffCommand',
  aliases: ['callbackUserKickOffCommand'],
  event: 'userKickOff',
  phase: 'after',
  summary: 'A user was forced offline on a platform.',
  source: 'docs.openim.io platform-api/webhooks/push/after-user-kick-off',
  request: fields('callbackAfterUserKickOffCommand', connection.required, connection.optional),
  meanings,
  quirks: ['Only servers 2.3.2 and 2.3.3 send it: later ones declare it and never call it.'],
  // Two connections of one platform can go in the same millisecond: every delivery has a key of its own.
  identity: ({ userID, seq }) => ({ conversation: ['user', userID], at: seq }),
  sample: {
    callbackCommand: 'callbackAfterUserKickOffCommand',
    operationID: '1718000000123',
    platformID: 2,
    platform: 'Android',
    userID: '4100000002',
    seq: 1718000000791,
  },
});

const documentsOnly = 'No released server sends it: it exists in the documentation only.';

export const afterSetUserStatus = command({
  wire: 'setUserStatusAfterCommand',
  event: 'userState',
  phase: 'after',
  summary: "A user's status on a platform was set, says the documentation.",
  source: 'openimsdk/docs docs/restapi/webhooks/user/setUserStatusAfter',
  request: fields(
    'setUserStatusAfterCommand',
    { userID: text, status: integer },
    { callbackCommand: text, platformID: integer },
  ),
  meanings: { status: 'the new status of the user' },
  quirks: [documentsOnly],
  // A user switches between the same few states: every delivery has a key of its own.
  identity: ofUser,
  sample: { callbackCommand: 'setUserStatusAfterCommand', userID: '4100000001', status: 1, platformID: 2 },
});

export const afterSubscribeUsersStatus = command({
  wire: 'subscribeOrCancelUsersStatusAfterCommand',
  event: 'userStateSubscription',
  phase: 'after',
  summary: 'A user started or stopped following the status of other users, says the documentation.',
  source: 'openimsdk/docs docs/restapi/webhooks/user/subscribeOrcancelUserStatusAfter',
  request: fields(
    'subscribeOrCancelUsersStatusAfterCommand',
    { userID: text, userIDs: list(text) },
    { callbackCommand: text, genre: integer },
  ),
  meanings: {
    userID: 'who follows',
    userIDs: 'the users whose status it is about',
    'userIDs[]': 'user ID',
    genre: '1 starts following, 0 stops following',
  },
  quirks: [documentsOnly],
  // As above.
  identity: ofUser,
  sample: {
    callbackCommand: 'subscribeOrCancelUsersStatusAfterCommand',
    userID: '4100000001',
    userIDs: ['4100000002'],
    genre: 1,
  },
});

export const afterSetGlobalReceiveOption = command({
  wire: 'setGlobalRecvMessageOptCommand',
  event: 'globalReceiveOption',
  phase: 'after',
  summary: 'A user changed how messages of all conversations reach them, says the documentation.',
  source: 'openimsdk/docs docs/restapi/webhooks/user/setGlobalRecvMessageOptAfter',
  request: fields(
    'setGlobalRecvMessageOptCommand',
    { userID: text, globalRecvMsgOpt: integer },
    { callbackCommand: text },
  ),
  meanings: { globalRecvMsgOpt: 'the option now chosen' },
  quirks: [documentsOnly],
  // As above.
  identity: ofUser,
  sample: { callbackCommand: 'setGlobalRecvMessageOptCommand', userID: '4100000001', globalRecvMsgOpt: 1 },
});

/** Field names that several commands about messages, pushes, presence and reactions share. */
export const openimMessageVocabulary: Readonly<Record<string, string>> = {
  recvID: 'user ID of the recipient',
  conversationID: 'conversation ID: si_ and both user IDs for a single chat, sg_ and the group ID for a group',
  userID: 'user ID',
  platformID:
    'platform: 1 iOS, 2 Android, 3 Windows, 4 OSX, 5 Web, 6 MiniWeb, 7 Linux, 8 Android pad, 9 iPad, 10 Admin, 11 HarmonyOS',
  platform: 'name of the platform, e.g. IOS or APad; empty for a number without a name',
  connID: 'connection ID; may be empty',
  userIDList: 'users the push is for',
  atUserIDList: 'mentioned users',
  title: 'push title; absent, like the other push fields, when the message has no push info',
  desc: 'push text',
  iOSPushSound: 'sound of the push on iOS',
  iOSBadgeCount: 'whether the push counts in the badge on iOS',
  signalInfo: 'signalling data of the push',
  sourceID: 'group ID, or both user IDs of a single chat joined',
  opUserID: 'user ID of who does it',
  isReact: 'whether the message already has reactions',
  isExternalExtensions: 'whether the reactions are kept outside the server',
  msgFirstModifyTime: "time of the message's first change, Unix milliseconds; 0 before it",
};

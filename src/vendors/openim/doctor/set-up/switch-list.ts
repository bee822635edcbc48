/**
 * The switches of a server's configuration, and the command that each one lets out. A switch has a name of its own, which most
 * share with their command. Source: config/webhooks.yml and `type Webhooks struct` of open-im-server 3.7 to main; before them
 * the section `callback` of config/config.yaml.
 */

import type { OpenimServerVersion } from '../../send/server';

export interface Switch {
  readonly key: string;
  /** The command's name in the catalogue; undefined where no code of the server reads the switch. */
  readonly command: string | undefined;
  readonly first: OpenimServerVersion;
  readonly last: OpenimServerVersion;
  /** Why nothing comes although it is on. */
  readonly silent?: string;
}

type Range = Pick<Switch, 'first' | 'last'>;
const today: Range = { first: '3.7', last: 'main' };
const before37: Range = { first: '3.0', last: '3.6' };
const late3: Range = { first: '3.4.2', last: '3.6' };

const kickedOff = 'no server 3.x sends it, only 2.3.2 and 2.3.3 did';
const declaredOnly = 'servers before 3.8.1 declare it and never send it';
const wrongGuard = 'servers 3.4.2 to 3.6.0 ask for a content type that it never has (open-im-server#2109)';

export const switchList: readonly Switch[] = [
  ...likeCommands(today, [
    ...['beforeSendSingleMsg', 'afterSendSingleMsg', 'beforeSendGroupMsg', 'afterSendGroupMsg', 'beforeMsgModify'],
    ...['afterGroupMsgRead', 'afterSingleMsgRead', 'afterUserOnline', 'afterUserOffline'],
    ...['beforeOfflinePush', 'beforeOnlinePush', 'beforeGroupOnlinePush'],
    ...['beforeCreateGroup', 'afterCreateGroup', 'beforeSetGroupMemberInfo', 'afterSetGroupMemberInfo'],
    ...['afterQuitGroup', 'afterTransferGroupOwner', 'afterJoinGroup', 'beforeSetGroupInfo', 'afterSetGroupInfo'],
    ...['beforeUserRegister', 'afterUserRegister', 'beforeUpdateUserInfo', 'afterUpdateUserInfo'],
    ...['beforeUpdateUserInfoEx', 'afterUpdateUserInfoEx', 'beforeAddFriend', 'afterAddFriend'],
    ...['beforeAddFriendAgree', 'afterDeleteFriend', 'beforeSetFriendRemark', 'afterSetFriendRemark'],
    ...['beforeImportFriends', 'afterImportFriends', 'beforeAddBlack', 'afterRemoveBlack'],
  ]),
  ...renamed(today, {
    afterRevokeMsg: 'callbackBeforeAfterMsgCommand',
    afterKickGroupMember: 'callbackAfterKickGroupCommand',
    afterDismissGroup: 'callbackAfterDisMissGroupCommand',
    beforeApplyJoinGroup: 'callbackBeforeJoinGroupCommand',
    beforeInviteUserToGroup: 'callbackBeforeInviteJoinGroupCommand',
  }),
  ...renamed({ first: '3.7', last: '3.7' }, { beforeMemberJoinGroup: 'callbackBeforeMemberJoinGroupCommand' }),
  ...renamed({ first: '3.8', last: 'main' }, { beforeMemberJoinGroup: 'callbackBeforeMembersJoinGroupCommand' }),
  // From 3.8.1 on; the versions here are no finer.
  ...likeCommands({ first: '3.8', last: 'main' }, [
    'beforeSetGroupInfoEx',
    'afterSetGroupInfoEx',
    'afterAddFriendAgree',
  ]),
  ...likeCommands({ first: 'main', last: 'main' }, [
    ...['afterMsgSaveDB', 'beforeCreateSingleChatConversations', 'afterCreateSingleChatConversations'],
    ...['beforeCreateGroupChatConversations', 'afterCreateGroupChatConversations'],
  ]),
  { ...today, key: 'afterUserKickOff', command: 'callbackAfterUserKickOffCommand', silent: kickedOff },
  {
    ...today,
    key: 'afterGroupMsgRevoke',
    command: undefined,
    silent: 'no code reads it; the switch is afterRevokeMsg',
  },

  // `yaml:"…"` in pkg/common/config/config.go of 3.3 and 3.4.
  ...likeCommands(before37, [
    ...['beforeSendSingleMsg', 'afterSendSingleMsg', 'beforeSendGroupMsg', 'afterSendGroupMsg', 'beforeAddFriend'],
    ...['beforeCreateGroup', 'beforeSetGroupMemberInfo'],
  ]),
  ...renamed(before37, {
    msgModify: 'callbackBeforeMsgModifyCommand',
    userOnline: 'callbackAfterUserOnlineCommand',
    userOffline: 'callbackAfterUserOfflineCommand',
    offlinePush: 'callbackBeforeOfflinePushCommand',
    onlinePush: 'callbackBeforeOnlinePushCommand',
    superGroupOnlinePush: 'callbackBeforeGroupOnlinePushCommand',
    beforeMemberJoinGroup: 'callbackBeforeMemberJoinGroupCommand',
  }),
  { ...before37, key: 'setMessageReactionExtensions', command: undefined, silent: 'no code reads it' },
  {
    ...{ first: '3.0', last: '3.4', key: 'beforeUpdateUserInfo', command: 'callbackBeforeUpdateUserInfoCommand' },
    silent: 'servers before 3.4.2 never send it',
  },
  { ...before37, key: 'userKickOff', command: 'callbackAfterUserKickOffCommand', silent: kickedOff },

  // The names in the file as it was just before 3.7 gave each the name of its command.
  ...likeCommands(late3, [
    ...['afterCreateGroup', 'afterSetGroupMemberInfo', 'beforeUserRegister', 'afterUserRegister'],
    ...['beforeUpdateUserInfo', 'beforeUpdateUserInfoEx', 'afterUpdateUserInfoEx'],
    ...['beforeSetFriendRemark', 'afterSetFriendRemark'],
  ]),
  ...renamed(late3, {
    beforeInviteUserToGroup: 'callbackBeforeInviteJoinGroupCommand',
    updateUserInfo: 'callbackAfterUpdateUserInfoCommand',
    quitGroup: 'callbackAfterQuitGroupCommand',
    killGroupMember: 'callbackAfterKickGroupCommand',
    dismissGroup: 'callbackAfterDisMissGroupCommand',
    joinGroup: 'callbackBeforeJoinGroupCommand',
    joinGroupAfter: 'callbackAfterJoinGroupCommand',
    transferGroupOwner: 'callbackAfterTransferGroupOwnerCommand',
    setGroupInfoBefore: 'callbackBeforeSetGroupInfoCommand',
    setGroupInfoAfter: 'callbackAfterSetGroupInfoCommand',
    revokeMsgAfter: 'callbackBeforeAfterMsgCommand',
    addFriendAfter: 'callbackAfterAddFriendCommand',
    addFriendAgreeBefore: 'callbackBeforeAddFriendAgreeCommand',
    deleteFriendAfter: 'callbackAfterDeleteFriendCommand',
    importFriendsBefore: 'callbackBeforeImportFriendsCommand',
    importFriendsAfter: 'callbackAfterImportFriendsCommand',
  }),
  { ...late3, key: 'afterJoinGroup', command: undefined, silent: 'no code reads it; the switch is joinGroupAfter' },
  { ...late3, key: 'afterGroupMsgRead', command: undefined, silent: 'no code reads it; the switch is groupMsgRead' },
  {
    ...late3,
    key: 'afterGroupMsgRevoke',
    command: undefined,
    silent: 'no code reads it; the switch is revokeMsgAfter',
  },
  { ...late3, key: 'groupMsgRead', command: 'callbackAfterGroupMsgReadCommand', silent: wrongGuard },
  { ...late3, key: 'singleMsgRead', command: 'callbackAfterSingleMsgReadCommand', silent: wrongGuard },
  { ...late3, key: 'addBlackBefore', command: 'callbackBeforeAddBlackCommand', silent: declaredOnly },
  { ...late3, key: 'removeBlackAfter', command: 'callbackAfterRemoveBlackCommand', silent: declaredOnly },
];

function likeCommands(range: Range, keys: readonly string[]): Switch[] {
  return keys.map((key) => ({
    ...range,
    key,
    command: `callback${key.charAt(0).toUpperCase()}${key.slice(1)}Command`,
  }));
}

function renamed(range: Range, commands: Readonly<Record<string, string>>): Switch[] {
  return Object.entries(commands).map(([key, command]) => ({ ...range, key, command }));
}

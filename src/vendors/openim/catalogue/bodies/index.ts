/** The types of all bodies and commands. Written by `npm run docs` from the catalogue; do not edit. */

import type {
  OpenimBeforeC2cConversationCreateCommand,
  OpenimBeforeGroupConversationCreateCommand,
  OpenimC2cConversationCreateCommand,
  OpenimGroupConversationCreateCommand,
} from './conversations';
import type {
  OpenimBeforeBlacklistAddCommand,
  OpenimBeforeFriendImportCommand,
  OpenimBeforeFriendRemarkCommand,
  OpenimBeforeFriendRequestCommand,
  OpenimBeforeFriendResponseCommand,
  OpenimBlacklistRemoveCommand,
  OpenimFriendDeleteCommand,
  OpenimFriendImportCommand,
  OpenimFriendRemarkCommand,
  OpenimFriendRequestCommand,
  OpenimFriendResponseCommand,
} from './friends';
import type {
  OpenimBeforeGroupInfoCommand,
  OpenimBeforeGroupInfoExCommand,
  OpenimGroupInfoCommand,
  OpenimGroupInfoExCommand,
} from './group-info';
import type {
  OpenimBeforeGroupInviteCommand,
  OpenimBeforeGroupJoinCommand,
  OpenimBeforeGroupMemberAddCommand,
  OpenimBeforeGroupMemberInfoCommand,
  OpenimBeforeGroupMembersAddCommand,
  OpenimGroupJoinCommand,
  OpenimGroupKickCommand,
  OpenimGroupLeaveCommand,
  OpenimGroupMemberInfoCommand,
} from './group-members';
import type {
  OpenimBeforeGroupCreateCommand,
  OpenimGroupCreateCommand,
  OpenimGroupDismissCommand,
  OpenimGroupOwnerCommand,
} from './groups';
import type {
  OpenimBeforeC2cMsgCommand,
  OpenimBeforeGroupMsgCommand,
  OpenimBeforeMsgModifyCommand,
  OpenimBeforeWordFilterCommand,
  OpenimC2cMsgCommand,
  OpenimGroupMsgCommand,
  OpenimGroupMsgFailureCommand,
  OpenimMsgRevokeCommand,
  OpenimMsgSaveCommand,
} from './messages';
import type {
  OpenimGlobalReceiveOptionCommand,
  OpenimUserKickOffCommand,
  OpenimUserOfflineCommand,
  OpenimUserOnlineCommand,
  OpenimUserStateCommand,
  OpenimUserStateSubscriptionCommand,
} from './presence';
import type {
  OpenimBeforeGroupOnlinePushCommand,
  OpenimBeforeOfflinePushCommand,
  OpenimBeforeOnlinePushCommand,
} from './push';
import type {
  OpenimBeforeReactionAddCommand,
  OpenimBeforeReactionDeleteCommand,
  OpenimBeforeReactionListCommand,
  OpenimBeforeReactionSetCommand,
} from './reactions';
import type {
  OpenimC2cReadReceiptCommand,
  OpenimReadReceiptCommand,
} from './receipts';
import type {
  OpenimBeforeUserInfoCommand,
  OpenimBeforeUserInfoExCommand,
  OpenimBeforeUserRegisterCommand,
  OpenimUserInfoCommand,
  OpenimUserInfoExCommand,
  OpenimUserRegisterCommand,
} from './users';

export type * from './conversations';
export type * from './friends';
export type * from './group-info';
export type * from './group-members';
export type * from './groups';
export type * from './messages';
export type * from './parts';
export type * from './presence';
export type * from './push';
export type * from './reactions';
export type * from './receipts';
export type * from './users';

/** Every command of this vendor, as a union. */
export type OpenimCommand =
  | OpenimBeforeC2cMsgCommand
  | OpenimC2cMsgCommand
  | OpenimBeforeGroupMsgCommand
  | OpenimGroupMsgCommand
  | OpenimMsgSaveCommand
  | OpenimBeforeMsgModifyCommand
  | OpenimBeforeWordFilterCommand
  | OpenimGroupMsgFailureCommand
  | OpenimMsgRevokeCommand
  | OpenimReadReceiptCommand
  | OpenimC2cReadReceiptCommand
  | OpenimBeforeOfflinePushCommand
  | OpenimBeforeOnlinePushCommand
  | OpenimBeforeGroupOnlinePushCommand
  | OpenimUserOnlineCommand
  | OpenimUserOfflineCommand
  | OpenimUserKickOffCommand
  | OpenimUserStateCommand
  | OpenimUserStateSubscriptionCommand
  | OpenimGlobalReceiveOptionCommand
  | OpenimBeforeReactionSetCommand
  | OpenimBeforeReactionAddCommand
  | OpenimBeforeReactionDeleteCommand
  | OpenimBeforeReactionListCommand
  | OpenimBeforeGroupCreateCommand
  | OpenimGroupCreateCommand
  | OpenimGroupDismissCommand
  | OpenimGroupOwnerCommand
  | OpenimBeforeGroupInfoCommand
  | OpenimGroupInfoCommand
  | OpenimBeforeGroupInfoExCommand
  | OpenimGroupInfoExCommand
  | OpenimBeforeGroupMembersAddCommand
  | OpenimBeforeGroupMemberAddCommand
  | OpenimBeforeGroupMemberInfoCommand
  | OpenimGroupMemberInfoCommand
  | OpenimGroupLeaveCommand
  | OpenimGroupKickCommand
  | OpenimBeforeGroupJoinCommand
  | OpenimGroupJoinCommand
  | OpenimBeforeGroupInviteCommand
  | OpenimBeforeUserRegisterCommand
  | OpenimUserRegisterCommand
  | OpenimBeforeUserInfoCommand
  | OpenimUserInfoCommand
  | OpenimBeforeUserInfoExCommand
  | OpenimUserInfoExCommand
  | OpenimBeforeFriendRequestCommand
  | OpenimFriendRequestCommand
  | OpenimBeforeFriendResponseCommand
  | OpenimFriendResponseCommand
  | OpenimFriendDeleteCommand
  | OpenimBeforeFriendRemarkCommand
  | OpenimFriendRemarkCommand
  | OpenimBeforeFriendImportCommand
  | OpenimFriendImportCommand
  | OpenimBeforeBlacklistAddCommand
  | OpenimBlacklistRemoveCommand
  | OpenimBeforeC2cConversationCreateCommand
  | OpenimC2cConversationCreateCommand
  | OpenimBeforeGroupConversationCreateCommand
  | OpenimGroupConversationCreateCommand;

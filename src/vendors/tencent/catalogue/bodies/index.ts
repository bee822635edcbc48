/** The types of all bodies and commands. Written by `npm run docs` from the catalogue; do not edit. */

import type {
  TencentBotC2cMsgCommand,
  TencentBotGroupMsgCommand,
  TencentChatbotSignalCommand,
} from './bots';
import type {
  TencentBeforeC2cMsgCommand,
  TencentC2cMsgCommand,
  TencentC2cMsgExtensionCommand,
  TencentC2cMsgModifyCommand,
  TencentC2cMsgReadReceiptCommand,
  TencentC2cMsgRevokeCommand,
  TencentC2cReadReceiptCommand,
  TencentUnreadClearCommand,
} from './c2c';
import type {
  TencentCallEndCommand,
  TencentCallMemberStateCommand,
  TencentCallRecordingStateCommand,
  TencentCallStartCommand,
} from './calls';
import type {
  TencentBeforeTopicCreateCommand,
  TencentTopicCreateCommand,
  TencentTopicDestroyCommand,
  TencentTopicInfoCommand,
} from './community-topics';
import type {
  TencentBeforeGroupInviteCommand,
  TencentBeforeGroupJoinCommand,
  TencentGroupJoinCommand,
  TencentGroupLeaveCommand,
  TencentGroupMemberInfoCommand,
  TencentGroupMemberStateCommand,
} from './group-members';
import type {
  TencentBeforeGroupMsgCommand,
  TencentGroupMsgCommand,
  TencentGroupMsgExtensionCommand,
  TencentGroupMsgFailureCommand,
  TencentGroupMsgModifyCommand,
  TencentGroupMsgRevokeCommand,
  TencentReadReceiptCommand,
} from './group-messages';
import type {
  TencentBeforeGroupCreateCommand,
  TencentGroupAttributesCommand,
  TencentGroupCreateCommand,
  TencentGroupDismissCommand,
  TencentGroupFullCommand,
  TencentGroupInfoCommand,
  TencentGroupOwnerCommand,
  TencentGroupQuotaAlarmCommand,
} from './groups';
import type {
  TencentLiveCreateCommand,
  TencentLiveDestroyCommand,
  TencentLiveInfoCommand,
  TencentLiveQuotaAlarmCommand,
  TencentLiveRecordingStateCommand,
} from './live';
import type {
  TencentLiveBattleCreateCommand,
  TencentLiveBattleEndCommand,
  TencentLiveBattleStartCommand,
} from './live-battles';
import type {
  TencentBeforeLiveGiftCommand,
  TencentBeforeLiveGiftNonBlockingCommand,
} from './live-gifts';
import type {
  TencentLiveAdminCommand,
  TencentLiveMemberStateCommand,
  TencentLiveOwnerCommand,
} from './live-members';
import type {
  TencentLiveMetadataDeleteCommand,
  TencentLiveMetadataSetCommand,
} from './live-metadata';
import type {
  TencentModerationResultCommand,
  TencentRequestOverLimitCommand,
} from './notices';
import type {
  TencentBeforeOfficialAccountSubscribeCommand,
  TencentOfficialAccountFullCommand,
  TencentOfficialAccountSubscribeCommand,
  TencentOfficialAccountUnsubscribeCommand,
} from './official-account-subscribers';
import type {
  TencentBeforeOfficialAccountCreateCommand,
  TencentBeforeOfficialAccountMsgCommand,
  TencentOfficialAccountCreateCommand,
  TencentOfficialAccountDestroyCommand,
  TencentOfficialAccountInfoCommand,
  TencentOfficialAccountMsgCommand,
  TencentOfficialAccountMsgRevokeCommand,
} from './official-accounts';
import type {
  TencentAllMemberPushCommand,
  TencentOfflinePushCommand,
} from './push';
import type {
  TencentBeforeFriendRequestCommand,
  TencentBeforeFriendResponseCommand,
  TencentBlacklistAddCommand,
  TencentBlacklistRemoveCommand,
  TencentFollowCommand,
  TencentFriendAddCommand,
  TencentFriendDeleteCommand,
  TencentUnfollowCommand,
} from './relations';
import type {
  TencentRoomCreateCommand,
  TencentRoomDestroyCommand,
  TencentRoomEnterCommand,
  TencentRoomInfoCommand,
  TencentRoomLeaveCommand,
  TencentSeatInfoCommand,
} from './rooms';
import type {
  TencentUserInfoCommand,
  TencentUserStateCommand,
} from './users';

export type * from './bots';
export type * from './c2c';
export type * from './calls';
export type * from './community-topics';
export type * from './group-members';
export type * from './group-messages';
export type * from './groups';
export type * from './live';
export type * from './live-battles';
export type * from './live-gifts';
export type * from './live-members';
export type * from './live-metadata';
export type * from './notices';
export type * from './official-account-subscribers';
export type * from './official-accounts';
export type * from './parts';
export type * from './push';
export type * from './relations';
export type * from './rooms';
export type * from './users';

/** Every command of this vendor, as a union. */
export type TencentCommand =
  | TencentUserStateCommand
  | TencentUserInfoCommand
  | TencentBeforeFriendRequestCommand
  | TencentBeforeFriendResponseCommand
  | TencentFriendAddCommand
  | TencentFriendDeleteCommand
  | TencentBlacklistAddCommand
  | TencentBlacklistRemoveCommand
  | TencentFollowCommand
  | TencentUnfollowCommand
  | TencentBeforeC2cMsgCommand
  | TencentC2cMsgCommand
  | TencentC2cReadReceiptCommand
  | TencentC2cMsgRevokeCommand
  | TencentC2cMsgModifyCommand
  | TencentC2cMsgReadReceiptCommand
  | TencentUnreadClearCommand
  | TencentC2cMsgExtensionCommand
  | TencentBotC2cMsgCommand
  | TencentBotGroupMsgCommand
  | TencentChatbotSignalCommand
  | TencentBeforeGroupCreateCommand
  | TencentGroupCreateCommand
  | TencentGroupInfoCommand
  | TencentGroupAttributesCommand
  | TencentGroupDismissCommand
  | TencentGroupFullCommand
  | TencentGroupOwnerCommand
  | TencentGroupQuotaAlarmCommand
  | TencentBeforeGroupJoinCommand
  | TencentBeforeGroupInviteCommand
  | TencentGroupJoinCommand
  | TencentGroupLeaveCommand
  | TencentGroupMemberInfoCommand
  | TencentGroupMemberStateCommand
  | TencentBeforeGroupMsgCommand
  | TencentGroupMsgCommand
  | TencentGroupMsgFailureCommand
  | TencentGroupMsgRevokeCommand
  | TencentGroupMsgModifyCommand
  | TencentReadReceiptCommand
  | TencentGroupMsgExtensionCommand
  | TencentBeforeTopicCreateCommand
  | TencentTopicCreateCommand
  | TencentTopicDestroyCommand
  | TencentTopicInfoCommand
  | TencentBeforeOfficialAccountCreateCommand
  | TencentOfficialAccountCreateCommand
  | TencentOfficialAccountInfoCommand
  | TencentOfficialAccountDestroyCommand
  | TencentBeforeOfficialAccountMsgCommand
  | TencentOfficialAccountMsgCommand
  | TencentOfficialAccountMsgRevokeCommand
  | TencentBeforeOfficialAccountSubscribeCommand
  | TencentOfficialAccountSubscribeCommand
  | TencentOfficialAccountFullCommand
  | TencentOfficialAccountUnsubscribeCommand
  | TencentAllMemberPushCommand
  | TencentOfflinePushCommand
  | TencentModerationResultCommand
  | TencentRequestOverLimitCommand
  | TencentRoomCreateCommand
  | TencentRoomDestroyCommand
  | TencentRoomInfoCommand
  | TencentRoomEnterCommand
  | TencentRoomLeaveCommand
  | TencentSeatInfoCommand
  | TencentLiveCreateCommand
  | TencentLiveDestroyCommand
  | TencentLiveInfoCommand
  | TencentLiveQuotaAlarmCommand
  | TencentLiveRecordingStateCommand
  | TencentLiveMemberStateCommand
  | TencentLiveOwnerCommand
  | TencentLiveAdminCommand
  | TencentLiveMetadataSetCommand
  | TencentLiveMetadataDeleteCommand
  | TencentLiveBattleCreateCommand
  | TencentLiveBattleStartCommand
  | TencentLiveBattleEndCommand
  | TencentBeforeLiveGiftCommand
  | TencentBeforeLiveGiftNonBlockingCommand
  | TencentCallStartCommand
  | TencentCallMemberStateCommand
  | TencentCallEndCommand
  | TencentCallRecordingStateCommand;

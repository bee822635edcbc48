/** Bodies and commands of the topic groupMembers. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `Group.CallbackBeforeApplyJoinGroup`. */
export type TencentBeforeGroupJoin = {
  /** group ID */
  GroupId: string;
  /** user ID of the user who wants to join */
  Requestor_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Group.CallbackBeforeInviteJoinGroup`. */
export type TencentBeforeGroupInvite = {
  /** group ID */
  GroupId: string;
  /** users to be brought in */
  DestinationMembers: TencentBeforeGroupInviteMember[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** user ID of the user who invites */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Member. */
export type TencentBeforeGroupInviteMember = {
  /** user ID of the member */
  Member_Account: string;
};

/** The fields that a `rewrite()` may change. */
export type TencentBeforeGroupInviteRefusedUsers = {
  /** user IDs of those who must not come in; the others may */
  RefusedMembers_Account?: string[];
};

/** Body of `Group.CallbackAfterNewMemberJoin`. */
export type TencentGroupJoin = {
  /** group ID */
  GroupId: string;
  /** the new members */
  NewMemberList: TencentGroupJoinMember[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** Apply or Invited */
  JoinType?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** topic that the member joined or left, if it comes; in no sample */
  TopicId?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Member. */
export type TencentGroupJoinMember = {
  /** user ID of the member */
  Member_Account: string;
};

/** Body of `Group.CallbackAfterMemberExit`. */
export type TencentGroupLeave = {
  /** group ID */
  GroupId: string;
  /** those who are no longer members */
  ExitMemberList: TencentGroupLeaveMember[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** Quit for those who left, Kicked for those who were removed */
  ExitType?: string;
  /** user ID of the user who removed them, or who left */
  Operator_Account?: string;
  /** topic that the member joined or left, if it comes; in no sample */
  TopicId?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Member. */
export type TencentGroupLeaveMember = {
  /** user ID of the member */
  Member_Account: string;
};

/** Body of `Group.CallbackAfterMemberFieldChanged`. */
export type TencentGroupMemberInfo = {
  /** group ID */
  GroupId: string;
  /** user ID of the member who was changed */
  Member_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** the same, under the name in the mainland document */
  Modified_Account?: string;
  /** Admin for a new administrator, Member for one who no longer is */
  Role?: string;
  /** name that the member goes by in the group */
  NameCard?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Group.CallbackOnMemberStateChange`. */
export type TencentGroupMemberState = {
  /** group ID */
  GroupId: string;
  /** Offline or Online */
  EventType: string;
  /** members whose state changed */
  MemberList: TencentGroupMemberStateMember[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** AVChatRoom; in no document */
  Type?: string;
  /** HeartbeatInterrupt, HeartbeatRecover, Join (first device entered) or Quit (last device left) */
  EventCause?: string;
  /** when it happened, Unix milliseconds; in no document */
  EventTime?: number;
};

/** Member. */
export type TencentGroupMemberStateMember = {
  /** user ID of the member */
  Member_Account: string;
};

/** A user asks to join a group. */
export interface TencentBeforeGroupJoinCommand
  extends Command<'tencent', 'Group.CallbackBeforeApplyJoinGroup', 'groupJoin', 'before', TencentBeforeGroupJoin, unknown, null, false, true> {}

/** Somebody wants to bring users into a group. */
export interface TencentBeforeGroupInviteCommand
  extends Command<'tencent', 'Group.CallbackBeforeInviteJoinGroup', 'groupInvite', 'before', TencentBeforeGroupInvite, unknown, TencentBeforeGroupInviteRefusedUsers, false, true> {}

/** Users have become members of a group, by applying or by invitation. */
export interface TencentGroupJoinCommand
  extends Command<'tencent', 'Group.CallbackAfterNewMemberJoin', 'groupJoin', 'after', TencentGroupJoin, unknown, null, false, true> {}

/** Members left a group or were removed from it. */
export interface TencentGroupLeaveCommand
  extends Command<'tencent', 'Group.CallbackAfterMemberExit', 'groupLeave', 'after', TencentGroupLeave, unknown, null, false, true> {}

/** The role or the name card of a group member was changed. */
export interface TencentGroupMemberInfoCommand
  extends Command<'tencent', 'Group.CallbackAfterMemberFieldChanged', 'groupMemberInfo', 'after', TencentGroupMemberInfo, unknown, null, false, true> {}

/** Members of an AVChatRoom came online in it or went offline: they entered or left, or their connection changed. */
export interface TencentGroupMemberStateCommand
  extends Command<'tencent', 'Group.CallbackOnMemberStateChange', 'groupMemberState', 'after', TencentGroupMemberState, unknown, null, false, true> {}

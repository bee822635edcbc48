/** Bodies and commands of the topic groupMembers. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `callbackBeforeMembersJoinGroupCommand`. */
export type OpenimBeforeGroupMembersAdd = {
  /** group ID */
  groupID: string;
  /** the users about to join */
  memberList: OpenimNewMember[];
  /** the command, as in the URL */
  callbackCommand?: string;
  /** free extension text of the group */
  groupEx?: string;
};

/** New member. */
export type OpenimNewMember = {
  /** user ID */
  userID: string;
  /** free extension text of the member */
  ex?: string;
};

/** The fields that a `rewrite()` may change. */
export type OpenimBeforeGroupMembersAddNewMemberChanges = {
  /** what is changed of each member, by userID */
  memberCallbackList?: OpenimNewMemberChange[];
};

/** New member change. */
export type OpenimNewMemberChange = {
  /** user ID */
  userID: string;
  /** nickname of the user */
  nickname?: string;
  /** avatar URL */
  faceURL?: string;
  /** role in the group: 100 owner, 60 administrator, 20 member */
  roleLevel?: number;
  /** until when the member may not write */
  muteEndTime?: number;
  /** free extension text */
  ex?: string;
};

/** Body of `callbackBeforeMemberJoinGroupCommand`. */
export type OpenimBeforeGroupMemberAdd = {
  /** group ID */
  groupID: string;
  /** user ID */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** free extension text of the member */
  ex?: string;
  /** free extension text of the group */
  groupEx?: string;
};

/** The fields that a `rewrite()` may change. */
export type OpenimBeforeGroupMemberAddNewMemberChanges = {
  /** nickname of the user */
  nickname?: string;
  /** avatar URL */
  faceURL?: string;
  /** role in the group: 100 owner, 60 administrator, 20 member */
  roleLevel?: number;
  /** until when the member may not write */
  muteEndTime?: number;
  /** free extension text of the member */
  ex?: string;
};

/** Body of `callbackBeforeSetGroupMemberInfoCommand`. */
export type OpenimBeforeGroupMemberInfo = {
  /** group ID */
  groupID: string;
  /** user ID */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** nickname of the user; the N in the middle is a capital */
  nickName?: string;
  /** avatar URL */
  faceURL?: string;
  /** role in the group: 100 owner, 60 administrator, 20 member */
  roleLevel?: number;
  /** free extension text */
  ex?: string;
};

/** The fields that a `rewrite()` may change. */
export type OpenimMemberChanges = {
  /** free extension text */
  ex?: string;
  /** nickname of the user; the N in the middle is a capital */
  nickName?: string;
  /** avatar URL */
  faceURL?: string;
  /** role in the group: 100 owner, 60 administrator, 20 member */
  roleLevel?: number;
};

/** Body of `callbackAfterSetGroupMemberInfoCommand`. */
export type OpenimGroupMemberInfo = {
  /** group ID */
  groupID: string;
  /** user ID */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** nickname of the user; the N in the middle is a capital */
  nickName?: string;
  /** avatar URL */
  faceURL?: string;
  /** role in the group: 100 owner, 60 administrator, 20 member */
  roleLevel?: number;
  /** free extension text */
  ex?: string;
};

/** Body of `callbackAfterQuitGroupCommand`. */
export type OpenimGroupLeave = {
  /** group ID */
  groupID: string;
  /** user who left */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** Body of `callbackAfterKickGroupCommand`. */
export type OpenimGroupKick = {
  /** group ID */
  groupID: string;
  /** users who were removed */
  kickedUserIDs: string[];
  /** the command, as in the URL */
  callbackCommand?: string;
  /** free text on why */
  reason?: string;
};

/** Body of `callbackBeforeJoinGroupCommand`. */
export type OpenimBeforeGroupJoin = {
  /** group ID */
  groupID: string;
  /** user who asks to join */
  applyID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** type of the group as the character of that code: \u0002 for type 2 */
  groupType?: string;
  /** what the user wrote when asking to join */
  reqMessage?: string;
  /** free extension text */
  ex?: string;
};

/** Body of `callbackAfterJoinGroupCommand`. */
export type OpenimGroupJoin = {
  /** group ID */
  groupID: string;
  /** the user who joined, whatever the name says */
  inviterUserID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** what the user wrote when asking to join */
  reqMessage?: string;
  /** 1 administrator, 2 invitation, 3 search, 4 QR code */
  joinSource?: number;
};

/** Body of `callbackBeforeInviteJoinGroupCommand`. */
export type OpenimBeforeGroupInvite = {
  /** group ID */
  groupID: string;
  /** users to invite */
  invitedUserIDs: string[];
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** free text on why */
  reason?: string;
};

/** Users are about to become members of a group: at its creation, by invitation, by approval or by themselves. */
export interface OpenimBeforeGroupMembersAddCommand
  extends Command<'openim', 'callbackBeforeMembersJoinGroupCommand', 'groupMembersAdd', 'before', OpenimBeforeGroupMembersAdd, unknown, OpenimBeforeGroupMembersAddNewMemberChanges, false, false> {}

/** A user is about to become a member of a group, as servers before 3.8 report it. */
export interface OpenimBeforeGroupMemberAddCommand
  extends Command<'openim', 'callbackBeforeMemberJoinGroupCommand', 'groupMemberAdd', 'before', OpenimBeforeGroupMemberAdd, unknown, OpenimBeforeGroupMemberAddNewMemberChanges, false, false> {}

/** A member's profile or role in a group is about to be changed: one call for each member of the request. */
export interface OpenimBeforeGroupMemberInfoCommand
  extends Command<'openim', 'callbackBeforeSetGroupMemberInfoCommand', 'groupMemberInfo', 'before', OpenimBeforeGroupMemberInfo, unknown, OpenimMemberChanges, false, false> {}

/** A member's profile or role in a group was changed. */
export interface OpenimGroupMemberInfoCommand
  extends Command<'openim', 'callbackAfterSetGroupMemberInfoCommand', 'groupMemberInfo', 'after', OpenimGroupMemberInfo, unknown, null, false, false> {}

/** A member left a group. */
export interface OpenimGroupLeaveCommand
  extends Command<'openim', 'callbackAfterQuitGroupCommand', 'groupLeave', 'after', OpenimGroupLeave, unknown, null, false, false> {}

/** Members were removed from a group. */
export interface OpenimGroupKickCommand
  extends Command<'openim', 'callbackAfterKickGroupCommand', 'groupKick', 'after', OpenimGroupKick, unknown, null, false, false> {}

/** A user asks to join a group. */
export interface OpenimBeforeGroupJoinCommand
  extends Command<'openim', 'callbackBeforeJoinGroupCommand', 'groupJoin', 'before', OpenimBeforeGroupJoin, unknown, null, false, false> {}

/** A user joined a group that lets people in without approval. */
export interface OpenimGroupJoinCommand
  extends Command<'openim', 'callbackAfterJoinGroupCommand', 'groupJoin', 'after', OpenimGroupJoin, unknown, null, false, false> {}

/** Users are about to be invited into a group. */
export interface OpenimBeforeGroupInviteCommand
  extends Command<'openim', 'callbackBeforeInviteJoinGroupCommand', 'groupInvite', 'before', OpenimBeforeGroupInvite, unknown, null, false, false> {}

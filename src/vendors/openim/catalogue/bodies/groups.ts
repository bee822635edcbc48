/** Bodies and commands of the topic groups. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `callbackBeforeCreateGroupCommand`. */
export type OpenimBeforeGroupCreate = {
  /** the command, as in the URL */
  callbackCommand?: string;
  /** group ID; empty when the server is to make one */
  groupID?: string;
  /** name of the group */
  groupName?: string;
  /** announcement of the group */
  notification?: string;
  /** description of the group */
  introduction?: string;
  /** avatar URL */
  faceURL?: string;
  /** owner of the group */
  ownerUserID?: string;
  /** Unix milliseconds */
  createTime?: number;
  /** number of members */
  memberCount?: number;
  /** free extension text */
  ex?: string;
  /** status of the group */
  status?: number;
  /** user who creates the group */
  creatorUserID?: string;
  /** type of the group, 2 is the working group */
  groupType?: number;
  /** how users join the group: 0, 1 or 2 */
  needVerification?: number;
  /** rule for looking at the profiles of members, 0 or 1 */
  lookMemberInfo?: number;
  /** rule for befriending members, 0 or 1 */
  applyMemberFriend?: number;
  /** when the announcement was set, Unix milliseconds */
  notificationUpdateTime?: number;
  /** user who set the announcement */
  notificationUserID?: string;
  /** members the group starts with, its owner first */
  initMemberList?: OpenimFirstMember[];
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
};

/** First member. */
export type OpenimFirstMember = {
  /** user ID */
  userID: string;
  /** role in the group: 100 owner, 60 administrator, 20 member */
  roleLevel?: number;
};

/** The fields that a `rewrite()` may change. */
export type OpenimGroupChanges = {
  /** group ID; empty when the server is to make one */
  groupID?: string;
  /** name of the group */
  groupName?: string;
  /** announcement of the group */
  notification?: string;
  /** description of the group */
  introduction?: string;
  /** avatar URL */
  faceURL?: string;
  /** owner of the group */
  ownerUserID?: string;
  /** free extension text */
  ex?: string;
  /** status of the group */
  status?: number;
  /** user who creates the group */
  creatorUserID?: string;
  /** type of the group, 2 is the working group */
  groupType?: number;
  /** how users join the group: 0, 1 or 2 */
  needVerification?: number;
  /** rule for looking at the profiles of members, 0 or 1 */
  lookMemberInfo?: number;
};

/** Body of `callbackAfterCreateGroupCommand`. */
export type OpenimGroupCreate = {
  /** the command, as in the URL */
  callbackCommand?: string;
  /** group ID */
  groupID?: string;
  /** name of the group */
  groupName?: string;
  /** announcement of the group */
  notification?: string;
  /** description of the group */
  introduction?: string;
  /** avatar URL */
  faceURL?: string;
  /** owner of the group */
  ownerUserID?: string;
  /** Unix milliseconds */
  createTime?: number;
  /** number of members */
  memberCount?: number;
  /** free extension text */
  ex?: string;
  /** status of the group */
  status?: number;
  /** user who creates the group */
  creatorUserID?: string;
  /** type of the group, 2 is the working group */
  groupType?: number;
  /** how users join the group: 0, 1 or 2 */
  needVerification?: number;
  /** rule for looking at the profiles of members, 0 or 1 */
  lookMemberInfo?: number;
  /** rule for befriending members, 0 or 1 */
  applyMemberFriend?: number;
  /** when the announcement was set, Unix milliseconds */
  notificationUpdateTime?: number;
  /** user who set the announcement */
  notificationUserID?: string;
  /** members the group starts with, its owner first */
  initMemberList?: OpenimFirstMember[];
};

/** Body of `callbackAfterDisMissGroupCommand`. */
export type OpenimGroupDismiss = {
  /** group ID */
  groupID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** owner of the group */
  ownerID?: string;
  /** type of the group as the character of that code: \u0002 for type 2 */
  groupType?: string;
  /** members of the group */
  membersID?: string[];
};

/** Body of `callbackAfterTransferGroupOwnerCommand`. */
export type OpenimGroupOwner = {
  /** group ID */
  groupID: string;
  /** user who owned the group */
  oldOwnerUserID: string;
  /** user who owns it now */
  newOwnerUserID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** A group is about to be created. */
export interface OpenimBeforeGroupCreateCommand
  extends Command<'openim', 'callbackBeforeCreateGroupCommand', 'groupCreate', 'before', OpenimBeforeGroupCreate, unknown, OpenimGroupChanges, false, false> {}

/** A group was created. */
export interface OpenimGroupCreateCommand
  extends Command<'openim', 'callbackAfterCreateGroupCommand', 'groupCreate', 'after', OpenimGroupCreate, unknown, null, false, false> {}

/** A group was dismissed. */
export interface OpenimGroupDismissCommand
  extends Command<'openim', 'callbackAfterDisMissGroupCommand', 'groupDismiss', 'after', OpenimGroupDismiss, unknown, null, false, false> {}

/** A group has a new owner. */
export interface OpenimGroupOwnerCommand
  extends Command<'openim', 'callbackAfterTransferGroupOwnerCommand', 'groupOwner', 'after', OpenimGroupOwner, unknown, null, false, false> {}

/** Bodies and commands of the topic groups. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';
import type { TencentCustomField } from './parts';

/** Body of `Group.CallbackBeforeCreateGroup`. */
export type TencentBeforeGroupCreate = {
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the owner */
  Owner_Account?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** name of the group, topic or official account */
  Name?: string;
  /** groups of this type that the user already has */
  CreateGroupNum?: number;
  /** the same for each group type; in no document */
  CreatedGroupNum?: Readonly<Record<string, unknown>>;
  /** how invitations are handled, e.g. NeedPermission; in no document */
  InviteOption?: string;
  /** initial members */
  MemberList?: TencentBeforeGroupCreateMember[];
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Member. */
export type TencentBeforeGroupCreateMember = {
  /** user ID of the member */
  Member_Account?: string;
};

/** Body of `Group.CallbackAfterCreateGroup`. */
export type TencentGroupCreate = {
  /** group ID */
  GroupId: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** user ID of the owner */
  Owner_Account?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** name of the group, topic or official account */
  Name?: string;
  /** initial members */
  MemberList?: TencentGroupCreateMember[];
  /** custom fields; off by default */
  UserDefinedDataList?: TencentCustomField[];
  /** how invitations are handled, e.g. NeedPermission; in no document */
  InviteOption?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Member. */
export type TencentGroupCreateMember = {
  /** user ID of the member */
  Member_Account?: string;
};

/** Body of `Group.CallbackAfterGroupInfoChanged`. */
export type TencentGroupInfo = {
  /** group ID */
  GroupId: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** name of the group, topic or official account */
  Name?: string;
  /** text that introduces it */
  Introduction?: string;
  /** notice to the members */
  Notification?: string;
  /** address of its picture */
  FaceUrl?: string;
  /** On while everybody is muted, else Off; in no document */
  ShutUpAllMember?: string;
  /** how requests to join are handled; in no document */
  ApplyJoinOption?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Group.CallbackAfterGroupAttrChanged`. */
export type TencentGroupAttributes = {
  /** group ID */
  GroupId: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** set, modify, delete or clear */
  OptionType?: string;
  /** the attributes that changed */
  GroupAttr?: TencentAttribute[];
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Attribute. */
export type TencentAttribute = {
  /** name of the attribute */
  key?: string;
  /** its value */
  value?: string;
};

/** Body of `Group.CallbackAfterGroupDestroyed`. */
export type TencentGroupDismiss = {
  /** group ID */
  GroupId: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who disbanded it; in the mainland document (2024-02-04) only */
  Operator_Account?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** user ID of the owner */
  Owner_Account?: string;
  /** name of the group, topic or official account */
  Name?: string;
  /** members it had; not sent for communities */
  MemberList?: TencentGroupDismissMember[];
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Member. */
export type TencentGroupDismissMember = {
  /** user ID of the member */
  Member_Account?: string;
};

/** Body of `Group.CallbackAfterGroupFull`. */
export type TencentGroupFull = {
  /** group ID */
  GroupId: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Group.CallbackAfterChangeGroupOwner`. */
export type TencentGroupOwner = {
  /** group ID */
  GroupId: string;
  /** user ID of the owner from now on */
  NewOwner_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** user ID of the owner until now */
  OldOwner_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Group.CallbackOnDailyGroupQuotaAlarm`. */
export type TencentGroupQuotaAlarm = {
  /** net number of groups gained today */
  QuotaUsed: number;
  /** the daily limit */
  Quota: number;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Somebody wants to create a group. */
export interface TencentBeforeGroupCreateCommand
  extends Command<'tencent', 'Group.CallbackBeforeCreateGroup', 'groupCreate', 'before', TencentBeforeGroupCreate, unknown, null, false, true> {}

/** A group has been created. */
export interface TencentGroupCreateCommand
  extends Command<'tencent', 'Group.CallbackAfterCreateGroup', 'groupCreate', 'after', TencentGroupCreate, unknown, null, false, true> {}

/** The profile of a group was changed; only the fields that changed are there. */
export interface TencentGroupInfoCommand
  extends Command<'tencent', 'Group.CallbackAfterGroupInfoChanged', 'groupInfo', 'after', TencentGroupInfo, unknown, null, false, true> {}

/** Custom attributes of a group were set, modified, deleted or cleared. */
export interface TencentGroupAttributesCommand
  extends Command<'tencent', 'Group.CallbackAfterGroupAttrChanged', 'groupAttributes', 'after', TencentGroupAttributes, unknown, null, false, true> {}

/** A group was disbanded. */
export interface TencentGroupDismissCommand
  extends Command<'tencent', 'Group.CallbackAfterGroupDestroyed', 'groupDismiss', 'after', TencentGroupDismiss, unknown, null, false, true> {}

/** A group has as many members as it may have, or somebody failed to join it because of that. */
export interface TencentGroupFullCommand
  extends Command<'tencent', 'Group.CallbackAfterGroupFull', 'groupFull', 'after', TencentGroupFull, unknown, null, false, true> {}

/** A group was handed over to another owner. */
export interface TencentGroupOwnerCommand
  extends Command<'tencent', 'Group.CallbackAfterChangeGroupOwner', 'groupOwner', 'after', TencentGroupOwner, unknown, null, false, true> {}

/** The net number of groups that the app has gained today is above 70 percent of its daily limit. */
export interface TencentGroupQuotaAlarmCommand
  extends Command<'tencent', 'Group.CallbackOnDailyGroupQuotaAlarm', 'groupQuotaAlarm', 'after', TencentGroupQuotaAlarm, unknown, null, false, true> {}

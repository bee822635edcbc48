/** Bodies and commands of the topic officialAccounts. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';
import type { TencentMessageChanges, TencentMessageElement } from './parts';

/** Body of `OfficialAccount.CallbackBeforeCreateOfficialAccount`. */
export type TencentBeforeOfficialAccountCreate = {
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the owner */
  Owner_Account?: string;
  /** name of the group, topic or official account */
  Name?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `OfficialAccount.CallbackAfterCreateOfficialAccount`. */
export type TencentOfficialAccountCreate = {
  /** ID of the official account */
  Official_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** user ID of the owner */
  Owner_Account?: string;
  /** name of the group, topic or official account */
  Name?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `OfficialAccount.CallbackAfterOfficialAccountInfoChanged`. */
export type TencentOfficialAccountInfo = {
  /** ID of the official account */
  Official_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** text that introduces it */
  Introduction?: string;
  /** name of the group, topic or official account */
  Name?: string;
  /** address of its picture */
  FaceUrl?: string;
  /** organization behind the account */
  Organization?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `OfficialAccount.CallbackAfterOfficialAccountDestroyed`. */
export type TencentOfficialAccountDestroy = {
  /** ID of the official account */
  Official_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the owner */
  Owner_Account?: string;
  /** name of the group, topic or official account */
  Name?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `OfficialAccount.CallbackBeforeSendMsg`. */
export type TencentBeforeOfficialAccountMsg = {
  /** ID of the official account */
  Official_Account: string;
  /** the message: a list of elements */
  MsgBody: TencentMessageElement[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** 1 for a message that is not stored, else 0 */
  OnlineOnlyFlag?: number;
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `OfficialAccount.CallbackAfterSendMsg`. */
export type TencentOfficialAccountMsg = {
  /** ID of the official account */
  Official_Account: string;
  /** the message: a list of elements */
  MsgBody: TencentMessageElement[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** message key; the revoke API takes it */
  MsgKey?: string;
  /** when the message was sent, Unix SECONDS */
  MsgTime?: number;
  /** 1 for a message that is not stored, else 0 */
  OnlineOnlyFlag?: number;
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `OfficialAccount.CallbackAfterMsgWithDraw`. */
export type TencentOfficialAccountMsgRevoke = {
  /** ID of the official account */
  Official_Account: string;
  /** the messages that are gone */
  WithdrawMsgList: TencentOfficialAccountMsgRevokeRecalledMessage[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Recalled message. */
export type TencentOfficialAccountMsgRevokeRecalledMessage = {
  /** MsgKey of the message */
  MsgKey: string;
};

/** Somebody wants to create an official account. */
export interface TencentBeforeOfficialAccountCreateCommand
  extends Command<'tencent', 'OfficialAccount.CallbackBeforeCreateOfficialAccount', 'officialAccountCreate', 'before', TencentBeforeOfficialAccountCreate, unknown, null, false, true> {}

/** An official account has been created. */
export interface TencentOfficialAccountCreateCommand
  extends Command<'tencent', 'OfficialAccount.CallbackAfterCreateOfficialAccount', 'officialAccountCreate', 'after', TencentOfficialAccountCreate, unknown, null, false, true> {}

/** The profile of an official account was changed. */
export interface TencentOfficialAccountInfoCommand
  extends Command<'tencent', 'OfficialAccount.CallbackAfterOfficialAccountInfoChanged', 'officialAccountInfo', 'after', TencentOfficialAccountInfo, unknown, null, false, true> {}

/** An official account was destroyed. */
export interface TencentOfficialAccountDestroyCommand
  extends Command<'tencent', 'OfficialAccount.CallbackAfterOfficialAccountDestroyed', 'officialAccountDestroy', 'after', TencentOfficialAccountDestroy, unknown, null, false, true> {}

/** An official account is about to send a message to its subscribers. */
export interface TencentBeforeOfficialAccountMsgCommand
  extends Command<'tencent', 'OfficialAccount.CallbackBeforeSendMsg', 'officialAccountMsg', 'before', TencentBeforeOfficialAccountMsg, unknown, TencentMessageChanges, true, true> {}

/** An official account sent a message to its subscribers. */
export interface TencentOfficialAccountMsgCommand
  extends Command<'tencent', 'OfficialAccount.CallbackAfterSendMsg', 'officialAccountMsg', 'after', TencentOfficialAccountMsg, unknown, null, false, true> {}

/** Messages of an official account were recalled. */
export interface TencentOfficialAccountMsgRevokeCommand
  extends Command<'tencent', 'OfficialAccount.CallbackAfterMsgWithDraw', 'officialAccountMsgRevoke', 'after', TencentOfficialAccountMsgRevoke, unknown, null, false, true> {}

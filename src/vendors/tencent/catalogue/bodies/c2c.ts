/** Bodies and commands of the topic c2c. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';
import type { TencentMessageChanges, TencentMessageElement } from './parts';

/** Body of `C2C.CallbackBeforeSendMsg`. */
export type TencentBeforeC2cMsg = {
  /** user ID of the sender */
  From_Account: string;
  /** user ID of the receiver */
  To_Account: string;
  /** the message: a list of elements */
  MsgBody: TencentMessageElement[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** sequence number of the message */
  MsgSeq?: number;
  /** 32-bit random number of the message */
  MsgRandom?: number;
  /** when the message was sent, Unix SECONDS */
  MsgTime?: number;
  /** message key; the revoke API takes it */
  MsgKey?: string;
  /** the client's message ID (documents from 2024 on) */
  MsgId?: string;
  /** 1 for a message that is not stored, else 0 */
  OnlineOnlyFlag?: number;
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** relation of the two users; seen in one capture, in no document */
  FriendShip?: number;
};

/** Body of `C2C.CallbackAfterSendMsg`. */
export type TencentC2cMsg = {
  /** user ID of the sender */
  From_Account: string;
  /** user ID of the receiver */
  To_Account: string;
  /** the message: a list of elements */
  MsgBody: TencentMessageElement[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** sequence number of the message */
  MsgSeq?: number;
  /** 32-bit random number of the message */
  MsgRandom?: number;
  /** when the message was sent, Unix SECONDS */
  MsgTime?: number;
  /** message key; the revoke API takes it */
  MsgKey?: string;
  /** the client's message ID (documents from 2024 on) */
  MsgId?: string;
  /** 1 for a message that is not stored, else 0 */
  OnlineOnlyFlag?: number;
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** relation of the two users; seen in one capture, in no document */
  FriendShip?: number;
  /** 0 when the message was delivered, else the error code */
  SendMsgResult?: number;
  /** what became of the delivery, in words */
  ErrorInfo?: string;
  /** unread one-to-one messages of the receiver in all conversations together; -1 when the delivery failed */
  UnreadMsgNum?: number;
};

/** Body of `C2C.CallbackAfterMsgReport`. */
export type TencentC2cReadReceipt = {
  /** user ID of the reader */
  Report_Account: string;
  /** user ID of the author of the messages that were read */
  Peer_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** every message up to this time is read; Unix SECONDS, which no document states */
  LastReadTime?: number;
  /** unread one-to-one messages that the reader has left in all conversations together */
  UnreadMsgNum?: number;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `C2C.CallbackAfterMsgWithDraw`. */
export type TencentC2cMsgRevoke = {
  /** user ID of the sender */
  From_Account: string;
  /** user ID of the receiver */
  To_Account: string;
  /** key of the recalled message */
  MsgKey: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** unread one-to-one messages of the receiver in all conversations together; -1 when the delivery failed */
  UnreadMsgNum?: number;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `C2C.CallbackAfterModifyMsg`. */
export type TencentC2cMsgModify = {
  /** user ID of the sender */
  From_Account: string;
  /** user ID of the receiver */
  To_Account: string;
  /** key of the edited message */
  MsgKey: string;
  /** the message as it is now: a list of elements */
  MsgBody: TencentMessageElement[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who edited it */
  Operator_Account?: string;
  /** 32-bit random number of the message */
  MsgRandom?: number;
  /** sequence number of the message */
  MsgSeq?: number;
  /** when the message was first sent, Unix SECONDS */
  MsgTime?: number;
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `C2C.CallbackAfterMsgReadReceipt`. */
export type TencentC2cMsgReadReceipt = {
  /** user ID of the reader */
  Operator_Account: string;
  /** user ID of the sender of the messages */
  Peer_Account: string;
  /** the messages read */
  C2CMsgInfo: TencentC2cMsgReadReceiptReceipt[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when the receipts were sent, Unix milliseconds */
  EventTime?: number;
};

/** Receipt. */
export type TencentC2cMsgReadReceiptReceipt = {
  /** key of the message */
  MsgKey: string;
  /** user ID of the sender of the message; not in the table of the page */
  From_Account?: string;
  /** user ID of the receiver of the message; not in the table of the page */
  To_Account?: string;
  /** the client's message ID (documents from 2024 on) */
  MsgId?: string;
};

/** Body of `C2C.CallbackAfterMsgReadAll`. */
export type TencentUnreadClear = {
  /** user ID of the reader */
  Report_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** the groups concerned */
  GroupReadInfo?: TencentGroupRead[];
};

/** Group read. */
export type TencentGroupRead = {
  /** group ID */
  GroupId?: string;
  /** sequence number up to which the group is read */
  MsgSeq?: number;
};

/** Body of `C2C.CallbackAfterC2CMsgExtension`. */
export type TencentC2cMsgExtension = {
  /** user ID of the sender */
  From_Account: string;
  /** user ID of the receiver */
  To_Account: string;
  /** key of the message they are attached to */
  MsgKey: string;
  /** 1 set, 2 delete, 3 clear all */
  OperateType: number;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** the pairs concerned; empty where all were cleared */
  ExtensionList?: TencentC2cMsgExtensionExtension[];
  /** newest version of all pairs of the message */
  Seq?: number;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Extension. */
export type TencentC2cMsgExtensionExtension = {
  /** name of the pair */
  Key?: string;
  /** its new value; empty where it was deleted */
  Value?: string;
  /** version of this pair */
  Seq?: number;
};

/** A message of one user is about to reach another. */
export interface TencentBeforeC2cMsgCommand
  extends Command<'tencent', 'C2C.CallbackBeforeSendMsg', 'c2cMsg', 'before', TencentBeforeC2cMsg, unknown, TencentMessageChanges, true, true> {}

/** A message of one user to another was delivered, or its delivery failed: SendMsgResult says which. */
export interface TencentC2cMsgCommand
  extends Command<'tencent', 'C2C.CallbackAfterSendMsg', 'c2cMsg', 'after', TencentC2cMsg, unknown, null, false, true> {}

/** A user read the messages of another. */
export interface TencentC2cReadReceiptCommand
  extends Command<'tencent', 'C2C.CallbackAfterMsgReport', 'c2cReadReceipt', 'after', TencentC2cReadReceipt, unknown, null, false, true> {}

/** A message of one user to another was recalled. */
export interface TencentC2cMsgRevokeCommand
  extends Command<'tencent', 'C2C.CallbackAfterMsgWithDraw', 'c2cMsgRevoke', 'after', TencentC2cMsgRevoke, unknown, null, false, true> {}

/** A message of one user to another was edited. */
export interface TencentC2cMsgModifyCommand
  extends Command<'tencent', 'C2C.CallbackAfterModifyMsg', 'c2cMsgModify', 'after', TencentC2cMsgModify, unknown, null, false, true> {}

/** A user sent read receipts for messages of another, who had asked for them. */
export interface TencentC2cMsgReadReceiptCommand
  extends Command<'tencent', 'C2C.CallbackAfterMsgReadReceipt', 'c2cMsgReadReceipt', 'after', TencentC2cMsgReadReceipt, unknown, null, false, true> {}

/** A user marked everything as read, in one-to-one conversations and in groups. */
export interface TencentUnreadClearCommand
  extends Command<'tencent', 'C2C.CallbackAfterMsgReadAll', 'unreadClear', 'after', TencentUnreadClear, unknown, null, false, true> {}

/** Key-value pairs attached to a message of one user to another were set, deleted or cleared. */
export interface TencentC2cMsgExtensionCommand
  extends Command<'tencent', 'C2C.CallbackAfterC2CMsgExtension', 'c2cMsgExtension', 'after', TencentC2cMsgExtension, unknown, null, false, true> {}

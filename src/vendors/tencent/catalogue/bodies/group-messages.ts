/** Bodies and commands of the topic groupMessages. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';
import type { TencentMessageChanges, TencentMessageElement } from './parts';

/** Body of `Group.CallbackBeforeSendMsg`. */
export type TencentBeforeGroupMsg = {
  /** group ID */
  GroupId: string;
  /** user ID of the sender */
  From_Account: string;
  /** the message: a list of elements */
  MsgBody: TencentMessageElement[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** 32-bit random number of the message */
  Random?: number;
  /** the client's message ID (documents from 2024 on) */
  MsgId?: string;
  /** 1 for a message that is not stored, else 0 */
  OnlineOnlyFlag?: number;
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
  /** topic, for messages in a topic of a community */
  TopicId?: string;
  /** High, Normal, Low or Lowest; seen in captures, in no document */
  MsgPriority?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Group.CallbackAfterSendMsg`. */
export type TencentGroupMsg = {
  /** group ID */
  GroupId: string;
  /** user ID of the sender */
  From_Account: string;
  /** the message: a list of elements */
  MsgBody: TencentMessageElement[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** 32-bit random number of the message */
  Random?: number;
  /** the client's message ID (documents from 2024 on) */
  MsgId?: string;
  /** 1 for a message that is not stored, else 0 */
  OnlineOnlyFlag?: number;
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
  /** topic, for messages in a topic of a community */
  TopicId?: string;
  /** High, Normal, Low or Lowest; seen in captures, in no document */
  MsgPriority?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** orders the messages of the group; random for online-only messages */
  MsgSeq?: number;
  /** when the message was sent, Unix SECONDS */
  MsgTime?: number;
  /** mentions, at most 30 */
  GroupAtInfo?: TencentMention[];
};

/** Mention. */
export type TencentMention = {
  /** 1 mentions everybody, 0 one member */
  GroupAtAllFlag?: number;
  /** user ID of the member mentioned; absent where everybody is */
  GroupAt_Account?: string;
};

/** Body of `Group.CallbackSendMsgException`. */
export type TencentGroupMsgFailure = {
  /** group ID */
  GroupId: string;
  /** user ID of the sender */
  From_Account: string;
  /** the message: a list of elements */
  MsgBody: TencentMessageElement[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** 32-bit random number of the message */
  Random?: number;
  /** the client's message ID (documents from 2024 on) */
  MsgId?: string;
  /** 1 for a message that is not stored, else 0 */
  OnlineOnlyFlag?: number;
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
  /** topic, for messages in a topic of a community */
  TopicId?: string;
  /** High, Normal, Low or Lowest; seen in captures, in no document */
  MsgPriority?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** error code of the service, e.g. 10023 */
  ErrorCode?: number;
  /** the reason in words */
  ErrorInfo?: string;
};

/** Body of `Group.CallbackAfterRecallMsg`. */
export type TencentGroupMsgRevoke = {
  /** group ID */
  GroupId: string;
  /** the messages that are gone */
  MsgSeqList: TencentGroupMsgRevokeRecalledMessage[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who recalled them */
  Operator_Account?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** topic, for messages in a topic of a community */
  TopicId?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Recalled message. */
export type TencentGroupMsgRevokeRecalledMessage = {
  /** sequence number of the message */
  MsgSeq: number;
  /** the client's message ID (documents from 2024 on) */
  MsgId?: string;
};

/** Body of `Group.CallbackAfterModifyMsg`. */
export type TencentGroupMsgModify = {
  /** group ID */
  GroupId: string;
  /** sequence number of the edited message */
  MsgSeq: number;
  /** the message as it is now: a list of elements */
  MsgBody: TencentMessageElement[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who edited it */
  Operator_Account?: string;
  /** topic of a community; an EMPTY string outside topics */
  TopicId?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** free text that the sender attached to the message; neither in the table of the page nor in its sample */
  CloudCustomData?: string;
};

/** Body of `Group.CallbackAfterReadReceipt`. */
export type TencentReadReceipt = {
  /** group ID */
  GroupId: string;
  /** one receipt for each message that was read */
  GroupMsgReceiptList: TencentReadReceiptReceipt[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Receipt. */
export type TencentReadReceiptReceipt = {
  /** sequence number of the message */
  MsgSeq: number;
  /** members who have read it */
  ReadNum?: number;
  /** members who have not */
  UnreadNum?: number;
  /** members who have just read it */
  ReadReceiptMembers?: TencentReader[];
};

/** Reader. */
export type TencentReader = {
  /** user ID of the member */
  Member_Account?: string;
};

/** Body of `Group.CallbackAfterGroupMsgExtension`. */
export type TencentGroupMsgExtension = {
  /** group ID */
  GroupId: string;
  /** the message that the extensions belong to */
  MsgSeq: number;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** 1 set, 2 delete, 3 clear all */
  OperateType?: number;
  /** the extensions that changed; empty when all were cleared */
  ExtensionList?: TencentGroupMsgExtensionExtension[];
  /** newest version among all extensions of the message */
  Seq?: number;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Extension. */
export type TencentGroupMsgExtensionExtension = {
  /** name of the extension */
  Key?: string;
  /** its value; empty when it was deleted */
  Value?: string;
  /** version of this extension */
  Seq?: number;
};

/** A message is about to reach a group. */
export interface TencentBeforeGroupMsgCommand
  extends Command<'tencent', 'Group.CallbackBeforeSendMsg', 'groupMsg', 'before', TencentBeforeGroupMsg, unknown, TencentMessageChanges, true, true> {}

/** A group message was sent. MsgSeq orders the messages of a group, but is random for online-only messages. */
export interface TencentGroupMsgCommand
  extends Command<'tencent', 'Group.CallbackAfterSendMsg', 'groupMsg', 'after', TencentGroupMsg, unknown, null, false, true> {}

/** A group message could not be sent. */
export interface TencentGroupMsgFailureCommand
  extends Command<'tencent', 'Group.CallbackSendMsgException', 'groupMsgFailure', 'after', TencentGroupMsgFailure, unknown, null, false, true> {}

/** One or several messages of a group were recalled. */
export interface TencentGroupMsgRevokeCommand
  extends Command<'tencent', 'Group.CallbackAfterRecallMsg', 'groupMsgRevoke', 'after', TencentGroupMsgRevoke, unknown, null, false, true> {}

/** A message of a group was edited. */
export interface TencentGroupMsgModifyCommand
  extends Command<'tencent', 'Group.CallbackAfterModifyMsg', 'groupMsgModify', 'after', TencentGroupMsgModify, unknown, null, false, true> {}

/** Members read group messages that ask for a receipt. Not sent for Community groups. */
export interface TencentReadReceiptCommand
  extends Command<'tencent', 'Group.CallbackAfterReadReceipt', 'readReceipt', 'after', TencentReadReceipt, unknown, null, false, true> {}

/** Key-value extensions of a group message were set, deleted or cleared. */
export interface TencentGroupMsgExtensionCommand
  extends Command<'tencent', 'Group.CallbackAfterGroupMsgExtension', 'groupMsgExtension', 'after', TencentGroupMsgExtension, unknown, null, false, true> {}

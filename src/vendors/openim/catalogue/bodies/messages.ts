/** Bodies and commands of the topic messages. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';
import type { OpenimPushInfo } from './parts';

/** Body of `callbackBeforeSendSingleMsgCommand`. */
export type OpenimBeforeC2cMsg = {
  /** user ID of the sender */
  sendID: string;
  /** a string; for user messages it holds JSON that has to be parsed again */
  content: string;
  /** user ID of the recipient */
  recvID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** message ID given by the server */
  serverMsgID?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** number of the sender's platform, 0 when unknown */
  senderPlatformID?: number;
  /** the sender's nickname */
  senderNickname?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** 100 user, 200 system */
  msgFrom?: number;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** status of the message */
  status?: number;
  /** Unix milliseconds */
  createTime?: number;
  /** sequence number; 0 in before-send and after-send callbacks */
  seq?: number;
  /** mentioned users */
  atUserList?: string[];
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** Unix milliseconds */
  sendTime?: number;
};

/** Body of `callbackAfterSendSingleMsgCommand`. */
export type OpenimC2cMsg = {
  /** user ID of the sender */
  sendID: string;
  /** a string; for user messages it holds JSON that has to be parsed again */
  content: string;
  /** user ID of the recipient */
  recvID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** message ID given by the server */
  serverMsgID?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** number of the sender's platform, 0 when unknown */
  senderPlatformID?: number;
  /** the sender's nickname */
  senderNickname?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** 100 user, 200 system */
  msgFrom?: number;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** status of the message */
  status?: number;
  /** Unix milliseconds */
  createTime?: number;
  /** sequence number; 0 in before-send and after-send callbacks */
  seq?: number;
  /** mentioned users */
  atUserList?: string[];
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** Unix milliseconds */
  sendTime?: number;
};

/** Body of `callbackBeforeSendGroupMsgCommand`. */
export type OpenimBeforeGroupMsg = {
  /** user ID of the sender */
  sendID: string;
  /** a string; for user messages it holds JSON that has to be parsed again */
  content: string;
  /** group ID */
  groupID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** message ID given by the server */
  serverMsgID?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** number of the sender's platform, 0 when unknown */
  senderPlatformID?: number;
  /** the sender's nickname */
  senderNickname?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** 100 user, 200 system */
  msgFrom?: number;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** status of the message */
  status?: number;
  /** Unix milliseconds */
  createTime?: number;
  /** sequence number; 0 in before-send and after-send callbacks */
  seq?: number;
  /** mentioned users */
  atUserList?: string[];
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** Unix milliseconds */
  sendTime?: number;
};

/** Body of `callbackAfterSendGroupMsgCommand`. */
export type OpenimGroupMsg = {
  /** user ID of the sender */
  sendID: string;
  /** a string; for user messages it holds JSON that has to be parsed again */
  content: string;
  /** group ID */
  groupID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** message ID given by the server */
  serverMsgID?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** number of the sender's platform, 0 when unknown */
  senderPlatformID?: number;
  /** the sender's nickname */
  senderNickname?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** 100 user, 200 system */
  msgFrom?: number;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** status of the message */
  status?: number;
  /** Unix milliseconds */
  createTime?: number;
  /** sequence number; 0 in before-send and after-send callbacks */
  seq?: number;
  /** mentioned users */
  atUserList?: string[];
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** Unix milliseconds */
  sendTime?: number;
};

/** Body of `callbackAfterMsgSaveDBCommand`. */
export type OpenimMsgSave = {
  /** user ID of the sender */
  sendID: string;
  /** a string; for user messages it holds JSON that has to be parsed again */
  content: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** message ID given by the server */
  serverMsgID?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** number of the sender's platform, 0 when unknown */
  senderPlatformID?: number;
  /** the sender's nickname */
  senderNickname?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** 100 user, 200 system */
  msgFrom?: number;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** status of the message */
  status?: number;
  /** Unix milliseconds */
  createTime?: number;
  /** sequence number in the conversation */
  seq?: number;
  /** mentioned users */
  atUserList?: string[];
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** Unix milliseconds */
  sendTime?: number;
  /** user ID of the recipient; empty for a group message */
  recvID?: string;
  /** group ID; empty outside groups */
  groupID?: string;
};

/** Body of `callbackBeforeMsgModifyCommand`. */
export type OpenimBeforeMsgModify = {
  /** user ID of the sender */
  sendID: string;
  /** a string; for user messages it holds JSON that has to be parsed again */
  content: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** message ID given by the server */
  serverMsgID?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** number of the sender's platform, 0 when unknown */
  senderPlatformID?: number;
  /** the sender's nickname */
  senderNickname?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** 100 user, 200 system */
  msgFrom?: number;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** status of the message */
  status?: number;
  /** Unix milliseconds */
  createTime?: number;
  /** sequence number; 0 in before-send and after-send callbacks */
  seq?: number;
  /** mentioned users */
  atUserList?: string[];
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** Unix milliseconds */
  sendTime?: number;
};

/** The fields that a `rewrite()` may change. */
export type OpenimMessageChanges = {
  /** a string; for user messages it holds JSON that has to be parsed again */
  content?: string;
  /** user ID of the recipient */
  recvID?: string;
  /** group ID */
  groupID?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** message ID given by the server */
  serverMsgID?: string;
  /** number of the sender's platform, 0 when unknown */
  senderPlatformID?: number;
  /** the sender's nickname */
  senderNickname?: string;
  /** address of the sender's picture */
  senderFaceURL?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** 100 user, 200 system */
  msgFrom?: number;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** status of the message */
  status?: number;
  /** switches of the message, each true or false */
  options?: { [key: string]: boolean };
  /** title and text of the offline push */
  offlinePushInfo?: OpenimPushInfo;
  /** mentioned users */
  atUserIDList?: string[];
  /** free text */
  attachedInfo?: string;
  /** free extension text */
  ex?: string;
};

/** Body of `callbackWordFilterCommand`. */
export type OpenimBeforeWordFilter = {
  /** user ID of the sender */
  sendID: string;
  /** the text itself, not JSON */
  content: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** message ID given by the server */
  serverMsgID?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** number of the sender's platform, 0 when unknown */
  senderPlatformID?: number;
  /** the sender's nickname */
  senderNickname?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** 100 user, 200 system */
  msgFrom?: number;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** status of the message */
  status?: number;
  /** Unix milliseconds */
  createTime?: number;
  /** sequence number; 0 in before-send and after-send callbacks */
  seq?: number;
  /** mentioned users */
  atUserList?: string[];
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
};

/** The fields that a `rewrite()` may change. */
export type OpenimTextChanges = {
  /** the text itself, not JSON */
  content?: string;
};

/** Body of `callbackSendGroupMsgErrorCommand`. */
export type OpenimGroupMsgFailure = {
  /** user ID of the sender */
  sendID: string;
  /** a string; for user messages it holds JSON that has to be parsed again */
  content: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** message ID given by the server */
  serverMsgID?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** number of the sender's platform, 0 when unknown */
  senderPlatformID?: number;
  /** the sender's nickname */
  senderNickname?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** 100 user, 200 system */
  msgFrom?: number;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** status of the message */
  status?: number;
  /** Unix milliseconds */
  createTime?: number;
  /** sequence number; 0 in before-send and after-send callbacks */
  seq?: number;
  /** mentioned users */
  atUserList?: string[];
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
};

/** Body of `callbackBeforeAfterMsgCommand`. */
export type OpenimMsgRevoke = {
  /** conversation ID: si_ and both user IDs for a single chat, sg_ and the group ID for a group */
  conversationID: string;
  /** sequence number of the revoked message in its conversation */
  seq: number;
  /** who revoked it, not who wrote it */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** A message of a single chat is about to be sent. */
export interface OpenimBeforeC2cMsgCommand
  extends Command<'openim', 'callbackBeforeSendSingleMsgCommand', 'c2cMsg', 'before', OpenimBeforeC2cMsg, unknown, null, false, false> {}

/** A message of a single chat was accepted: it is queued, not yet stored or delivered. */
export interface OpenimC2cMsgCommand
  extends Command<'openim', 'callbackAfterSendSingleMsgCommand', 'c2cMsg', 'after', OpenimC2cMsg, unknown, null, false, false> {}

/** A group message is about to be sent. */
export interface OpenimBeforeGroupMsgCommand
  extends Command<'openim', 'callbackBeforeSendGroupMsgCommand', 'groupMsg', 'before', OpenimBeforeGroupMsg, unknown, null, false, false> {}

/** A group message was accepted: it is queued, not yet stored or delivered. */
export interface OpenimGroupMsgCommand
  extends Command<'openim', 'callbackAfterSendGroupMsgCommand', 'groupMsg', 'after', OpenimGroupMsg, unknown, null, false, false> {}

/** A message, of a single chat or a group, was written to the database. */
export interface OpenimMsgSaveCommand
  extends Command<'openim', 'callbackAfterMsgSaveDBCommand', 'msgSave', 'after', OpenimMsgSave, unknown, null, false, false> {}

/** A message is about to be queued and may be changed first. */
export interface OpenimBeforeMsgModifyCommand
  extends Command<'openim', 'callbackBeforeMsgModifyCommand', 'msgModify', 'before', OpenimBeforeMsgModify, unknown, OpenimMessageChanges, false, false> {}

/** A text message is about to be sent by a server before 3.0, and its text may be replaced. */
export interface OpenimBeforeWordFilterCommand
  extends Command<'openim', 'callbackWordFilterCommand', 'wordFilter', 'before', OpenimBeforeWordFilter, unknown, OpenimTextChanges, false, false> {}

/** A group message could not be sent, says the documentation. */
export interface OpenimGroupMsgFailureCommand
  extends Command<'openim', 'callbackSendGroupMsgErrorCommand', 'groupMsgFailure', 'after', OpenimGroupMsgFailure, unknown, null, false, false> {}

/** A message, of a single chat or a group, was revoked. */
export interface OpenimMsgRevokeCommand
  extends Command<'openim', 'callbackBeforeAfterMsgCommand', 'msgRevoke', 'after', OpenimMsgRevoke, unknown, null, false, false> {}

/** Bodies and commands of the topic push. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';
import type { OpenimPushInfo } from './parts';

/** Body of `callbackBeforeOfflinePushCommand`. */
export type OpenimBeforeOfflinePush = {
  /** user ID of the sender */
  sendID: string;
  /** a string; for user messages it holds JSON that has to be parsed again */
  content: string;
  /** users the push is for */
  userIDList: string[];
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** number of the sender's platform, 0 when unknown */
  platformID?: number;
  /** name of the sender's platform; empty when unknown */
  platform?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** mentioned users */
  atUserIDList?: string[];
  /** push title; absent, like the other push fields, when the message has no push info */
  title?: string;
  /** push text */
  desc?: string;
  /** free extension text of the push */
  ex?: string;
  /** sound of the push on iOS */
  iOSPushSound?: string;
  /** whether the push counts in the badge on iOS */
  iOSBadgeCount?: boolean;
  /** signalling data of the push */
  signalInfo?: string;
  /** group ID; empty outside groups */
  groupID?: string;
};

/** The fields that a `rewrite()` may change. */
export type OpenimBeforeOfflinePushPushChanges = {
  /** users the push is for */
  userIDList?: string[];
  /** title and text of the offline push */
  offlinePushInfo?: OpenimPushInfo;
};

/** Body of `callbackBeforeOnlinePushCommand`. */
export type OpenimBeforeOnlinePush = {
  /** user ID of the sender */
  sendID: string;
  /** a string; for user messages it holds JSON that has to be parsed again */
  content: string;
  /** the recipient, and the sender where the message is also synchronised to the sender's own devices */
  userIDList: string[];
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** number of the sender's platform, 0 when unknown */
  platformID?: number;
  /** name of the sender's platform; empty when unknown */
  platform?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** mentioned users */
  atUserIDList?: string[];
  /** push title; never filled here */
  title?: string;
  /** push text; never filled here */
  desc?: string;
  /** free extension text of the push; never filled here */
  ex?: string;
  /** sound of the push on iOS */
  iOSPushSound?: string;
  /** whether the push counts in the badge on iOS */
  iOSBadgeCount?: boolean;
  /** signalling data of the push */
  signalInfo?: string;
  /** empty: pushes to groups have a command of their own */
  groupID?: string;
};

/** Body of `callbackBeforeGroupOnlinePushCommand`. */
export type OpenimBeforeGroupOnlinePush = {
  /** user ID of the sender */
  sendID: string;
  /** a string; for user messages it holds JSON that has to be parsed again */
  content: string;
  /** group ID */
  groupID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** number of the sender's platform, 0 when unknown */
  platformID?: number;
  /** name of the sender's platform; empty when unknown */
  platform?: string;
  /** message ID given by the client */
  clientMsgID?: string;
  /** content type, e.g. 101 text, 102 picture, 106 mention, 110 custom */
  contentType?: number;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** mentioned users */
  atUserIDList?: string[];
  /** sequence number of the message in the group */
  seq?: number;
};

/** The fields that a `rewrite()` may change. */
export type OpenimBeforeGroupOnlinePushPushChanges = {
  /** users the push is for */
  userIDList?: string[];
};

/** A message is about to go to users who are not online, by their phones' push services. */
export interface OpenimBeforeOfflinePushCommand
  extends Command<'openim', 'callbackBeforeOfflinePushCommand', 'offlinePush', 'before', OpenimBeforeOfflinePush, unknown, OpenimBeforeOfflinePushPushChanges, false, false> {}

/** A message of a single chat, or a notice, is about to go to the connected apps of its users. */
export interface OpenimBeforeOnlinePushCommand
  extends Command<'openim', 'callbackBeforeOnlinePushCommand', 'onlinePush', 'before', OpenimBeforeOnlinePush, unknown, null, false, false> {}

/** A group message is about to go to the connected apps of the members. */
export interface OpenimBeforeGroupOnlinePushCommand
  extends Command<'openim', 'callbackBeforeGroupOnlinePushCommand', 'groupOnlinePush', 'before', OpenimBeforeGroupOnlinePush, unknown, OpenimBeforeGroupOnlinePushPushChanges, false, false> {}

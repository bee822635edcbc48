/** Bodies and commands of the topic receipts. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `callbackAfterGroupMsgReadCommand`. */
export type OpenimReadReceipt = {
  /** the reader */
  sendID: string;
  /** sequence number up to which the conversation is read; not a count */
  unreadMsgNum: number;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** the reader again, not the group */
  receiveID?: string;
  /** type of the CONVERSATION, 3 for a group */
  contentType?: number;
};

/** Body of `callbackAfterSingleMsgReadCommand`. */
export type OpenimC2cReadReceipt = {
  /** conversation ID: si_ and both user IDs for a single chat, sg_ and the group ID for a group */
  conversationID: string;
  /** the reader */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** the messages read; empty where the whole chat was marked */
  Seqs?: number[];
  /** type of the CONVERSATION, 1 for a single chat */
  contentType?: number;
};

/** A member marked a group conversation as read: one call for each request, not for each message. */
export interface OpenimReadReceiptCommand
  extends Command<'openim', 'callbackAfterGroupMsgReadCommand', 'readReceipt', 'after', OpenimReadReceipt, unknown, null, false, false> {}

/** A user marked messages of a single chat, or the whole chat, as read. */
export interface OpenimC2cReadReceiptCommand
  extends Command<'openim', 'callbackAfterSingleMsgReadCommand', 'c2cReadReceipt', 'after', OpenimC2cReadReceipt, unknown, null, false, false> {}

/** Bodies and commands of the topic conversations. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `callbackBeforeCreateSingleChatConversationsCommand`. */
export type OpenimBeforeC2cConversationCreate = {
  /** the command, as in the URL */
  callbackCommand?: string;
  /** user whose conversation it is */
  ownerUserId?: string;
  /** conversation ID, e.g. si_… for two users, sg_… for a group */
  conversationId?: string;
  /** 1 single chat, 3 group, 4 notification */
  conversationType?: number;
  /** how messages of the conversation are received: 0, 1 or 2 */
  recvMsgOpt?: number;
  /** whether the conversation is pinned */
  isPinned?: boolean;
  /** whether messages vanish after reading */
  isPrivateChat?: boolean;
  /** seconds from reading to vanishing */
  burnDuration?: number;
  /** state of mentions, 0 to 4 */
  groupAtType?: number;
  /** free text */
  attachedInfo?: string;
  /** free extension text */
  ex?: string;
  /** the other user of the conversation */
  userId?: string;
};

/** The fields that a `rewrite()` may change. */
export type OpenimConversationChanges = {
  /** how messages of the conversation are received: 0, 1 or 2 */
  recvMsgOpt?: number;
  /** whether the conversation is pinned */
  isPinned?: boolean;
  /** whether messages vanish after reading */
  isPrivateChat?: boolean;
  /** seconds from reading to vanishing */
  burnDuration?: number;
  /** state of mentions, 0 to 4 */
  groupAtType?: number;
  /** free text */
  attachedInfo?: string;
  /** free extension text */
  ex?: string;
};

/** Body of `callbackAfterCreateSingleChatConversationsCommand`. */
export type OpenimC2cConversationCreate = {
  /** the command, as in the URL */
  callbackCommand?: string;
  /** user whose conversation it is */
  ownerUserId?: string;
  /** conversation ID, e.g. si_… for two users, sg_… for a group */
  conversationId?: string;
  /** 1 single chat, 3 group, 4 notification */
  conversationType?: number;
  /** how messages of the conversation are received: 0, 1 or 2 */
  recvMsgOpt?: number;
  /** whether the conversation is pinned */
  isPinned?: boolean;
  /** whether messages vanish after reading */
  isPrivateChat?: boolean;
  /** seconds from reading to vanishing */
  burnDuration?: number;
  /** state of mentions, 0 to 4 */
  groupAtType?: number;
  /** free text */
  attachedInfo?: string;
  /** free extension text */
  ex?: string;
  /** the other user of the conversation */
  userId?: string;
};

/** Body of `callbackBeforeCreateGroupChatConversationsCommand`. */
export type OpenimBeforeGroupConversationCreate = {
  /** the command, as in the URL */
  callbackCommand?: string;
  /** always empty */
  ownerUserId?: string;
  /** conversation ID, e.g. si_… for two users, sg_… for a group */
  conversationId?: string;
  /** 1 single chat, 3 group, 4 notification */
  conversationType?: number;
  /** how messages of the conversation are received: 0, 1 or 2 */
  recvMsgOpt?: number;
  /** whether the conversation is pinned */
  isPinned?: boolean;
  /** whether messages vanish after reading */
  isPrivateChat?: boolean;
  /** seconds from reading to vanishing */
  burnDuration?: number;
  /** state of mentions, 0 to 4 */
  groupAtType?: number;
  /** free text */
  attachedInfo?: string;
  /** free extension text */
  ex?: string;
  /** group ID */
  groupId?: string;
};

/** Body of `callbackAfterCreateGroupChatConversationsCommand`. */
export type OpenimGroupConversationCreate = {
  /** the command, as in the URL */
  callbackCommand?: string;
  /** always empty */
  ownerUserId?: string;
  /** conversation ID, e.g. si_… for two users, sg_… for a group */
  conversationId?: string;
  /** 1 single chat, 3 group, 4 notification */
  conversationType?: number;
  /** how messages of the conversation are received: 0, 1 or 2 */
  recvMsgOpt?: number;
  /** whether the conversation is pinned */
  isPinned?: boolean;
  /** whether messages vanish after reading */
  isPrivateChat?: boolean;
  /** seconds from reading to vanishing */
  burnDuration?: number;
  /** state of mentions, 0 to 4 */
  groupAtType?: number;
  /** free text */
  attachedInfo?: string;
  /** free extension text */
  ex?: string;
  /** group ID */
  groupId?: string;
};

/** A conversation of two users is about to be created: one call for each of the two. */
export interface OpenimBeforeC2cConversationCreateCommand
  extends Command<'openim', 'callbackBeforeCreateSingleChatConversationsCommand', 'c2cConversationCreate', 'before', OpenimBeforeC2cConversationCreate, unknown, OpenimConversationChanges, false, false> {}

/** A conversation of two users was created: one call for each of the two. */
export interface OpenimC2cConversationCreateCommand
  extends Command<'openim', 'callbackAfterCreateSingleChatConversationsCommand', 'c2cConversationCreate', 'after', OpenimC2cConversationCreate, unknown, null, false, false> {}

/** The conversation of a group is about to be created. */
export interface OpenimBeforeGroupConversationCreateCommand
  extends Command<'openim', 'callbackBeforeCreateGroupChatConversationsCommand', 'groupConversationCreate', 'before', OpenimBeforeGroupConversationCreate, unknown, OpenimConversationChanges, false, false> {}

/** The conversation of a group was created. */
export interface OpenimGroupConversationCreateCommand
  extends Command<'openim', 'callbackAfterCreateGroupChatConversationsCommand', 'groupConversationCreate', 'after', OpenimGroupConversationCreate, unknown, null, false, false> {}

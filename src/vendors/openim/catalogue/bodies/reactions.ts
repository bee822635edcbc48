/** Bodies and commands of the topic reactions. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `callbackBeforeSetMessageReactionExtensionCommand`. */
export type OpenimBeforeReactionSet = {
  /** group ID, or both user IDs of a single chat joined */
  sourceID: string;
  /** user ID of the operator */
  opUserID: string;
  /** message ID given by the client */
  clientMsgID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** each key with its typeKey, value and latestUpdateTime (Unix milliseconds) */
  reactionExtensionList?: Readonly<Record<string, unknown>>;
  /** whether the message already has reactions */
  isReact?: boolean;
  /** whether the reactions are kept outside the server */
  isExternalExtensions?: boolean;
  /** time of the message's first change, Unix milliseconds; 0 before it */
  msgFirstModifyTime?: number;
};

/** The fields that a `rewrite()` may change. */
export type OpenimReactionResults = {
  /** what the server passes on to the caller as results, without reading it */
  resultReactionExtensionList?: unknown[];
  /** time of the message's first change, Unix milliseconds; 0 before it */
  msgFirstModifyTime?: number;
};

/** Body of `callbackAddMessageListReactionExtensionsCommand`. */
export type OpenimBeforeReactionAdd = {
  /** group ID, or both user IDs of a single chat joined */
  sourceID: string;
  /** user ID of the operator */
  opUserID: string;
  /** message ID given by the client */
  clientMsgID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** each key with its typeKey, value and latestUpdateTime (Unix milliseconds) */
  reactionExtensionList?: Readonly<Record<string, unknown>>;
  /** whether the message already has reactions */
  isReact?: boolean;
  /** whether the reactions are kept outside the server */
  isExternalExtensions?: boolean;
  /** time of the message's first change, Unix milliseconds; 0 before it */
  msgFirstModifyTime?: number;
};

/** Body of `callbackBeforeDeleteMessageReactionExtensionsCommand`. */
export type OpenimBeforeReactionDelete = {
  /** group ID, or both user IDs of a single chat joined */
  sourceID: string;
  /** user ID of the operator */
  opUserID: string;
  /** message ID given by the client */
  clientMsgID: string;
  /** the reactions; a list here, a map where reactions are set or added */
  reactionExtensionList: OpenimReaction[];
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** whether the reactions are kept outside the server */
  isExternalExtensions?: boolean;
  /** time of the message's first change, Unix milliseconds; 0 before it */
  msgFirstModifyTime?: number;
};

/** Reaction. */
export type OpenimReaction = {
  /** key of the reaction */
  typeKey?: string;
  /** its value */
  value?: string;
  /** Unix milliseconds */
  latestUpdateTime?: number;
};

/** Body of `callbackGetMessageListReactionExtensionsCommand`. */
export type OpenimBeforeReactionList = {
  /** group ID, or both user IDs of a single chat joined */
  sourceID: string;
  /** user ID of the operator */
  opUserID: string;
  /** the messages whose reactions are requested */
  messageKeyList: OpenimMessageKey[];
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /** 1 single chat, 3 group, 4 notification (2: the old form of group) */
  sessionType?: number;
  /** the reactions requested; empty for all */
  typeKeyList?: string[];
};

/** Message key. */
export type OpenimMessageKey = {
  /** message ID given by the client */
  clientMsgID?: string;
  /** time of the message's first change, Unix milliseconds; 0 before it */
  msgFirstModifyTime?: number;
};

/** The fields that a `rewrite()` may change. */
export type OpenimReactionsFound = {
  /** what the server passes on to the caller as reactions, without reading it */
  messageResultList?: unknown[];
};

/** Reactions to a message are about to be set. */
export interface OpenimBeforeReactionSetCommand
  extends Command<'openim', 'callbackBeforeSetMessageReactionExtensionCommand', 'reactionSet', 'before', OpenimBeforeReactionSet, unknown, OpenimReactionResults, false, false> {}

/** Reactions that are kept outside the server are about to be added. */
export interface OpenimBeforeReactionAddCommand
  extends Command<'openim', 'callbackAddMessageListReactionExtensionsCommand', 'reactionAdd', 'before', OpenimBeforeReactionAdd, unknown, OpenimReactionResults, false, false> {}

/** Reactions to a message are about to be deleted. */
export interface OpenimBeforeReactionDeleteCommand
  extends Command<'openim', 'callbackBeforeDeleteMessageReactionExtensionsCommand', 'reactionDelete', 'before', OpenimBeforeReactionDelete, unknown, OpenimReactionResults, false, false> {}

/** Reactions that are kept outside the server are requested. */
export interface OpenimBeforeReactionListCommand
  extends Command<'openim', 'callbackGetMessageListReactionExtensionsCommand', 'reactionList', 'before', OpenimBeforeReactionList, unknown, OpenimReactionsFound, false, false> {}

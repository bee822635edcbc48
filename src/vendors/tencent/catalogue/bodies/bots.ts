/** Bodies and commands of the topic bots. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';
import type { TencentMessageElement } from './parts';

/** Body of `Bot.OnC2CMessage`. */
export type TencentBotC2cMsg = {
  /** user ID of the sender */
  From_Account: string;
  /** user ID of the bot, @RBT#… */
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
  /** 0 when the message was delivered, else the error code */
  SendMsgResult?: number;
  /** what became of the delivery, in words */
  ErrorInfo?: string;
  /** unread one-to-one messages of the receiver in all conversations together; -1 when the delivery failed */
  UnreadMsgNum?: number;
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** not documented; seen in a capture */
  SyncOtherMachine?: number;
  /** not documented; seen in a capture */
  SupportMessageExtension?: number;
};

/** Body of `Bot.OnGroupMessage`. */
export type TencentBotGroupMsg = {
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
  /** sequence number of the message */
  MsgSeq?: number;
  /** when the message was sent, Unix SECONDS */
  MsgTime?: number;
  /** 1 for a message that is not stored, else 0 */
  OnlineOnlyFlag?: number;
  /** the bots mentioned */
  AtRobots_Account?: string[];
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
  /** topic, for messages in a topic of a community */
  TopicId?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** name of the group; not documented */
  GroupName?: string;
};

/** Body of `Chatbot.OnC2CSignalMessage`. */
export type TencentChatbotSignal = {
  /** user ID of the sender */
  From_Account: string;
  /** user ID of the bot, @RBT#… */
  To_Account: string;
  /** the signal: JSON in a string */
  Data: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** sequence number of the message */
  MsgSeq?: number;
  /** 32-bit random number of the message */
  MsgRandom?: number;
  /** message key; the revoke API takes it */
  MsgKey?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** The fields of an `answer()`. */
export type TencentAnswerToTheBot = {
  /** JSON in a string, for the bot */
  RspData: string;
};

/** A user sent a message to a chatbot. */
export interface TencentBotC2cMsgCommand
  extends Command<'tencent', 'Bot.OnC2CMessage', 'botC2cMsg', 'after', TencentBotC2cMsg, unknown, null, false, true> {}

/** A chatbot was mentioned by name in a group. */
export interface TencentBotGroupMsgCommand
  extends Command<'tencent', 'Bot.OnGroupMessage', 'botGroupMsg', 'after', TencentBotGroupMsg, unknown, null, false, true> {}

/** A client sent a custom signal to an AI chatbot, and the reply may answer the bot. */
export interface TencentChatbotSignalCommand
  extends Command<'tencent', 'Chatbot.OnC2CSignalMessage', 'chatbotSignal', 'after', TencentChatbotSignal, unknown, TencentAnswerToTheBot, false, true> {}

/** Bodies and commands of the topic notices. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `ContentCallback.ResultNotify`. */
export type TencentModerationResult = {
  /** what was judged: C2C, C2CCustom, Group, GroupCustom, GroupInfo, GroupMemberInfo, RelationChain or UserInfo */
  Scene: string;
  /** user ID of the author */
  From_Account: string;
  /** 1 stopped, 0 let through */
  CtxcbResult: number;
  /** SDKAppID; the URL spells it SdkAppid */
  SdkAppId?: number;
  /** where a message goes to; absent for anything else */
  ContactItem?: TencentContact;
  /** Text, Image, Audio or Video */
  ContentType?: string;
  /** the texts judged */
  TextContent?: string[];
  /** the file judged */
  FileURL?: string;
  /** MsgKey of a message to a user, MsgSeq of one to a group; absent for a group message that was stopped */
  MsgID?: string;
  /** ID of the judgement */
  CtxcbRequestId?: string;
  /** the offending words */
  CtxcbKeywords?: string[];
  /** Block, Review or Normal */
  CtxcbSuggestion?: string;
  /** kind of offence: Normal, Illegal, Abuse, Polity, Ad, Porn, Sexy, Terror or Composite */
  CtxcbLabel?: string;
  /** kind of offence, in detail */
  CtxcbSubLabel?: string;
  /** the same in words */
  CtxcbSubLabelDesc?: string;
  /** word list that matched */
  CtxcbLibName?: string;
  /** free text that the sender attached to the message */
  CloudCustomData?: string;
};

/** Contact. */
export type TencentContact = {
  /** 1 a user, 2 a group */
  ContactType?: number;
  /** user ID of the receiver */
  To_Account?: string;
  /** group ID of the receiver */
  ToGroupId?: string;
};

/** Body of `Alert.RequestOverLimit`. */
export type TencentRequestOverLimit = {
  /** service of the API, e.g. openim */
  ServiceName: string;
  /** the API, e.g. sendmsg */
  Command: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** requests a second */
  Request?: number;
  /** requests a second that are allowed */
  Limit?: number;
};

/** The content moderation of the cloud judged a message, a profile or a group; by default only violations come. */
export interface TencentModerationResultCommand
  extends Command<'tencent', 'ContentCallback.ResultNotify', 'moderationResult', 'after', TencentModerationResult, unknown, null, false, true> {}

/** The requests to one REST API have passed 80 percent of its rate limit. */
export interface TencentRequestOverLimitCommand
  extends Command<'tencent', 'Alert.RequestOverLimit', 'requestOverLimit', 'after', TencentRequestOverLimit, unknown, null, false, true> {}

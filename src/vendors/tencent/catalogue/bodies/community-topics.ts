/** Bodies and commands of the topic communityTopics. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';
import type { TencentCustomField } from './parts';

/** Body of `Group.CallbackBeforeCreateTopic`. */
export type TencentBeforeTopicCreate = {
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** name of the group, topic or official account */
  Name?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Group.CallbackAfterCreateTopic`. */
export type TencentTopicCreate = {
  /** the community that the topic is in */
  GroupId: string;
  /** the new topic */
  TopicId: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** user ID of the owner */
  Owner_Account?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** name of the group, topic or official account */
  Name?: string;
  /** custom fields of the app */
  UserDefinedDataList?: TencentCustomField[];
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Group.CallbackAfterTopicDestroyed`. */
export type TencentTopicDestroy = {
  /** the community that the topics were in */
  GroupId: string;
  /** the topics that are gone */
  TopicIdList: string[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Group.CallbackAfterTopicInfoChanged`. */
export type TencentTopicInfo = {
  /** the community that the topic is in */
  GroupId: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** group type, e.g. Public, Work, Meeting, AVChatRoom, Community, or Live for the group of a live room */
  Type?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** name of the group, topic or official account */
  Name?: string;
  /** text that introduces it */
  Introduction?: string;
  /** notice to the members */
  Notification?: string;
  /** address of its picture */
  FaceUrl?: string;
  /** the topic; in no document */
  TopicId?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Somebody wants to create a topic in a community. */
export interface TencentBeforeTopicCreateCommand
  extends Command<'tencent', 'Group.CallbackBeforeCreateTopic', 'topicCreate', 'before', TencentBeforeTopicCreate, unknown, null, false, true> {}

/** A topic has been created in a community. */
export interface TencentTopicCreateCommand
  extends Command<'tencent', 'Group.CallbackAfterCreateTopic', 'topicCreate', 'after', TencentTopicCreate, unknown, null, false, true> {}

/** One or several topics of a community were deleted. */
export interface TencentTopicDestroyCommand
  extends Command<'tencent', 'Group.CallbackAfterTopicDestroyed', 'topicDestroy', 'after', TencentTopicDestroy, unknown, null, false, true> {}

/** The profile of a topic was changed. */
export interface TencentTopicInfoCommand
  extends Command<'tencent', 'Group.CallbackAfterTopicInfoChanged', 'topicInfo', 'after', TencentTopicInfo, unknown, null, false, true> {}

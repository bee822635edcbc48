/** Bodies and commands of the topic push. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `Push.AllMemberPush`. */
export type TencentAllMemberPush = {
  /** the results, 1 to 100 */
  Events: TencentPushResult[];
};

/** Push result. */
export type TencentPushResult = {
  /** ID of the push task */
  TaskId: string;
  /** user ID of the receiver */
  To_Account: string;
  /** the command; there is none at the top of the body */
  CallbackCommand?: string;
  /** 1 offline push, 2 online push */
  EventType?: number;
  /** ID of your own that was given with the push */
  DataId?: string;
  /** when the push was requested, Unix SECONDS */
  TaskTime?: number;
  /** when it happened, Unix SECONDS */
  EventTime?: number;
  /** push channel; 0 unknown or online push, 1 APNs, 2 Xiaomi, 3 Huawei, 4 FCM, 5 Meizu, 6 OPPO, 7 vivo, 8 Honor */
  PushPlatform?: number;
  /** channel of the device in an online push; the numbers of PushPlatform */
  DeviceType?: number;
  /** 1 sent, 2 reached the device, 3 clicked */
  PushStage?: number;
  /** 0 when the push went well */
  ErrCode?: number;
  /** what became of the push, in words */
  ErrInfo?: string;
};

/** Body of `Push.OfflinePush`. */
export type TencentOfflinePush = {
  /** the results, 1 to 100 */
  Events: TencentPushResultOfAMessage[];
};

/** Push result of a message. */
export type TencentPushResultOfAMessage = {
  /** user ID of the receiver */
  To_Account: string;
  /** the command; there is none at the top of the body */
  CallbackCommand?: string;
  /** 1 message to a user, 2 message to a group */
  EventType?: number;
  /** when it happened, Unix SECONDS */
  EventTime?: number;
  /** user ID of the sender */
  From_Account?: string;
  /** push channel; 0 unknown or online push, 1 APNs, 2 Xiaomi, 3 Huawei, 4 FCM, 5 Meizu, 6 OPPO, 7 vivo, 8 Honor */
  PushPlatform?: number;
  /** 1 sent, 2 reached the device, 3 clicked */
  PushStage?: number;
  /** message key; messages to a user only */
  MsgKey?: string;
  /** group ID, with a capital D; messages to a group only */
  GroupID?: string;
  /** sequence number of the message */
  MsgSeq?: number;
  /** 32-bit random number of the message */
  MsgRandom?: number;
  /** when the message was sent, Unix SECONDS */
  MsgTime?: number;
  /** ID of the push */
  PushID?: string;
  /** 0 when the push went well */
  ErrCode?: number;
  /** what became of the push, in words */
  ErrInfo?: string;
};

/** Results of a push to all users, to those with a tag or to single ones: 1 to 100 in a call. */
export interface TencentAllMemberPushCommand
  extends Command<'tencent', 'Push.AllMemberPush', 'allMemberPush', 'after', TencentAllMemberPush, unknown, null, false, true> {}

/** Results of offline pushes of messages: 1 to 100 in a call. */
export interface TencentOfflinePushCommand
  extends Command<'tencent', 'Push.OfflinePush', 'offlinePush', 'after', TencentOfflinePush, unknown, null, false, true> {}

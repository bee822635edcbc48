/** Bodies and commands of the topic live. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';
import type { TencentRecordingEvent } from './parts';

/** Body of `Live.CallbackAfterCreateRoom`. */
export type TencentLiveCreate = {
  /** the room */
  RoomInfo: TencentLiveCreateLiveRoom;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Live room. */
export type TencentLiveCreateLiveRoom = {
  /** room ID */
  RoomId?: string;
  /** name of the room */
  RoomName?: string;
  /** kind of room, e.g. Meeting or Live */
  RoomType?: string;
  /** user ID of the owner */
  Owner_Account?: string;
  /** how many may be in the room */
  MaxMemberCount?: number;
  /** true when nobody may write */
  IsMessageDisabled?: boolean;
  /** free text of the app */
  CustomInfo?: string;
  /** true when users need a seat to speak */
  IsSeatEnabled?: boolean;
  /** how users get a seat: FreeToTake or ApplyToTake */
  TakeSeatMode?: string;
  /** how many seats the room has */
  MaxSeatCount?: number;
  /** when it was created, Unix SECONDS */
  CreateTime?: number;
  /** true when the room is listed publicly */
  IsPublicVisible?: boolean;
  /** picture of the room */
  CoverURL?: string;
  /** the app's own category numbers */
  Category?: number[];
  /** when it happened, Unix milliseconds, as an older page has it */
  EventTime?: number;
};

/** Body of `Live.CallbackAfterDestroyRoom`. */
export type TencentLiveDestroy = {
  /** room ID */
  RoomId: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who did it; @TIM#SYSTEM for the system */
  Operator_Account?: string;
  /** the cause: DestroyByUser, or DestroyBySystem when nobody is left */
  EventType?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** the room */
  RoomInfo?: TencentLiveDestroyLiveRoom;
};

/** Live room. */
export type TencentLiveDestroyLiveRoom = {
  /** room ID */
  RoomId?: string;
  /** name of the room */
  RoomName?: string;
  /** kind of room, e.g. Meeting or Live */
  RoomType?: string;
  /** user ID of the owner */
  Owner_Account?: string;
  /** how many may be in the room */
  MaxMemberCount?: number;
  /** true when nobody may write */
  IsMessageDisabled?: boolean;
  /** free text of the app */
  CustomInfo?: string;
  /** true when users need a seat to speak */
  IsSeatEnabled?: boolean;
  /** how users get a seat: FreeToTake or ApplyToTake */
  TakeSeatMode?: string;
  /** how many seats the room has */
  MaxSeatCount?: number;
  /** when it was created, Unix SECONDS */
  CreateTime?: number;
  /** true when the room is listed publicly */
  IsPublicVisible?: boolean;
  /** picture of the room */
  CoverURL?: string;
  /** the app's own category numbers */
  Category?: number[];
  /** a number of the app's own for what goes on in the room */
  ActivityStatus?: number;
  /** how many have watched */
  ViewCount?: number;
  /** background picture */
  BackgroundURL?: string;
  /** true when the number of viewers is not limited */
  IsUnlimitedRoomEnabled?: boolean;
};

/** Body of `Live.CallbackAfterUpdateRoomInfo`. */
export type TencentLiveInfo = {
  /** the room */
  RoomInfo: TencentLiveInfoLiveRoom;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Live room. */
export type TencentLiveInfoLiveRoom = {
  /** room ID */
  RoomId: string;
  /** name of the room */
  RoomName?: string;
  /** how many may be in the room */
  MaxMemberCount?: number;
  /** true when nobody may write */
  IsMessageDisabled?: boolean;
  /** picture of the room */
  CoverURL?: string;
  /** the app's own category numbers */
  Category?: number[];
  /** a number of the app's own for what goes on in the room */
  ActivityStatus?: number;
  /** true when the room is listed publicly */
  IsPublicVisible?: boolean;
  /** how users get a seat: FreeToTake or ApplyToTake; None when there are no seats */
  TakeSeatMode?: string;
  /** free text of the app */
  CustomInfo?: string;
};

/** Body of `Live.CallbackAfterCreateRoomReachingThreshold`. */
export type TencentLiveQuotaAlarm = {
  /** rooms that there are now */
  CurRoomCount: number;
  /** rooms that there may be */
  MaxRoomCount: number;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Live.CallbackAfterCloudRecordingChanged`. */
export type TencentLiveRecordingState = {
  /**
   * 301 recorder started, 302 recorder stopped, 303 upload started, 304 index file, 305 upload stopped, 306 failover,
   * 307 first slice, 311 upload to VOD finished, 312 VOD task ended
   */
  EventType: number;
  /** what happened to the recording */
  EventInfo: TencentRecordingEvent;
  /** 3 cloud recording, 8 page recording */
  EventGroupId?: number;
  /** when the callback was sent, Unix milliseconds */
  CallbackTs?: number;
  /** the command, as in the URL */
  CallbackCommand?: string;
};

/** A live room was created. */
export interface TencentLiveCreateCommand
  extends Command<'tencent', 'Live.CallbackAfterCreateRoom', 'liveCreate', 'after', TencentLiveCreate, unknown, null, false, true> {}

/** A live room was destroyed, by its owner or by the system. */
export interface TencentLiveDestroyCommand
  extends Command<'tencent', 'Live.CallbackAfterDestroyRoom', 'liveDestroy', 'after', TencentLiveDestroy, unknown, null, false, true> {}

/** Settings of a live room were changed. */
export interface TencentLiveInfoCommand
  extends Command<'tencent', 'Live.CallbackAfterUpdateRoomInfo', 'liveInfo', 'after', TencentLiveInfo, unknown, null, false, true> {}

/** The app has created 70% of the live rooms that it may have. */
export interface TencentLiveQuotaAlarmCommand
  extends Command<'tencent', 'Live.CallbackAfterCreateRoomReachingThreshold', 'liveQuotaAlarm', 'after', TencentLiveQuotaAlarm, unknown, null, false, true> {}

/** The recording of a live room began, was uploaded, or changed its state otherwise. */
export interface TencentLiveRecordingStateCommand
  extends Command<'tencent', 'Live.CallbackAfterCloudRecordingChanged', 'liveRecordingState', 'after', TencentLiveRecordingState, unknown, null, false, true> {}

/** Bodies and commands of the topic rooms. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `Room.CallbackAfterCreateRoom`. */
export type TencentRoomCreate = {
  /** the room */
  RoomInfo: TencentRoom;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** user IDs invited to a planned room */
  ScheduleInviteeList_Account?: string[];
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Room. */
export type TencentRoom = {
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
  /** how many seats the room has */
  MaxSeatCount?: number;
  /** true when cameras are disabled */
  IsVideoDisabled?: boolean;
  /** true when microphones are disabled */
  IsAudioDisabled?: boolean;
  /** true when nobody may write */
  IsMessageDisabled?: boolean;
  /** true when nobody may share a screen */
  IsScreenSharingDisabled?: boolean;
  /** true when the room is not recorded in the cloud */
  IsCloudRecordingDisabled?: boolean;
  /** free text of the app */
  CustomInfo?: string;
  /** planned start, Unix SECONDS */
  ScheduleStartTime?: number;
  /** planned end, Unix SECONDS */
  ScheduleEndTime?: number;
  /** state of the room, e.g. Running */
  RoomStatus?: string;
  /** true when users need a seat to speak */
  IsSeatEnabled?: boolean;
  /** how users get a seat: FreeToTake or ApplyToTake */
  TakeSeatMode?: string;
  /** when it was created, Unix SECONDS */
  CreateTime?: number;
};

/** Body of `Room.CallbackAfterDestroyRoom`. */
export type TencentRoomDestroy = {
  /** room ID */
  RoomId: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Room.CallbackAfterUpdateRoomInfo`. */
export type TencentRoomInfo = {
  /** the room */
  RoomInfo: TencentRoom;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Room.CallbackAfterMemberEnter`. */
export type TencentRoomEnter = {
  /** room ID */
  RoomId: string;
  /** user IDs of the members it is about */
  MemberList_Account: string[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** members in the room afterwards */
  MemberCount?: number;
  /** how they came: Enter */
  Type?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Room.CallbackAfterMemberLeave`. */
export type TencentRoomLeave = {
  /** room ID */
  RoomId: string;
  /** user IDs of the members it is about */
  MemberList_Account: string[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** members in the room afterwards */
  MemberCount?: number;
  /** how they went: Leave, Kicked or Expired */
  Type?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** why, in free text */
  Reason?: string;
};

/** Body of `Mic.CallbackAfterSeatInfoChanged`. */
export type TencentSeatInfo = {
  /** room ID */
  RoomId: string;
  /** the seats */
  SeatList: TencentSeat[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Seat. */
export type TencentSeat = {
  /** number of the seat */
  Index: number;
  /** user ID of the user who sits there; absent for an empty seat */
  Member_Account?: string;
  /** true when the seat is locked */
  IsTakenDisabled?: boolean;
  /** true when the camera of the seat is disabled */
  IsVideoDisabled?: boolean;
  /** true when the microphone of the seat is disabled */
  IsAudioDisabled?: boolean;
};

/** A conference room was created, at once or for a planned time. */
export interface TencentRoomCreateCommand
  extends Command<'tencent', 'Room.CallbackAfterCreateRoom', 'roomCreate', 'after', TencentRoomCreate, unknown, null, false, true> {}

/** A conference room was destroyed. */
export interface TencentRoomDestroyCommand
  extends Command<'tencent', 'Room.CallbackAfterDestroyRoom', 'roomDestroy', 'after', TencentRoomDestroy, unknown, null, false, true> {}

/** Settings of a conference room were changed. */
export interface TencentRoomInfoCommand
  extends Command<'tencent', 'Room.CallbackAfterUpdateRoomInfo', 'roomInfo', 'after', TencentRoomInfo, unknown, null, false, true> {}

/** Members entered a conference room. */
export interface TencentRoomEnterCommand
  extends Command<'tencent', 'Room.CallbackAfterMemberEnter', 'roomEnter', 'after', TencentRoomEnter, unknown, null, false, true> {}

/** Members left a conference room, were removed from it, or timed out. */
export interface TencentRoomLeaveCommand
  extends Command<'tencent', 'Room.CallbackAfterMemberLeave', 'roomLeave', 'after', TencentRoomLeave, unknown, null, false, true> {}

/** Somebody took or left a seat of a room, or a seat was locked or muted; rooms and live rooms both send it. */
export interface TencentSeatInfoCommand
  extends Command<'tencent', 'Mic.CallbackAfterSeatInfoChanged', 'seatInfo', 'after', TencentSeatInfo, unknown, null, false, true> {}

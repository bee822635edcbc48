/** Bodies and commands of the topic calls. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';
import type { TencentRecordingEvent } from './parts';

/** Body of `Call.CallbackAfterStartCall`. */
export type TencentCallStart = {
  /** the call */
  CallInfo: TencentCall;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** everybody in the call and their state */
  UserList?: TencentUserInACall[];
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Call. */
export type TencentCall = {
  /** call ID */
  CallId: string;
  /** Audio or Video */
  CallMediaType?: string;
  /** group the call was made in; empty for none */
  ChatGroupId?: string;
  /** RTC room of the call; empty while there is none */
  RoomId?: string;
  /** 1 when RoomId stands for a number, 2 for a string */
  RoomIdType?: number;
};

/** User in a call. */
export type TencentUserInACall = {
  /** user ID */
  User_Account: string;
  /** Calling for a user in the call, Waiting for a user who is being rung */
  Status?: string;
};

/** Body of `Call.CallbackAfterMemberChanged`. */
export type TencentCallMemberState = {
  /** call ID */
  CallId: string;
  /** the users it is about */
  ChangedUserList: TencentChangedUser[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** everybody in the call and their state */
  UserList?: TencentUserInACall[];
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Changed user. */
export type TencentChangedUser = {
  /** user ID */
  User_Account: string;
  /**
   * Answer/Accept, Reject, NotAnswer, Hangup/HangUp/Hang Up, Join, Offline (no heartbeat), Invite/Invited,
   * Cancel_Invite/Canncel_Invite
   */
  ActionType?: string;
};

/** Body of `Call.CallbackAfterEndCall`. */
export type TencentCallEnd = {
  /** the record of the call */
  CallRecord: TencentCallRecord;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Call record. */
export type TencentCallRecord = {
  /** call ID */
  CallId: string;
  /** user ID of the caller */
  Caller_Account?: string;
  /** Audio or Video; CallMediaType when the call starts */
  MediaType?: string;
  /** SingleCall or MultiCall */
  CallType?: string;
  /** Unix SECONDS */
  StartTime?: number;
  /** Unix SECONDS */
  EndTime?: number;
  /** Unix SECONDS; 0 when nobody answered */
  AcceptTime?: number;
  /** Cancel, Reject, NotAnswer, NormalEnd, CallBusy, Interrupt or Offline */
  CallResult?: string;
  /** user IDs of those called, and of the caller */
  CalleeList_Account?: string[];
  /** RTC room of the call */
  RoomId?: string;
  /** 1 when RoomId stands for a number, 2 for a string */
  RoomIdType?: number;
};

/** Body of `Call.CallbackAfterRecordChanged`. */
export type TencentCallRecordingState = {
  /** call ID */
  CallId: string;
  /** the recording callback of TRTC */
  Callback: TencentRecordingCallback;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Recording callback. */
export type TencentRecordingCallback = {
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
  /** 2 in the sample of the page, not in its table */
  KitType?: number;
};

/** A call was started and its callees are being rung. */
export interface TencentCallStartCommand
  extends Command<'tencent', 'Call.CallbackAfterStartCall', 'callStart', 'after', TencentCallStart, unknown, null, false, true> {}

/** Somebody answered, rejected, joined or left a call, or was invited to it. */
export interface TencentCallMemberStateCommand
  extends Command<'tencent', 'Call.CallbackAfterMemberChanged', 'callMemberState', 'after', TencentCallMemberState, unknown, null, false, true> {}

/** A call ended, or was never connected; CallResult says which. */
export interface TencentCallEndCommand
  extends Command<'tencent', 'Call.CallbackAfterEndCall', 'callEnd', 'after', TencentCallEnd, unknown, null, false, true> {}

/** The cloud recording of a call began, was uploaded, or changed its state otherwise. */
export interface TencentCallRecordingStateCommand
  extends Command<'tencent', 'Call.CallbackAfterRecordChanged', 'callRecordingState', 'after', TencentCallRecordingState, unknown, null, false, true> {}

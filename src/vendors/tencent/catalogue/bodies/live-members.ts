/** Bodies and commands of the topic liveMembers. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `Live.CallbackAfterMemberStateChanged`. */
export type TencentLiveMemberState = {
  /** room ID */
  RoomId: string;
  /** the members it is about */
  MemberList: TencentLiveMemberStateMember[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** Online or Offline */
  EventType?: string;
  /** Enter, Leave, HeartbeatInterrupt (nothing for 90 to 110 s), HeartbeatRecover or Kicked */
  EventCause?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Member. */
export type TencentLiveMemberStateMember = {
  /** user ID of the member */
  Member_Account: string;
};

/** Body of `Live.CallbackAfterChangeOwner`. */
export type TencentLiveOwner = {
  /** room ID */
  RoomId: string;
  /** user ID of the new owner */
  CurrentOwner_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** user ID of the owner before */
  OriginalOwner_Account?: string;
};

/** Body of `Live.CallbackAfterModifyAdmin`. */
export type TencentLiveAdmin = {
  /** room ID */
  RoomId: string;
  /** user IDs of those who became administrators or no longer are */
  Admin_Account: string[];
  /** add or delete */
  opType: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
};

/** Members of a live room came online or went offline in it. */
export interface TencentLiveMemberStateCommand
  extends Command<'tencent', 'Live.CallbackAfterMemberStateChanged', 'liveMemberState', 'after', TencentLiveMemberState, unknown, null, false, true> {}

/** A live room got another owner. */
export interface TencentLiveOwnerCommand
  extends Command<'tencent', 'Live.CallbackAfterChangeOwner', 'liveOwner', 'after', TencentLiveOwner, unknown, null, false, true> {}

/** Users became administrators of a live room, or no longer are. */
export interface TencentLiveAdminCommand
  extends Command<'tencent', 'Live.CallbackAfterModifyAdmin', 'liveAdmin', 'after', TencentLiveAdmin, unknown, null, false, true> {}

/** Bodies and commands of the topic users. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `State.StateChange`. */
export type TencentUserState = {
  /** what changed, for whom and why */
  Info: TencentState;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** devices that this login put offline; absent where there are none */
  KickedDevice?: TencentKickedDevice[];
};

/** State. */
export type TencentState = {
  /** Login, Logout, Disconnect or CustomStatusChange */
  Action: string;
  /** user ID of the user whose state changed */
  To_Account: string;
  /** Register, Unregister, LinkClose (connection gone), TimeOut (no heartbeat for 400 s) or SetCustomStatus */
  Reason?: string;
  /** the new custom status */
  CustomStatus?: string;
};

/** Kicked device. */
export type TencentKickedDevice = {
  /** iOS, Android, Web, Windows, iPad, Mac or Linux */
  Platform?: string;
};

/** Body of `Profile.CallbackPortraitSet`. */
export type TencentUserInfo = {
  /** user ID of the user whose profile changed */
  From_Account: string;
  /** the fields that changed */
  ProfileItem: TencentProfileItem[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Profile item. */
export type TencentProfileItem = {
  /** name of the field: Tag_Profile_IM_… or Tag_Profile_Custom_… */
  Tag: string;
  /** the new value: a number for tags that hold numbers, else a string */
  Value?: unknown;
};

/** A user went online or offline, or set another custom status. */
export interface TencentUserStateCommand
  extends Command<'tencent', 'State.StateChange', 'userState', 'after', TencentUserState, unknown, null, false, true> {}

/** The profile of a user was changed, by the user or by an administrator. */
export interface TencentUserInfoCommand
  extends Command<'tencent', 'Profile.CallbackPortraitSet', 'userInfo', 'after', TencentUserInfo, unknown, null, false, true> {}

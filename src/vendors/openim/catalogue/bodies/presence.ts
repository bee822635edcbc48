/** Bodies and commands of the topic presence. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `callbackAfterUserOnlineCommand`. */
export type OpenimUserOnline = {
  /** user ID */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /**
   * platform: 1 iOS, 2 Android, 3 Windows, 4 OSX, 5 Web, 6 MiniWeb, 7 Linux, 8 Android pad, 9 iPad, 10 Admin, 11
   * HarmonyOS
   */
  platformID?: number;
  /** name of the platform, e.g. IOS or APad; empty for a number without a name */
  platform?: string;
  /** the server's time in Unix milliseconds, not a sequence number */
  seq?: number;
  /** whether the app is in the background */
  isAppBackground?: boolean;
  /** connection ID; may be empty */
  connID?: string;
};

/** Body of `callbackAfterUserOfflineCommand`. */
export type OpenimUserOffline = {
  /** user ID */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /**
   * platform: 1 iOS, 2 Android, 3 Windows, 4 OSX, 5 Web, 6 MiniWeb, 7 Linux, 8 Android pad, 9 iPad, 10 Admin, 11
   * HarmonyOS
   */
  platformID?: number;
  /** name of the platform, e.g. IOS or APad; empty for a number without a name */
  platform?: string;
  /** the server's time in Unix milliseconds, not a sequence number */
  seq?: number;
  /** connection ID; may be empty */
  connID?: string;
};

/** Body of `callbackAfterUserKickOffCommand`. */
export type OpenimUserKickOff = {
  /** user ID */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** trace ID of the operation; several callbacks of one operation share it */
  operationID?: string;
  /**
   * platform: 1 iOS, 2 Android, 3 Windows, 4 OSX, 5 Web, 6 MiniWeb, 7 Linux, 8 Android pad, 9 iPad, 10 Admin, 11
   * HarmonyOS
   */
  platformID?: number;
  /** name of the platform, e.g. IOS or APad; empty for a number without a name */
  platform?: string;
  /** the server's time in Unix milliseconds, not a sequence number */
  seq?: number;
};

/** Body of `setUserStatusAfterCommand`. */
export type OpenimUserState = {
  /** user ID */
  userID: string;
  /** the new status of the user */
  status: number;
  /** the command, as in the URL */
  callbackCommand?: string;
  /**
   * platform: 1 iOS, 2 Android, 3 Windows, 4 OSX, 5 Web, 6 MiniWeb, 7 Linux, 8 Android pad, 9 iPad, 10 Admin, 11
   * HarmonyOS
   */
  platformID?: number;
};

/** Body of `subscribeOrCancelUsersStatusAfterCommand`. */
export type OpenimUserStateSubscription = {
  /** who follows */
  userID: string;
  /** the users whose status it is about */
  userIDs: string[];
  /** the command, as in the URL */
  callbackCommand?: string;
  /** 1 starts following, 0 stops following */
  genre?: number;
};

/** Body of `setGlobalRecvMessageOptCommand`. */
export type OpenimGlobalReceiveOption = {
  /** user ID */
  userID: string;
  /** the option now chosen */
  globalRecvMsgOpt: number;
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** A user came online on a platform. */
export interface OpenimUserOnlineCommand
  extends Command<'openim', 'callbackAfterUserOnlineCommand', 'userOnline', 'after', OpenimUserOnline, unknown, null, false, false> {}

/** A user went offline on a platform. */
export interface OpenimUserOfflineCommand
  extends Command<'openim', 'callbackAfterUserOfflineCommand', 'userOffline', 'after', OpenimUserOffline, unknown, null, false, false> {}

/** A user was forced offline on a platform. */
export interface OpenimUserKickOffCommand
  extends Command<'openim', 'callbackAfterUserKickOffCommand', 'userKickOff', 'after', OpenimUserKickOff, unknown, null, false, false> {}

/** A user's status on a platform was set, says the documentation. */
export interface OpenimUserStateCommand
  extends Command<'openim', 'setUserStatusAfterCommand', 'userState', 'after', OpenimUserState, unknown, null, false, false> {}

/** A user started or stopped following the status of other users, says the documentation. */
export interface OpenimUserStateSubscriptionCommand
  extends Command<'openim', 'subscribeOrCancelUsersStatusAfterCommand', 'userStateSubscription', 'after', OpenimUserStateSubscription, unknown, null, false, false> {}

/** A user changed how messages of all conversations reach them, says the documentation. */
export interface OpenimGlobalReceiveOptionCommand
  extends Command<'openim', 'setGlobalRecvMessageOptCommand', 'globalReceiveOption', 'after', OpenimGlobalReceiveOption, unknown, null, false, false> {}

/** Bodies and commands of the topic liveBattles. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `Live.CallbackAfterCreateBattle`. */
export type TencentLiveBattleCreate = {
  /** battle ID */
  BattleId: string;
  /** ID of the room that challenges */
  FromRoomId: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** IDs of the rooms that are challenged */
  ToRoomIdList?: string[];
  /** milliseconds to wait for the answers of the rooms, where NeedResponse is true */
  Timeout?: number;
  /** how long the battle is to last, in milliseconds */
  Duration?: number;
  /** false when the battle starts at once */
  NeedResponse?: boolean;
  /** free text of the app */
  ExtensionInfo?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `Live.CallbackAfterStartBattle`. */
export type TencentLiveBattleStart = {
  /** battle ID */
  BattleId: string;
  /** the room that challenged */
  FromRoomInfo: TencentLiveBattleStartBattleRoom;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** how long the battle lasts; no unit is documented */
  Duration?: number;
  /** when it was created, Unix SECONDS */
  CreateTime?: number;
  /** when it started, Unix SECONDS */
  StartTime?: number;
  /** the rooms that were challenged */
  ToRoomList?: TencentLiveBattleStartBattleRoom[];
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Battle room. */
export type TencentLiveBattleStartBattleRoom = {
  /** room ID */
  RoomId: string;
  /** user ID of the owner */
  Owner_Account?: string;
};

/** Body of `Live.CallbackAfterEndBattle`. */
export type TencentLiveBattleEnd = {
  /** battle ID */
  BattleId: string;
  /** the room that challenged */
  FromRoomInfo: TencentLiveBattleEndBattleRoom;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** how long the battle was to last, in milliseconds */
  Duration?: number;
  /** when it was created, Unix SECONDS */
  CreateTime?: number;
  /** when it started, Unix SECONDS; no page says what it is for a battle that never started */
  StartTime?: number;
  /** when it ended, Unix SECONDS */
  EndTime?: number;
  /** why: 0 its time was over, 1 all hosts left, 2 nobody joined */
  OpType?: number;
  /** the rooms that were challenged */
  ToRoomList?: TencentLiveBattleEndBattleRoom[];
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Battle room. */
export type TencentLiveBattleEndBattleRoom = {
  /** room ID */
  RoomId: string;
  /** points of the room */
  Score?: number;
  /** user ID of the owner */
  Owner_Account?: string;
};

/** A battle between live rooms was set up. */
export interface TencentLiveBattleCreateCommand
  extends Command<'tencent', 'Live.CallbackAfterCreateBattle', 'liveBattleCreate', 'after', TencentLiveBattleCreate, unknown, null, false, true> {}

/** A battle between live rooms started. */
export interface TencentLiveBattleStartCommand
  extends Command<'tencent', 'Live.CallbackAfterStartBattle', 'liveBattleStart', 'after', TencentLiveBattleStart, unknown, null, false, true> {}

/** A battle between live rooms ended, or never began. */
export interface TencentLiveBattleEndCommand
  extends Command<'tencent', 'Live.CallbackAfterEndBattle', 'liveBattleEnd', 'after', TencentLiveBattleEnd, unknown, null, false, true> {}

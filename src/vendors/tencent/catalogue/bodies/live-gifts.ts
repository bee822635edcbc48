/** Bodies and commands of the topic liveGifts. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `Live.CallbackBeforeSendGift`. */
export type TencentBeforeLiveGift = {
  /** room ID */
  RoomId: string;
  /** the gift */
  GiftWater: TencentGift;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
};

/** Gift. */
export type TencentGift = {
  /** user ID of the giver */
  From_Account: string;
  /** which gift */
  GiftId: string;
  /** user IDs of the receivers */
  To_Account?: string[];
  /** when, Unix SECONDS */
  Time?: number;
  /** how many of it */
  Count?: number;
  /** what it costs */
  Coins?: number;
};

/** Body of `Live.CallbackBeforeCallBackNotBlock`. */
export type TencentBeforeLiveGiftNonBlocking = Readonly<Record<string, unknown>>;

/** A viewer is about to send a gift in a live room. */
export interface TencentBeforeLiveGiftCommand
  extends Command<'tencent', 'Live.CallbackBeforeSendGift', 'liveGift', 'before', TencentBeforeLiveGift, unknown, null, false, true> {}

/** Listed among the commands, but probably only a setting: it lets gifts pass when their callback fails. */
export interface TencentBeforeLiveGiftNonBlockingCommand
  extends Command<'tencent', 'Live.CallbackBeforeCallBackNotBlock', 'liveGiftNonBlocking', 'before', TencentBeforeLiveGiftNonBlocking, unknown, null, false, true> {}

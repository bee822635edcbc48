/** Bodies and commands of the topic officialAccountSubscribers. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `OfficialAccount.CallbackBeforeAddSubscriber`. */
export type TencentBeforeOfficialAccountSubscribe = {
  /** ID of the official account */
  Official_Account: string;
  /** users to become subscribers */
  SubscribeAccountList: TencentSubscriber[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Subscriber. */
export type TencentSubscriber = {
  /** user ID of the subscriber */
  Subscriber_Account: string;
};

/** The fields that a `rewrite()` may change. */
export type TencentBeforeOfficialAccountSubscribeRefusedUsers = {
  /** user IDs of those who must not subscribe; the others may */
  RefusedSubscribers_Account?: string[];
};

/** Body of `OfficialAccount.CallbackAfterAddSubscriber`. */
export type TencentOfficialAccountSubscribe = {
  /** ID of the official account */
  Official_Account: string;
  /** the new subscribers */
  SubscribeAccountList: TencentSubscriber[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `OfficialAccount.CallbackAfterOfficialAccountFull`. */
export type TencentOfficialAccountFull = {
  /** ID of the official account */
  Official_Account: string;
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Body of `OfficialAccount.CallbackAfterDeleteSubscriber`. */
export type TencentOfficialAccountUnsubscribe = {
  /** ID of the official account */
  Official_Account: string;
  /** those who are no longer subscribers */
  SubscribeAccountList: TencentSubscriber[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who asked for it; an administrator may act for a user */
  Operator_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Users are about to become subscribers of an official account. */
export interface TencentBeforeOfficialAccountSubscribeCommand
  extends Command<'tencent', 'OfficialAccount.CallbackBeforeAddSubscriber', 'officialAccountSubscribe', 'before', TencentBeforeOfficialAccountSubscribe, unknown, TencentBeforeOfficialAccountSubscribeRefusedUsers, false, true> {}

/** Users have become subscribers of an official account. */
export interface TencentOfficialAccountSubscribeCommand
  extends Command<'tencent', 'OfficialAccount.CallbackAfterAddSubscriber', 'officialAccountSubscribe', 'after', TencentOfficialAccountSubscribe, unknown, null, false, true> {}

/** An official account has as many subscribers as it may have. */
export interface TencentOfficialAccountFullCommand
  extends Command<'tencent', 'OfficialAccount.CallbackAfterOfficialAccountFull', 'officialAccountFull', 'after', TencentOfficialAccountFull, unknown, null, false, true> {}

/** Users are no longer subscribers of an official account. */
export interface TencentOfficialAccountUnsubscribeCommand
  extends Command<'tencent', 'OfficialAccount.CallbackAfterDeleteSubscriber', 'officialAccountUnsubscribe', 'after', TencentOfficialAccountUnsubscribe, unknown, null, false, true> {}

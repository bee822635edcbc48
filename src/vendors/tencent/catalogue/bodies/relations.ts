/** Bodies and commands of the topic relations. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `Sns.CallbackPrevFriendAdd`. */
export type TencentBeforeFriendRequest = {
  /** user ID of the user who asks */
  From_Account: string;
  /** the users asked */
  FriendItem: TencentRequestedFriend[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who made the request */
  Requester_Account?: string;
  /** Add_Type_Single for one direction, Add_Type_Both for both */
  AddType?: string;
  /** 1 when an administrator forces it, else 0 */
  ForceAddFlags?: number;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Requested friend. */
export type TencentRequestedFriend = {
  /** user ID of the user who is asked */
  To_Account: string;
  /** name that the user gives the friend */
  Remark?: string;
  /** friend list that the friend goes into */
  GroupName?: string;
  /** where the request comes from: AddSource_Type_… */
  AddSource?: string;
  /** the text of the request */
  AddWording?: string;
};

/** The fields that a `rewrite()` may change. */
export type TencentFriendResults = {
  /** one result for each user; each is decided separately */
  ResultItem: TencentFriendResult[];
};

/** Friend result. */
export type TencentFriendResult = {
  /** user ID of the receiver */
  To_Account: string;
  /** 0 lets it through; a code from 38000 to 39000 refuses */
  ResultCode: number;
  /** why, in words */
  ResultInfo?: string;
};

/** Body of `Sns.CallbackPrevFriendResponse`. */
export type TencentBeforeFriendResponse = {
  /** user ID of the user who answers */
  From_Account: string;
  /** the answers */
  ResponseFriendItem: TencentAnsweredFriend[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** user ID of the user who made the request */
  Requester_Account?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Answered friend. */
export type TencentAnsweredFriend = {
  /** user ID of the user who had asked */
  To_Account: string;
  /** name that the user gives the friend */
  Remark?: string;
  /** friend list that the friend goes into; GroupName in the request */
  TagName?: string;
  /** Response_Action_AgreeAndAdd, Response_Action_Agree or Response_Action_Reject */
  ResponseAction?: string;
};

/** Body of `Sns.CallbackFriendAdd`. */
export type TencentFriendAdd = {
  /** the relations that changed, one direction each */
  PairList: TencentFriendPair[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
  /** friend_add or FriendAdd after a request, friend_response or FriendResponse after an answer */
  ClientCmd?: string;
  /** the administrator where the app's back end did it, else empty */
  Admin_Account?: string;
  /** 1 when it was forced, else 0 */
  ForceFlag?: number;
};

/** Friend pair. */
export type TencentFriendPair = {
  /** user ID of the user whose friend list grew */
  From_Account: string;
  /** user ID of the new friend */
  To_Account: string;
  /** user ID of the user who had asked */
  Initiator_Account?: string;
};

/** Body of `Sns.CallbackFriendDelete`. */
export type TencentFriendDelete = {
  /** the relations that changed, one direction each */
  PairList: TencentFriendDeletePair[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Pair. */
export type TencentFriendDeletePair = {
  /** user ID of the user whose friend list shrank */
  From_Account: string;
  /** user ID of the former friend */
  To_Account: string;
};

/** Body of `Sns.CallbackBlackListAdd`. */
export type TencentBlacklistAdd = {
  /** the relations that changed, one direction each */
  PairList: TencentBlacklistAddPair[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Pair. */
export type TencentBlacklistAddPair = {
  /** user ID of the user who blocks */
  From_Account: string;
  /** user ID of the user who is blocked */
  To_Account: string;
};

/** Body of `Sns.CallbackBlackListDelete`. */
export type TencentBlacklistRemove = {
  /** the relations that changed, one direction each */
  PairList: TencentBlacklistRemovePair[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Pair. */
export type TencentBlacklistRemovePair = {
  /** user ID of the user who unblocks */
  From_Account: string;
  /** user ID of the user who was blocked */
  To_Account: string;
};

/** Body of `Follow.CallbackAfterFollowAdd`. */
export type TencentFollow = {
  /** user ID of the follower */
  From_Account: string;
  /** the users followed */
  FollowList: TencentFollowedUser[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** Followed user. */
export type TencentFollowedUser = {
  /** user ID of the user who is followed */
  To_Account: string;
};

/** Body of `Follow.CallbackAfterFollowDelete`. */
export type TencentUnfollow = {
  /** user ID of the former follower */
  From_Account: string;
  /** user IDs of those who are no longer followed */
  To_Account: string[];
  /** the command, as in the URL */
  CallbackCommand?: string;
  /** when it happened, Unix milliseconds */
  EventTime?: number;
};

/** A user is about to ask one or more users to be friends. */
export interface TencentBeforeFriendRequestCommand
  extends Command<'tencent', 'Sns.CallbackPrevFriendAdd', 'friendRequest', 'before', TencentBeforeFriendRequest, unknown, TencentFriendResults, false, true> {}

/** A user is about to answer one or more friend requests. */
export interface TencentBeforeFriendResponseCommand
  extends Command<'tencent', 'Sns.CallbackPrevFriendResponse', 'friendResponse', 'before', TencentBeforeFriendResponse, unknown, TencentFriendResults, false, true> {}

/** Users have become friends. */
export interface TencentFriendAddCommand
  extends Command<'tencent', 'Sns.CallbackFriendAdd', 'friendAdd', 'after', TencentFriendAdd, unknown, null, false, true> {}

/** Users were taken off friend lists. */
export interface TencentFriendDeleteCommand
  extends Command<'tencent', 'Sns.CallbackFriendDelete', 'friendDelete', 'after', TencentFriendDelete, unknown, null, false, true> {}

/** A user blocked one or more users. */
export interface TencentBlacklistAddCommand
  extends Command<'tencent', 'Sns.CallbackBlackListAdd', 'blacklistAdd', 'after', TencentBlacklistAdd, unknown, null, false, true> {}

/** A user unblocked one or more users. */
export interface TencentBlacklistRemoveCommand
  extends Command<'tencent', 'Sns.CallbackBlackListDelete', 'blacklistRemove', 'after', TencentBlacklistRemove, unknown, null, false, true> {}

/** A user follows one or more users from now on. */
export interface TencentFollowCommand
  extends Command<'tencent', 'Follow.CallbackAfterFollowAdd', 'follow', 'after', TencentFollow, unknown, null, false, true> {}

/** A user no longer follows one or more users. */
export interface TencentUnfollowCommand
  extends Command<'tencent', 'Follow.CallbackAfterFollowDelete', 'unfollow', 'after', TencentUnfollow, unknown, null, false, true> {}

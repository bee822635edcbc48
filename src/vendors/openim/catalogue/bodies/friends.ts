/** Bodies and commands of the topic friends. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `callbackBeforeAddFriendCommand`. */
export type OpenimBeforeFriendRequest = {
  /** user who asks for the friendship */
  fromUserID: string;
  /** user who is asked */
  toUserID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** what the asking user wrote */
  reqMsg?: string;
  /** free extension text */
  ex?: string;
};

/** Body of `callbackAfterAddFriendCommand`. */
export type OpenimFriendRequest = {
  /** user who asks for the friendship */
  fromUserID: string;
  /** user who is asked */
  toUserID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** what the asking user wrote */
  reqMsg?: string;
};

/** Body of `callbackBeforeAddFriendAgreeCommand`. */
export type OpenimBeforeFriendResponse = {
  /** user who asks for the friendship */
  fromUserID: string;
  /** user who was asked and now answers; nobody is blocked */
  blackUserID: string;
  /** 1 agreed, -1 refused */
  HandleResult: number;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** what the answering user wrote */
  HandleMsg?: string;
};

/** Body of `callbackAfterAddFriendAgreeCommand`. */
export type OpenimFriendResponse = {
  /** user who asks for the friendship */
  fromUserID: string;
  /** user who was asked and now answers; nobody is blocked */
  blackUserID: string;
  /** 1 agreed, -1 refused */
  HandleResult: number;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** what the answering user wrote */
  HandleMsg?: string;
};

/** Body of `callbackAfterDeleteFriendCommand`. */
export type OpenimFriendDelete = {
  /** user whose list it is */
  ownerUserID: string;
  /** user who is, or was, the friend */
  friendUserID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** Body of `callbackBeforeSetFriendRemarkCommand`. */
export type OpenimBeforeFriendRemark = {
  /** user whose list it is */
  ownerUserID: string;
  /** user who is, or was, the friend */
  friendUserID: string;
  /** name the owner of the list gives the friend */
  remark: string;
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** The fields that a `rewrite()` may change. */
export type OpenimRemarkChanges = {
  /** name the owner of the list gives the friend */
  remark?: string;
};

/** Body of `callbackAfterSetFriendRemarkCommand`. */
export type OpenimFriendRemark = {
  /** user whose list it is */
  ownerUserID: string;
  /** user who is, or was, the friend */
  friendUserID: string;
  /** name the owner of the list gives the friend */
  remark: string;
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** Body of `callbackBeforeImportFriendsCommand`. */
export type OpenimBeforeFriendImport = {
  /** user whose list it is */
  ownerUserID: string;
  /** users who become friends */
  friendUserIDs: string[];
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** The fields that a `rewrite()` may change. */
export type OpenimImportChanges = {
  /** users who become friends */
  friendUserIDs?: string[];
};

/** Body of `callbackAfterImportFriendsCommand`. */
export type OpenimFriendImport = {
  /** user whose list it is */
  ownerUserID: string;
  /** users who become friends */
  friendUserIDs: string[];
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** Body of `callbackBeforeAddBlackCommand`. */
export type OpenimBeforeBlacklistAdd = {
  /** user whose list it is */
  ownerUserID: string;
  /** user who is, or was, on the black list */
  blackUserID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** Body of `callbackAfterRemoveBlackCommand`. */
export type OpenimBlacklistRemove = {
  /** user whose list it is */
  ownerUserID: string;
  /** user who is, or was, on the black list */
  blackUserID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** A user is about to send another one a friend request. */
export interface OpenimBeforeFriendRequestCommand
  extends Command<'openim', 'callbackBeforeAddFriendCommand', 'friendRequest', 'before', OpenimBeforeFriendRequest, unknown, null, false, false> {}

/** A user sent another one a friend request; they are not friends yet. */
export interface OpenimFriendRequestCommand
  extends Command<'openim', 'callbackAfterAddFriendCommand', 'friendRequest', 'after', OpenimFriendRequest, unknown, null, false, false> {}

/** A user is about to agree to a friend request or to turn it down. */
export interface OpenimBeforeFriendResponseCommand
  extends Command<'openim', 'callbackBeforeAddFriendAgreeCommand', 'friendResponse', 'before', OpenimBeforeFriendResponse, unknown, null, false, false> {}

/** A user agreed to a friend request or turned it down. */
export interface OpenimFriendResponseCommand
  extends Command<'openim', 'callbackAfterAddFriendAgreeCommand', 'friendResponse', 'after', OpenimFriendResponse, unknown, null, false, false> {}

/** A user removed a friend. */
export interface OpenimFriendDeleteCommand
  extends Command<'openim', 'callbackAfterDeleteFriendCommand', 'friendDelete', 'after', OpenimFriendDelete, unknown, null, false, false> {}

/** A user is about to give a friend a remark. */
export interface OpenimBeforeFriendRemarkCommand
  extends Command<'openim', 'callbackBeforeSetFriendRemarkCommand', 'friendRemark', 'before', OpenimBeforeFriendRemark, unknown, OpenimRemarkChanges, false, false> {}

/** A user gave a friend a remark. */
export interface OpenimFriendRemarkCommand
  extends Command<'openim', 'callbackAfterSetFriendRemarkCommand', 'friendRemark', 'after', OpenimFriendRemark, unknown, null, false, false> {}

/** Friends are about to be imported for a user. */
export interface OpenimBeforeFriendImportCommand
  extends Command<'openim', 'callbackBeforeImportFriendsCommand', 'friendImport', 'before', OpenimBeforeFriendImport, unknown, OpenimImportChanges, false, false> {}

/** Friends were imported for a user. */
export interface OpenimFriendImportCommand
  extends Command<'openim', 'callbackAfterImportFriendsCommand', 'friendImport', 'after', OpenimFriendImport, unknown, null, false, false> {}

/** A user is about to put another one on the black list. */
export interface OpenimBeforeBlacklistAddCommand
  extends Command<'openim', 'callbackBeforeAddBlackCommand', 'blacklistAdd', 'before', OpenimBeforeBlacklistAdd, unknown, null, false, false> {}

/** A user took another one off the black list. */
export interface OpenimBlacklistRemoveCommand
  extends Command<'openim', 'callbackAfterRemoveBlackCommand', 'blacklistRemove', 'after', OpenimBlacklistRemove, unknown, null, false, false> {}

/** Bodies and commands of the topic users. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `callbackBeforeUserRegisterCommand`. */
export type OpenimBeforeUserRegister = {
  /** the users being registered, up to 1000 */
  users: OpenimUser[];
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** User. */
export type OpenimUser = {
  /** user ID */
  userID: string;
  /** nickname of the user */
  nickname?: string;
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** Unix milliseconds */
  createTime?: number;
  /** level of the user as a manager of the app; the name lacks its second a */
  appMangerLevel?: number;
  /** how the user receives messages of all conversations: 0, 1 or 2 */
  globalRecvMsgOpt?: number;
};

/** The fields that a `rewrite()` may change. */
export type OpenimRegistrationChanges = {
  /** the users being registered, up to 1000 */
  users?: OpenimUser[];
};

/** Body of `callbackAfterUserRegisterCommand`. */
export type OpenimUserRegister = {
  /** the users being registered, up to 1000 */
  users: OpenimUser[];
  /** the command, as in the URL */
  callbackCommand?: string;
};

/** Body of `callbackBeforeUpdateUserInfoCommand`. */
export type OpenimBeforeUserInfo = {
  /** user ID */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** nickname of the user; the N in the middle is a capital */
  nickName?: string;
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
};

/** The fields that a `rewrite()` may change. */
export type OpenimUserChanges = {
  /** nickname of the user; the N in the middle is a capital */
  nickName?: string;
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
};

/** Body of `callbackAfterUpdateUserInfoCommand`. */
export type OpenimUserInfo = {
  /** user ID */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** nickname of the user; the N in the middle is a capital */
  nickName?: string;
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
};

/** Body of `callbackBeforeUpdateUserInfoExCommand`. */
export type OpenimBeforeUserInfoEx = {
  /** user ID */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** nickname of the user; the N in the middle is a capital */
  nickName?: string;
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
};

/** Body of `callbackAfterUpdateUserInfoExCommand`. */
export type OpenimUserInfoEx = {
  /** user ID */
  userID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** nickname of the user; the N in the middle is a capital */
  nickName?: string;
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
};

/** Users are about to be registered, up to 1000 in one call. */
export interface OpenimBeforeUserRegisterCommand
  extends Command<'openim', 'callbackBeforeUserRegisterCommand', 'userRegister', 'before', OpenimBeforeUserRegister, unknown, OpenimRegistrationChanges, false, false> {}

/** Users were registered. */
export interface OpenimUserRegisterCommand
  extends Command<'openim', 'callbackAfterUserRegisterCommand', 'userRegister', 'after', OpenimUserRegister, unknown, null, false, false> {}

/** A user's profile is about to be changed. */
export interface OpenimBeforeUserInfoCommand
  extends Command<'openim', 'callbackBeforeUpdateUserInfoCommand', 'userInfo', 'before', OpenimBeforeUserInfo, unknown, OpenimUserChanges, false, false> {}

/** A user's profile was changed. */
export interface OpenimUserInfoCommand
  extends Command<'openim', 'callbackAfterUpdateUserInfoCommand', 'userInfo', 'after', OpenimUserInfo, unknown, null, false, false> {}

/** Some fields of a user's profile are about to be changed. */
export interface OpenimBeforeUserInfoExCommand
  extends Command<'openim', 'callbackBeforeUpdateUserInfoExCommand', 'userInfoEx', 'before', OpenimBeforeUserInfoEx, unknown, OpenimUserChanges, false, false> {}

/** Some fields of a user's profile were changed. */
export interface OpenimUserInfoExCommand
  extends Command<'openim', 'callbackAfterUpdateUserInfoExCommand', 'userInfoEx', 'after', OpenimUserInfoEx, unknown, null, false, false> {}

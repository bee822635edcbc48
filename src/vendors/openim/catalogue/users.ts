import { fields, int32, integer, list, text, wholeList } from '../../../codecs';
import { command } from './command';
import { ofUser } from './conversation';
import { problemWithUserIDs } from './unchecked';

// A profile may be set to the same values again, so every delivery has a key of its own, a registration too.

const profile = { nickname: text, faceURL: text, ex: text, createTime: integer };
const User = fields('user', { userID: text }, { ...profile, appMangerLevel: integer, globalRecvMsgOpt: integer });
/** As a reply has it. */
const UserChange = fields('user', { userID: text }, { ...profile, appMangerLevel: int32, globalRecvMsgOpt: int32 });

const noa = {
  userID: '4100000009',
  nickname: 'Noa',
  faceURL: '',
  ex: '',
  createTime: 0,
  appMangerLevel: 0,
  globalRecvMsgOpt: 0,
};

/** The server refuses a colon in a user ID of a request, but does not check the user IDs of a reply. */
function problemWithColon(users: readonly { userID: string }[]): string | undefined {
  const wrong = users.findIndex(({ userID }) => userID.includes(':'));
  return wrong === -1 ? undefined : `users.${wrong}.userID has a colon in it, which no user ID may have`;
}

const serverSecret = ['secret'];
const serverSecretQuirk =
  "Servers 3.4.2 to 3.6 put their own shared secret into the body, as secret: never log or store this command's body whole.";

export const beforeUserRegister = command({
  wire: 'callbackBeforeUserRegisterCommand',
  event: 'userRegister',
  phase: 'before',
  summary: 'Users are about to be registered, up to 1000 in one call.',
  source: 'openimsdk/docs docs/restapi/webhooks/user/userRegisterBefore',
  request: fields('callbackBeforeUserRegisterCommand', { users: wholeList(User) }, { callbackCommand: text }),
  // Entries replace the request's, so each must name its user.
  rewrite: fields('registration changes', {}, { users: list(UserChange) }),
  ignoredWhenEmpty: ['users'],
  checkRewrite: ({ users = [] }, { users: asked }) =>
    problemWithUserIDs(
      users.map(({ userID }) => userID),
      asked.map(({ userID }) => userID),
      (i) => `users.${i}.userID`,
    ) ?? problemWithColon(users),
  secretInBody: serverSecret,
  quirks: [
    serverSecretQuirk,
    'The list of a rewrite replaces the whole list; an empty one changes nothing, so refuse() when nobody may register.',
  ],
  identity: () => ({}),
  sample: { callbackCommand: 'callbackBeforeUserRegisterCommand', users: [noa] },
});

export const afterUserRegister = command({
  wire: 'callbackAfterUserRegisterCommand',
  event: 'userRegister',
  phase: 'after',
  summary: 'Users were registered.',
  source: 'openimsdk/docs docs/restapi/webhooks/user/userRegisterAfter',
  request: fields('callbackAfterUserRegisterCommand', { users: list(User) }, { callbackCommand: text }),
  secretInBody: serverSecret,
  quirks: [serverSecretQuirk],
  identity: () => ({}),
  sample: {
    callbackCommand: 'callbackAfterUserRegisterCommand',
    users: [{ ...noa, createTime: 1718000000001, appMangerLevel: 1 }],
  },
});

const userInfo = { callbackCommand: text, nickName: text, faceURL: text, ex: text };
const UserChanges = fields('user changes', {}, { nickName: text, faceURL: text, ex: text });

export const beforeUpdateUserInfo = command({
  wire: 'callbackBeforeUpdateUserInfoCommand',
  event: 'userInfo',
  phase: 'before',
  summary: "A user's profile is about to be changed.",
  source: 'openimsdk/docs docs/restapi/webhooks/user/updateUserInfoBefore',
  request: fields('callbackBeforeUpdateUserInfoCommand', { userID: text }, userInfo),
  rewrite: UserChanges,
  quirks: ['ex never has a value: the server leaves it null even when it is being changed.'],
  identity: ofUser,
  sample: {
    callbackCommand: 'callbackBeforeUpdateUserInfoCommand',
    userID: '4100000002',
    nickName: 'Mira',
    faceURL: 'https://img.example.com/mira.png',
    ex: null,
  },
});

export const afterUpdateUserInfo = command({
  wire: 'callbackAfterUpdateUserInfoCommand',
  event: 'userInfo',
  phase: 'after',
  summary: "A user's profile was changed.",
  source: 'openimsdk/docs docs/restapi/webhooks/user/updateUserInfoAfter',
  request: fields('callbackAfterUpdateUserInfoCommand', { userID: text }, userInfo),
  quirks: ['ex is always empty, and no field is ever null, unlike in the before-callback.'],
  identity: ofUser,
  sample: {
    callbackCommand: 'callbackAfterUpdateUserInfoCommand',
    userID: '4100000002',
    nickName: 'Mira',
    faceURL: 'https://img.example.com/mira.png',
    ex: '',
  },
});

export const beforeUpdateUserInfoEx = command({
  wire: 'callbackBeforeUpdateUserInfoExCommand',
  event: 'userInfoEx',
  phase: 'before',
  summary: "Some fields of a user's profile are about to be changed.",
  source: 'openimsdk/docs docs/restapi/webhooks/user/updateUserInfoExBefore',
  request: fields('callbackBeforeUpdateUserInfoExCommand', { userID: text }, userInfo),
  rewrite: UserChanges,
  checkRewrite(changes, body) {
    const names = ['nickName', 'faceURL', 'ex'] as const;
    const missing = names.find((name) => changes[name] !== undefined && body[name] === undefined);
    // The server writes it through the request's nil pointer; it recovers, but the user's call fails (3.5.1 on).
    return missing && `${missing} can only be changed where the request has it, and this request does not have it`;
  },
  quirks: [
    'A field that is not being changed is null on the wire and absent here. It must not be rewritten: that makes the operation fail.',
    'ex is always null in the request, so that it cannot be rewritten at all.',
  ],
  identity: ofUser,
  sample: {
    callbackCommand: 'callbackBeforeUpdateUserInfoExCommand',
    userID: '4100000002',
    nickName: 'Mira',
    faceURL: 'https://img.example.com/mira.png',
    ex: null,
  },
});

export const afterUpdateUserInfoEx = command({
  wire: 'callbackAfterUpdateUserInfoExCommand',
  event: 'userInfoEx',
  phase: 'after',
  summary: "Some fields of a user's profile were changed.",
  source: 'openimsdk/docs docs/restapi/webhooks/user/updateUserInfoExAfter',
  request: fields('callbackAfterUpdateUserInfoExCommand', { userID: text }, userInfo),
  quirks: ['A field that was not changed is null on the wire and absent here; ex is always absent.'],
  identity: ofUser,
  sample: {
    callbackCommand: 'callbackAfterUpdateUserInfoExCommand',
    userID: '4100000002',
    nickName: 'Mira',
    faceURL: null,
    ex: null,
  },
});

import type { Identity } from '../../../catalogue/command';
import { fields, integer, list, text, wholeList } from '../../../codecs';
import { command } from './command';
import { singleChat } from './conversation';
import { remarkEcho } from './remark-echo';
import { problemWithUserIDs } from './unchecked';

// Two users may befriend, rename, part and block each other any number of times, and no body says which time it is. So
// no command here names a key, and every delivery has a key of its own.

const request = { fromUserID: text, toUserID: text };
const asked = { fromUserID: '4100000001', toUserID: '4100000002', reqMsg: 'hello' };

function ofRequest({ fromUserID, toUserID }: { fromUserID: string; toUserID: string }): Identity {
  return { conversation: singleChat(fromUserID, toUserID) };
}

export const beforeAddFriend = command({
  wire: 'callbackBeforeAddFriendCommand',
  event: 'friendRequest',
  phase: 'before',
  summary: 'A user is about to send another one a friend request.',
  source: 'openimsdk/docs docs/restapi/webhooks/relationship/addFriendBefore',
  request: fields('callbackBeforeAddFriendCommand', request, { callbackCommand: text, reqMsg: text, ex: text }),
  quirks: ['Servers 3.0 to 3.4.0 put an operationID into the body and have no ex.'],
  identity: ofRequest,
  sample: { ...asked, callbackCommand: 'callbackBeforeAddFriendCommand', ex: '' },
});

export const afterAddFriend = command({
  wire: 'callbackAfterAddFriendCommand',
  event: 'friendRequest',
  phase: 'after',
  summary: 'A user sent another one a friend request; they are not friends yet.',
  source: 'openimsdk/docs docs/restapi/webhooks/relationship/addFriendAfter',
  request: fields('callbackAfterAddFriendCommand', request, { callbackCommand: text, reqMsg: text }),
  quirks: ['It reports the request; the answer comes with callbackAfterAddFriendAgreeCommand.'],
  identity: ofRequest,
  sample: { ...asked, callbackCommand: 'callbackAfterAddFriendCommand' },
});

/**
 * An answer to a request. The names are those of the server's struct; the documents have other names (server 3.4.2 to
 * main).
 */
const response = {
  required: { fromUserID: text, blackUserID: text, HandleResult: integer },
  optional: { callbackCommand: text, HandleMsg: text },
};
const answered = { fromUserID: '4100000001', blackUserID: '4100000002', HandleResult: 1, HandleMsg: 'sure' };

function ofResponse({ fromUserID, blackUserID }: { fromUserID: string; blackUserID: string }): Identity {
  return { conversation: singleChat(fromUserID, blackUserID) };
}

const responseMeanings = { blackUserID: 'user who was asked and now answers; nobody is blocked' };
const responseQuirks = [
  'The user who answers is in blackUserID, a mistake of the server that is part of the protocol by now; documents print toUserID.',
  'HandleResult and HandleMsg begin with a capital H; documents write a small one.',
];

export const beforeAddFriendAgree = command({
  wire: 'callbackBeforeAddFriendAgreeCommand',
  event: 'friendResponse',
  phase: 'before',
  summary: 'A user is about to agree to a friend request or to turn it down.',
  source: 'openimsdk/docs docs/restapi/webhooks/relationship/addFriendAgreeBefore',
  request: fields('callbackBeforeAddFriendAgreeCommand', response.required, response.optional),
  meanings: responseMeanings,
  quirks: responseQuirks,
  identity: ofResponse,
  sample: { ...answered, callbackCommand: 'callbackBeforeAddFriendAgreeCommand' },
});

export const afterAddFriendAgree = command({
  wire: 'callbackAfterAddFriendAgreeCommand',
  event: 'friendResponse',
  phase: 'after',
  summary: 'A user agreed to a friend request or turned it down.',
  source: 'openimsdk/docs docs/restapi/webhooks/relationship/addFriendAgreeAfter',
  request: fields('callbackAfterAddFriendAgreeCommand', response.required, response.optional),
  meanings: responseMeanings,
  quirks: [...responseQuirks, 'Servers send it from 3.8.1 on.'],
  identity: ofResponse,
  sample: { ...answered, callbackCommand: 'callbackAfterAddFriendAgreeCommand' },
});

function ofFriends({ ownerUserID, friendUserID }: { ownerUserID: string; friendUserID: string }): Identity {
  return { conversation: singleChat(ownerUserID, friendUserID) };
}

export const afterDeleteFriend = command({
  wire: 'callbackAfterDeleteFriendCommand',
  event: 'friendDelete',
  phase: 'after',
  summary: 'A user removed a friend.',
  source: 'openimsdk/docs docs/restapi/webhooks/relationship/deleteFriendAfter',
  request: fields(
    'callbackAfterDeleteFriendCommand',
    { ownerUserID: text, friendUserID: text },
    { callbackCommand: text },
  ),
  identity: ofFriends,
  sample: {
    callbackCommand: 'callbackAfterDeleteFriendCommand',
    ownerUserID: '4100000001',
    friendUserID: '4100000002',
  },
});

const remarked = { ownerUserID: text, friendUserID: text, remark: text };
const remarkSet = { ownerUserID: '4100000001', friendUserID: '4100000002', remark: 'colleague' };

export const beforeSetFriendRemark = command({
  wire: 'callbackBeforeSetFriendRemarkCommand',
  aliases: ['callbackBeforeSetFriendRemark'],
  event: 'friendRemark',
  phase: 'before',
  summary: 'A user is about to give a friend a remark.',
  source: 'openimsdk/docs docs/restapi/webhooks/relationship/setFriendRemarkBefore',
  request: fields('callbackBeforeSetFriendRemarkCommand', remarked, { callbackCommand: text }),
  rewrite: fields('remark changes', {}, { remark: text }),
  ignoredWhenEmpty: ['remark'],
  reply: remarkEcho,
  quirks: [
    "Servers 3.4.2 to 3.6 take the remark from the reply even when it has none, so every reply but a refusal repeats the request's.",
    'An empty remark in a rewrite changes nothing.',
    'Servers before 3.7 name it without the word Command at the end.',
  ],
  identity: ofFriends,
  sample: { ...remarkSet, callbackCommand: 'callbackBeforeSetFriendRemarkCommand' },
});

export const afterSetFriendRemark = command({
  wire: 'callbackAfterSetFriendRemarkCommand',
  aliases: ['callbackAfterSetFriendRemark'],
  event: 'friendRemark',
  phase: 'after',
  summary: 'A user gave a friend a remark.',
  source: 'openimsdk/docs docs/restapi/webhooks/relationship/setFriendRemarkAfter',
  request: fields('callbackAfterSetFriendRemarkCommand', remarked, { callbackCommand: text }),
  quirks: ['Servers before 3.7 name it without the word Command at the end.'],
  identity: ofFriends,
  sample: { ...remarkSet, callbackCommand: 'callbackAfterSetFriendRemarkCommand' },
});

const friendsImported = { ownerUserID: '4100000001', friendUserIDs: ['4100000002', '4100000003'] };

function ofOwner({ ownerUserID }: { ownerUserID: string }): Identity {
  return { conversation: ['user', ownerUserID] };
}

export const beforeImportFriends = command({
  wire: 'callbackBeforeImportFriendsCommand',
  event: 'friendImport',
  phase: 'before',
  summary: 'Friends are about to be imported for a user.',
  source: 'openimsdk/docs docs/restapi/webhooks/relationship/importFriendsBefore',
  request: fields(
    'callbackBeforeImportFriendsCommand',
    { ownerUserID: text, friendUserIDs: wholeList(text) },
    { callbackCommand: text },
  ),
  rewrite: fields('import changes', {}, { friendUserIDs: list(text) }),
  ignoredWhenEmpty: ['friendUserIDs'],
  checkRewrite({ friendUserIDs = [] }, { ownerUserID, friendUserIDs: asked }) {
    const oneself = friendUserIDs.indexOf(ownerUserID);
    if (oneself !== -1) return `friendUserIDs.${oneself} is the owner of the list, who cannot be a friend of their own`;
    return problemWithUserIDs(friendUserIDs, asked, (i) => `friendUserIDs.${i}`);
  },
  quirks: [
    'The list of a rewrite replaces the whole list; an empty one changes nothing, so refuse() when nobody may be imported.',
  ],
  identity: ofOwner,
  sample: { ...friendsImported, callbackCommand: 'callbackBeforeImportFriendsCommand' },
});

export const afterImportFriends = command({
  wire: 'callbackAfterImportFriendsCommand',
  event: 'friendImport',
  phase: 'after',
  summary: 'Friends were imported for a user.',
  source: 'openimsdk/docs docs/restapi/webhooks/relationship/importFriendAfter',
  request: fields(
    'callbackAfterImportFriendsCommand',
    { ownerUserID: text, friendUserIDs: list(text) },
    { callbackCommand: text },
  ),
  identity: ofOwner,
  sample: { ...friendsImported, callbackCommand: 'callbackAfterImportFriendsCommand' },
});

const blocked = { ownerUserID: text, blackUserID: text };
const oneBlocked = { ownerUserID: '4100000001', blackUserID: '4100000002' };

function ofBlocked({ ownerUserID, blackUserID }: { ownerUserID: string; blackUserID: string }): Identity {
  return { conversation: singleChat(ownerUserID, blackUserID) };
}

export const beforeAddBlack = command({
  wire: 'callbackBeforeAddBlackCommand',
  event: 'blacklistAdd',
  phase: 'before',
  summary: 'A user is about to put another one on the black list.',
  source: 'openimsdk/docs docs/restapi/webhooks/relationship/addBlack',
  request: fields('callbackBeforeAddBlackCommand', blocked, { callbackCommand: text }),
  quirks: ['Servers before 3.8.1 have the switch but never send it.'],
  identity: ofBlocked,
  sample: { ...oneBlocked, callbackCommand: 'callbackBeforeAddBlackCommand' },
});

export const afterRemoveBlack = command({
  wire: 'callbackAfterRemoveBlackCommand',
  event: 'blacklistRemove',
  phase: 'after',
  summary: 'A user took another one off the black list.',
  source: 'openimsdk/docs docs/restapi/webhooks/relationship/removeBlack',
  request: fields('callbackAfterRemoveBlackCommand', blocked, { callbackCommand: text }),
  quirks: ['Servers before 3.8.1 have the switch but never send it.'],
  identity: ofBlocked,
  sample: { ...oneBlocked, callbackCommand: 'callbackAfterRemoveBlackCommand' },
});

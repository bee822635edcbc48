import type { Identity } from '../../../catalogue/command';
import { boolean, fields, int32, integer, text } from '../../../codecs';
import { command } from './command';
import { singleChat } from './conversation';

/** What the reply may set in a conversation before it exists. */
const settings = {
  recvMsgOpt: integer,
  isPinned: boolean,
  isPrivateChat: boolean,
  burnDuration: integer,
  groupAtType: integer,
  attachedInfo: text,
  ex: text,
};
const SettingsChanges = fields(
  'conversation changes',
  {},
  { ...settings, recvMsgOpt: int32, burnDuration: int32, groupAtType: int32 },
);

// Not even the ids are required: the server's main branch spelt every key in snake_case from 2025-03-14 to 2025-10-31.
const conversation = {
  callbackCommand: text,
  ownerUserId: text,
  conversationId: text,
  conversationType: integer,
  ...settings,
};

const spelling =
  'Keys end in Id, not ID as everywhere else; servers built from main between March and October 2025 wrote owner_user_id, conversation_id and so on, which pass through untyped.';
const sinceMain = 'No released 3.8 server has it; it is on the main branch.';

/** The settings of a new conversation. */
const unset = {
  recvMsgOpt: 0,
  isPinned: false,
  isPrivateChat: false,
  burnDuration: 0,
  groupAtType: 0,
  attachedInfo: '',
  ex: '',
};

const newSingleChat = {
  ownerUserId: '4100000001',
  conversationId: 'si_4100000001_4100000002',
  conversationType: 1,
  userId: '4100000002',
  ...unset,
};

// A conversation may be deleted and created again, so every delivery of these four has a key of its own.

function betweenUsers({ ownerUserId, userId }: { ownerUserId?: string; userId?: string }): Identity {
  if (ownerUserId === undefined || userId === undefined) return {};
  return { conversation: singleChat(ownerUserId, userId) };
}

export const beforeCreateSingleChat = command({
  wire: 'callbackBeforeCreateSingleChatConversationsCommand',
  event: 'c2cConversationCreate',
  phase: 'before',
  summary: 'A conversation of two users is about to be created: one call for each of the two.',
  source: 'openimsdk/docs docs/restapi/webhooks/conversation/createSingleChatConversationsBefore',
  request: fields('callbackBeforeCreateSingleChatConversationsCommand', {}, { ...conversation, userId: text }),
  rewrite: SettingsChanges,
  quirks: [
    'Of the two calls for a first message, the second repeats the owner of the first; only the after-callbacks name both.',
    spelling,
    sinceMain,
  ],
  identity: betweenUsers,
  sample: { ...newSingleChat, callbackCommand: 'callbackBeforeCreateSingleChatConversationsCommand' },
});

export const afterCreateSingleChat = command({
  wire: 'callbackAfterCreateSingleChatConversationsCommand',
  event: 'c2cConversationCreate',
  phase: 'after',
  summary: 'A conversation of two users was created: one call for each of the two.',
  source: 'openimsdk/docs docs/restapi/webhooks/conversation/createSingleChatConversationsAfter',
  request: fields('callbackAfterCreateSingleChatConversationsCommand', {}, { ...conversation, userId: text }),
  quirks: [spelling, sinceMain],
  identity: betweenUsers,
  sample: { ...newSingleChat, callbackCommand: 'callbackAfterCreateSingleChatConversationsCommand' },
});

const newGroupChat = {
  ownerUserId: '',
  conversationId: 'sg_900100200',
  conversationType: 3,
  groupId: '900100200',
  ...unset,
};

function ofGroup({ groupId }: { groupId?: string }): Identity {
  return groupId === undefined ? {} : { conversation: ['group', groupId] };
}

const noOwner = 'ownerUserId is always empty: the call does not say whose conversation it is.';

export const beforeCreateGroupChat = command({
  wire: 'callbackBeforeCreateGroupChatConversationsCommand',
  event: 'groupConversationCreate',
  phase: 'before',
  summary: 'The conversation of a group is about to be created.',
  source: 'openimsdk/docs docs/restapi/webhooks/conversation/createGroupChatConversationsBefore',
  request: fields('callbackBeforeCreateGroupChatConversationsCommand', {}, { ...conversation, groupId: text }),
  rewrite: SettingsChanges,
  meanings: { ownerUserId: 'always empty' },
  quirks: [noOwner, spelling, sinceMain],
  identity: ofGroup,
  sample: { ...newGroupChat, callbackCommand: 'callbackBeforeCreateGroupChatConversationsCommand' },
});

export const afterCreateGroupChat = command({
  wire: 'callbackAfterCreateGroupChatConversationsCommand',
  event: 'groupConversationCreate',
  phase: 'after',
  summary: 'The conversation of a group was created.',
  source: 'openimsdk/docs docs/restapi/webhooks/conversation/createGroupChatConversationsAfter',
  request: fields('callbackAfterCreateGroupChatConversationsCommand', {}, { ...conversation, groupId: text }),
  meanings: { ownerUserId: 'always empty' },
  quirks: [noOwner, spelling, sinceMain],
  identity: ofGroup,
  sample: { ...newGroupChat, callbackCommand: 'callbackAfterCreateGroupChatConversationsCommand' },
});

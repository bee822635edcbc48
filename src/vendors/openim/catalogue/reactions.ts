import { anyRecord, anything, boolean, fields, integer, list, text } from '../../../codecs';
import { command } from './command';

/** The conversation that the reactions belong to. */
const place = {
  required: { sourceID: text, opUserID: text },
  optional: { callbackCommand: text, operationID: text, sessionType: integer },
};

/** A message whose reactions change, as the two commands that write have it. */
const change = {
  required: { ...place.required, clientMsgID: text },
  optional: {
    ...place.optional,
    // A map, and Go writes one that was never filled as null.
    reactionExtensionList: anyRecord,
    isReact: boolean,
    isExternalExtensions: boolean,
    msgFirstModifyTime: integer,
  },
};

/** The results have no documented form beyond being lists. */
const ChangeResults = fields(
  'reaction results',
  {},
  { resultReactionExtensionList: list(anything), msgFirstModifyTime: integer },
);

const mapMeanings = {
  reactionExtensionList: 'each key with its typeKey, value and latestUpdateTime (Unix milliseconds)',
};

const dormant =
  'No released 3.x server sends it: documents of 2.x describe it, with a capital C, and 3.x only names it.';

/** sessionType 2 is the old form of group. A single chat's user IDs are joined in a way that no document gives. */
function conversationIn({ sourceID, sessionType }: { sourceID: string; sessionType?: number }) {
  return [sessionType === 2 || sessionType === 3 ? 'group' : 'conversation', sourceID] as const;
}

const reacted = {
  operationID: '1650000000000',
  sourceID: '900100200',
  opUserID: '4100000001',
  sessionType: 3,
  clientMsgID: 'ab12',
};

export const beforeSetReaction = command({
  wire: 'callbackBeforeSetMessageReactionExtensionCommand',
  aliases: ['CallbackBeforeSetMessageReactionExtensionCommand'],
  event: 'reactionSet',
  phase: 'before',
  summary: 'Reactions to a message are about to be set.',
  source: 'openimsdk/openim-docs docs/callback/callback.md',
  request: fields('callbackBeforeSetMessageReactionExtensionCommand', change.required, change.optional),
  rewrite: ChangeResults,
  meanings: mapMeanings,
  quirks: [dormant],
  // A reaction can be set, taken back and set again: every delivery has a key of its own.
  identity: (body) => ({ conversation: conversationIn(body) }),
  sample: {
    ...reacted,
    callbackCommand: 'callbackBeforeSetMessageReactionExtensionCommand',
    reactionExtensionList: { like: { typeKey: 'like', value: '1', latestUpdateTime: 1650000000000 } },
    isReact: false,
    isExternalExtensions: false,
    msgFirstModifyTime: 0,
  },
});

export const beforeAddReactions = command({
  wire: 'callbackAddMessageListReactionExtensionsCommand',
  aliases: ['CallbackAddMessageListReactionExtensionsCommand'],
  event: 'reactionAdd',
  phase: 'before',
  summary: 'Reactions that are kept outside the server are about to be added.',
  source: 'openimsdk/openim-docs docs/callback/callback.md',
  request: fields('callbackAddMessageListReactionExtensionsCommand', change.required, change.optional),
  rewrite: ChangeResults,
  meanings: mapMeanings,
  quirks: [dormant],
  // As above.
  identity: (body) => ({ conversation: conversationIn(body) }),
  sample: {
    ...reacted,
    callbackCommand: 'callbackAddMessageListReactionExtensionsCommand',
    reactionExtensionList: { like: { typeKey: 'like', value: '1', latestUpdateTime: 1650000000000 } },
    isReact: true,
    isExternalExtensions: true,
    msgFirstModifyTime: 1650000000000,
  },
});

const Reaction = fields('reaction', {}, { typeKey: text, value: text, latestUpdateTime: integer });

export const beforeDeleteReactions = command({
  wire: 'callbackBeforeDeleteMessageReactionExtensionsCommand',
  aliases: ['CallbackBeforeDeleteMessageReactionExtensionsCommand'],
  event: 'reactionDelete',
  phase: 'before',
  summary: 'Reactions to a message are about to be deleted.',
  source: 'openimsdk/openim-docs docs/callback/callback.md',
  request: fields(
    'callbackBeforeDeleteMessageReactionExtensionsCommand',
    { ...place.required, clientMsgID: text, reactionExtensionList: list(Reaction) },
    { ...place.optional, isExternalExtensions: boolean, msgFirstModifyTime: integer },
  ),
  rewrite: ChangeResults,
  meanings: {
    reactionExtensionList: 'the reactions; a list here, a map where reactions are set or added',
    'reactionExtensionList[].typeKey': 'key of the reaction',
    'reactionExtensionList[].value': 'its value',
    'reactionExtensionList[].latestUpdateTime': 'Unix milliseconds',
  },
  quirks: [dormant],
  // As above.
  identity: (body) => ({ conversation: conversationIn(body) }),
  sample: {
    ...reacted,
    callbackCommand: 'callbackBeforeDeleteMessageReactionExtensionsCommand',
    reactionExtensionList: [{ typeKey: 'like', value: '', latestUpdateTime: 1650000000000 }],
    isExternalExtensions: false,
    msgFirstModifyTime: 0,
  },
});

const MessageKey = fields('message key', {}, { clientMsgID: text, msgFirstModifyTime: integer });

export const beforeGetReactions = command({
  wire: 'callbackGetMessageListReactionExtensionsCommand',
  aliases: ['CallbackGetMessageListReactionExtensionsCommand'],
  event: 'reactionList',
  phase: 'before',
  summary: 'Reactions that are kept outside the server are requested.',
  source: 'openimsdk/openim-docs docs/callback/callback.md',
  request: fields(
    'callbackGetMessageListReactionExtensionsCommand',
    { ...place.required, messageKeyList: list(MessageKey) },
    { ...place.optional, typeKeyList: list(text) },
  ),
  rewrite: fields('reactions found', {}, { messageResultList: list(anything) }),
  meanings: {
    messageKeyList: 'the messages whose reactions are requested',
    typeKeyList: 'the reactions requested; empty for all',
    'typeKeyList[]': 'key of a reaction',
  },
  quirks: [dormant],
  // The same may be asked again: every delivery has a key of its own.
  identity: (body) => ({ conversation: conversationIn(body) }),
  sample: {
    callbackCommand: 'callbackGetMessageListReactionExtensionsCommand',
    operationID: '1650000000000',
    sourceID: '900100200',
    opUserID: '4100000001',
    sessionType: 3,
    typeKeyList: [],
    messageKeyList: [{ clientMsgID: 'ab12', msgFirstModifyTime: 0 }],
  },
});

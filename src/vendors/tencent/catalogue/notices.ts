import type { Identity } from '../../../catalogue/command';
import { fields, integer, list, oneOrList, text } from '../../../codecs';
import { command } from './command';
import { c2c } from './conversation';

const Contact = fields('contact', {}, { ContactType: integer, To_Account: text, ToGroupId: text });

/** A message belongs to its group or to its two users, anything else to its author. An empty ID does not count. */
function conversationOfContent(author: string, groupId?: string, receiver?: string): Identity['conversation'] {
  if (groupId) return ['group', groupId];
  return receiver ? c2c(author, receiver) : ['user', author];
}

export const onResultNotify = command({
  wire: 'ContentCallback.ResultNotify',
  event: 'moderationResult',
  phase: 'after',
  summary:
    'The content moderation of the cloud judged a message, a profile or a group; by default only violations come.',
  titleZh: '云端审核结果回调',
  source: '1047/78240, 269/95616',
  request: fields(
    'ContentCallback.ResultNotify',
    { Scene: text, From_Account: text, CtxcbResult: integer },
    {
      SdkAppId: integer,
      ContactItem: Contact,
      ContentType: text,
      TextContent: oneOrList(text),
      FileURL: text,
      MsgID: text,
      CtxcbRequestId: text,
      CtxcbKeywords: list(text),
      CtxcbSuggestion: text,
      CtxcbLabel: text,
      CtxcbSubLabel: text,
      CtxcbSubLabelDesc: text,
      CtxcbLibName: text,
      CloudCustomData: text,
    },
  ),
  meanings: {
    Scene: 'what was judged: C2C, C2CCustom, Group, GroupCustom, GroupInfo, GroupMemberInfo, RelationChain or UserInfo',
    SdkAppId: 'SDKAppID; the URL spells it SdkAppid',
    From_Account: 'user ID of the author',
    ContactItem: 'where a message goes to; absent for anything else',
    'ContactItem.ContactType': '1 a user, 2 a group',
    'ContactItem.ToGroupId': 'group ID of the receiver',
    ContentType: 'Text, Image, Audio or Video',
    TextContent: 'the texts judged',
    'TextContent[]': 'one of the texts',
    FileURL: 'the file judged',
    MsgID: 'MsgKey of a message to a user, MsgSeq of one to a group; absent for a group message that was stopped',
    CtxcbResult: '1 stopped, 0 let through',
    CtxcbRequestId: 'ID of the judgement',
    CtxcbKeywords: 'the offending words',
    'CtxcbKeywords[]': 'one of the words',
    CtxcbSuggestion: 'Block, Review or Normal',
    CtxcbLabel: 'kind of offence: Normal, Illegal, Abuse, Polity, Ad, Porn, Sexy, Terror or Composite',
    CtxcbSubLabel: 'kind of offence, in detail',
    CtxcbSubLabelDesc: 'the same in words',
    CtxcbLibName: 'word list that matched',
  },
  quirks: [
    'The body has no CallbackCommand; only the URL tells the command.',
    'It needs the switch for returning results in the configuration of moderation, off by default and for accounts on an allow list only; it comes to the same URL as the other callbacks.',
    'TextContent is a list in the samples and a string in one table; it is always a list here.',
    'MsgID and FileURL are spelled with capitals, and there is no time in the body.',
  ],
  // No document says whether one CtxcbRequestId can bring several results, and there is no time: every delivery has a
  // key of its own.
  identity: ({ From_Account, ContactItem }) => ({
    conversation: conversationOfContent(From_Account, ContactItem?.ToGroupId, ContactItem?.To_Account),
  }),
  sample: {
    Scene: 'C2C',
    SdkAppId: 1400999001,
    From_Account: 'u_alice',
    ContactItem: { ContactType: 1, To_Account: 'u_bob' },
    ContentType: 'Text',
    TextContent: ['some words'],
    MsgID: '70211_4021556_1718000010',
    CtxcbResult: 1,
    CtxcbRequestId: '5d1f8f7e-0000-4000-8000-00000000c0de',
    CtxcbKeywords: ['words'],
    CtxcbSuggestion: 'Block',
    CtxcbLabel: 'Ad',
    CtxcbSubLabel: 'Contact',
    CtxcbSubLabelDesc: 'contact details',
    CtxcbLibName: 'mine',
    CloudCustomData: 'k=v',
  },
});

export const onRequestOverLimit = command({
  wire: 'Alert.RequestOverLimit',
  event: 'requestOverLimit',
  phase: 'after',
  summary: 'The requests to one REST API have passed 80 percent of its rate limit.',
  titleZh: '接口超频告警回调',
  source: '1047/60256, 269/105418',
  request: fields(
    'Alert.RequestOverLimit',
    { ServiceName: text, Command: text },
    { CallbackCommand: text, Request: integer, Limit: integer },
  ),
  meanings: {
    ServiceName: 'service of the API, e.g. openim',
    Command: 'the API, e.g. sendmsg',
    Request: 'requests a second',
    Limit: 'requests a second that are allowed',
  },
  quirks: ['It has no switch in the console: it comes as soon as a URL is configured.', 'It has no time.'],
  // Nothing names the alert: every delivery has a key of its own.
  identity: () => ({}),
  sample: {
    CallbackCommand: 'Alert.RequestOverLimit',
    ServiceName: 'openim',
    Command: 'sendmsg',
    Request: 181,
    Limit: 200,
  },
});

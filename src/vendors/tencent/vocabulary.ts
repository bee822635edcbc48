import { vocabularyB } from './vocabulary-b';

/** What a field of this name means wherever it stands, unless the entry of a command says otherwise. */
export const tencentVocabulary: Readonly<Record<string, string>> = {
  CallbackCommand: 'the command, as in the URL',
  GroupId: 'group ID',
  Type: 'group type, e.g. Public, Work, Meeting, AVChatRoom, Community',
  EventTime: 'when it happened, Unix milliseconds',
  MsgTime: 'when the message was sent, Unix SECONDS',
  From_Account: 'user ID of the sender',
  Operator_Account: 'user ID of who asked for it; an administrator may act for a user',
  Random: '32-bit random number of the message',
  MsgSeq: 'sequence number of the message',
  MsgId: "the client's message ID (documents from 2024 on)",
  MsgKey: 'message key; the revoke API takes it',
  MsgBody: 'the message: a list of elements',
  MsgType: 'type of the element, e.g. TIMTextElem',
  MsgContent: 'content of the element; its form depends on MsgType',
  OnlineOnlyFlag: '1 for a message that is not stored, else 0',
  CloudCustomData: 'free text that the sender attached to the message',
  TopicId: 'topic, for messages in a topic of a community',
  MsgPriority: 'High, Normal, Low or Lowest; seen in captures, in no document',
  Official_Account: 'ID of the official account',
  Member_Account: 'user ID of the member',
  ...vocabularyB,
};

import { peopleVocabulary } from './vocabulary-e';

/** What a field of this name means wherever it stands, unless the entry of a command says otherwise. */
export const openimVocabulary: Readonly<Record<string, string>> = {
  callbackCommand: 'the command, as in the URL',
  operationID: 'trace ID of the operation; several callbacks of one operation share it',
  sendID: 'user ID of the sender',
  groupID: 'group ID',
  serverMsgID: 'message ID given by the server',
  clientMsgID: 'message ID given by the client',
  senderPlatformID: "number of the sender's platform, 0 when unknown",
  senderNickname: "the sender's nickname",
  sessionType: '1 single chat, 3 group, 4 notification (2: the old form of group)',
  msgFrom: '100 user, 200 system',
  contentType: 'content type, e.g. 101 text, 102 picture, 106 mention, 110 custom',
  status: 'status of the message',
  sendTime: 'Unix milliseconds',
  createTime: 'Unix milliseconds',
  content: 'a string; for user messages it holds JSON that has to be parsed again',
  seq: 'sequence number; 0 in before-send and after-send callbacks',
  atUserList: 'mentioned users',
  faceURL: 'avatar URL',
  ex: 'free extension text',
  ...peopleVocabulary,
};

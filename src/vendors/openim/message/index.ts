import { compose } from '../../../callback/message/compose';
import { amountAt, dateOf, type Fields, numberAt, textAt, textsAt } from '../../../callback/message/field';
import type { Message } from '../../../callback/message/message';
import { outermost } from '../../../callback/message/nesting';
import type { VendorMessages } from '../../vendor-messages';
import { bareChangesOf, changesOf } from './change';
import { contentIn } from './contents';
import { conversationOf, nestedIn, together } from './nested';

/** Messages of OpenIM: which commands carry one, and which of them take a changed one. */
export const messages = {
  read: {
    callbackBeforeSendSingleMsgCommand: message,
    callbackAfterSendSingleMsgCommand: message,
    callbackBeforeSendGroupMsgCommand: message,
    callbackAfterSendGroupMsgCommand: message,
    callbackAfterMsgSaveDBCommand: message,
    callbackBeforeMsgModifyCommand: message,
    callbackWordFilterCommand: (body) =>
      compose({ ...about(body), parts: [{ kind: 'text', text: textAt(body, 'content') ?? '' }] }),
    callbackSendGroupMsgErrorCommand: message,
    callbackBeforeOfflinePushCommand: pushed,
    callbackBeforeOnlinePushCommand: pushed,
    callbackBeforeGroupOnlinePushCommand: pushed,
  },
  replace: {
    callbackBeforeMsgModifyCommand: changesOf,
    callbackWordFilterCommand: bareChangesOf,
  },
} satisfies VendorMessages;

/** What stands among the users who are mentioned where everybody is (constant.go of openimsdk/protocol). */
const everybody = 'AtAllTag';

function message(body: Fields): Message {
  const content = contentIn(numberAt(body, 'contentType'), textAt(body, 'content') ?? '', nestedIn(outermost()));
  const listed = [...textsAt(body, 'atUserList'), ...textsAt(body, 'atUserIDList')];
  const users = listed.length > 0 ? listed : content.mentioned;
  return compose({
    ...together([content]),
    ...about(body),
    mentions: { everybody: users.includes(everybody), users: users.filter((user) => user !== everybody) },
  });
}

/** Its phone shows `title` and `desc`, which come from the sender's app. They are absent where the message has none. */
function pushed(body: Fields): Message {
  const [title, description] = [textAt(body, 'title') ?? '', textAt(body, 'desc') ?? ''];
  return { ...message(body), push: title === '' && description === '' ? undefined : { title, description } };
}

function about(body: Fields) {
  const id = textAt(body, 'sendID');
  const name = textAt(body, 'senderNickname');
  return {
    // ex of a push is not that of the message.
    attached: body.userIDList === undefined ? textAt(body, 'ex') : undefined,
    sender: id === undefined ? undefined : { id, name, faceUrl: textAt(body, 'faceURL') },
    conversation: conversationOf(textAt(body, 'groupID'), textAt(body, 'recvID') ?? recipientOf(body, id)),
    sentAt: dateOf(amountAt(body, 'sendTime') ?? amountAt(body, 'createTime')),
    id: textAt(body, 'clientMsgID'),
  };
}

/** A push names the users it is for, and among them the sender for his other devices. */
function recipientOf(body: Fields, sender: string | undefined): string | undefined {
  const others = textsAt(body, 'userIDList').filter((user) => user !== sender);
  return others.length === 1 ? others[0] : undefined;
}

import { compose } from '../../../callback/message/compose';
import { dateOf, type Fields, numberAt, textAt } from '../../../callback/message/field';
import type { Message } from '../../../callback/message/message';
import type { VendorMessages } from '../../vendor-messages';

/** The messages of rooms. The service asks about none of them before it is posted, so none can be changed. */
export const messages = { read: { 'message.posted': posted }, replace: {} } satisfies VendorMessages;

function posted(body: Fields): Message {
  const room = textAt(body, 'room');
  const author = textAt(body, 'author');
  return compose({
    parts: [{ kind: 'text', text: textAt(body, 'words') ?? '' }],
    sender: author === undefined ? undefined : { id: author, name: author, faceUrl: undefined },
    conversation: room === undefined ? undefined : { kind: 'group', id: room, topicId: undefined },
    sentAt: dateOf(numberAt(body, 'at')),
    id: textAt(body, 'id'),
  });
}

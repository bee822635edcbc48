import { compose, joined } from '../../../callback/message/compose';
import { dateOf, type Fields } from '../../../callback/message/field';
import type { Message, MessagePart } from '../../../callback/message/message';
import { type Nesting, stringsIn, within } from '../../../callback/message/nesting';
import { textsOf, textsOfParts } from '../../../callback/message/texts';
import { isObject } from '../../../codecs';
import { elemNamed, elemOfType } from './content-types';
import { type Content, contentIn, elemIn, type ReadNested } from './contents';
import { folded, type GoFields, goFields } from './go-fields';

/** Reads messages that are quoted or forwarded in a message: `MsgStruct` of openim-sdk-core. */
export function nestedIn(nesting: Nesting): ReadNested {
  return function nested(message) {
    const inside = isObject(message) ? within(nesting, message) : undefined;
    if (inside === undefined || !isObject(message)) return tooDeep(message, nesting);
    const fields = goFields(message);
    return compose({
      ...together(contentsOf(message, fields, nestedIn(inside))),
      attached: fields.text('ex'),
      sender: {
        id: fields.text('sendid') || undefined,
        name: fields.text('sendernickname') || undefined,
        faceUrl: fields.text('senderfaceurl') || undefined,
      },
      conversation: conversationOf(fields.text('groupid'), fields.text('recvid')),
      sentAt: dateOf(fields.amount('sendtime') ?? fields.amount('createtime')),
      id: fields.text('clientmsgid') || undefined,
    });
  };
}

export function conversationOf(groupID: string | undefined, recvID: string | undefined): Message['conversation'] {
  if (groupID) return { kind: 'group', id: groupID, topicId: undefined };
  return recvID ? { kind: 'c2c', id: recvID, topicId: undefined } : undefined;
}

/** What a message has of several contents: the first quotation, and the others as if they were forwarded. */
export function together(contents: readonly Content[]): Pick<Message, 'parts' | 'quoted'> {
  const parts = contents.flatMap((content) => content.parts);
  const [quoted, ...more] = contents.flatMap((content) => content.quoted);
  const forwarded: MessagePart = { kind: 'merged', title: '', summary: [], messages: more };
  return { parts: more.length === 0 ? parts : [...parts, forwarded], quoted };
}

/**
 * A nested message has its content in an elem by name, an older one in `content`, and in 2.x all elems are there but empty. What
 * counts is that of its type, and whatever else has a text in it: who shows what, only the apps know.
 */
function contentsOf(message: Fields, fields: GoFields, nested: ReadNested): readonly Content[] {
  const contentType = fields.number('contenttype');
  const main: Content[] = [];
  const others: Content[] = [];
  for (const [key, value] of Object.entries(message)) {
    const elem = elemNamed(folded(key));
    if (elem === undefined || !isObject(value)) continue;
    (elem === elemOfType(contentType) ? main : others).push(elemIn(elem, value, nested));
  }
  const written = fields.texts('content').map((content) => contentIn(contentType, content, nested));
  if (main.length === 0) main.push(...written.splice(0, 1));
  const known = new Set(main.flatMap(textsIn));
  return [...main, ...[...others, ...written].filter((content) => textsIn(content).some((text) => !known.has(text)))];
}

function textsIn({ parts, quoted }: Content): readonly string[] {
  return [...textsOfParts(parts), ...quoted.flatMap((message) => textsOf(message))].filter((text) => text !== '');
}

function tooDeep(raw: unknown, { seen }: Nesting): Message {
  return compose({ parts: [{ kind: 'other', type: 'nested', text: joined(stringsIn(raw, seen)), raw }] });
}

import { compose, joined } from '../../../callback/message/compose';
import { dateOf } from '../../../callback/message/field';
import type { Message, MessagePart } from '../../../callback/message/message';
import { type Nesting, stringsIn, within } from '../../../callback/message/nesting';
import { textsOf, textsOfParts } from '../../../callback/message/texts';
import { isObject } from '../../../codecs';
import { elemNamed, elemOfType } from './content-types';
import { type Content, contentIn, elemIn, type ReadNested } from './contents';
import { amountOf, type GoFields, goFields, numberOf, textIn, textsIn } from './go-fields';

/** Reads messages that are quoted or forwarded in a message: `MsgStruct` of openim-sdk-core. */
export function nestedIn(nesting: Nesting): ReadNested {
  return function nested(message) {
    const inside = isObject(message) ? within(nesting, message) : undefined;
    if (inside === undefined || !isObject(message)) return tooDeep(message, nesting);
    const fields = goFields(message);
    const { parts, quoted } = together(contentsOf(fields, nestedIn(inside)));
    return compose({
      parts,
      quoted,
      attached: textIn(fields, 'ex'),
      sender: {
        id: textIn(fields, 'sendid') || undefined,
        name: textIn(fields, 'sendernickname') || undefined,
        faceUrl: textIn(fields, 'senderfaceurl') || undefined,
      },
      conversation: conversationOf(textIn(fields, 'groupid'), textIn(fields, 'recvid')),
      sentAt: dateOf(amountOf(fields, 'sendtime') ?? amountOf(fields, 'createtime')),
      id: textIn(fields, 'clientmsgid') || undefined,
    });
  };
}

export function conversationOf(groupID: string | undefined, recvID: string | undefined): Message['conversation'] {
  if (groupID) return { kind: 'group', id: groupID, topicId: undefined };
  return recvID ? { kind: 'c2c', id: recvID, topicId: undefined } : undefined;
}

/** What a message has of several contents: the first quotation, and the others as if they were forwarded. */
export function together(contents: readonly Content[]): Pick<Message, 'parts' | 'quoted'> {
  const [content, ...others] = contents;
  if (content !== undefined && others.length === 0 && content.quoted.length < 2)
    return { parts: content.parts, quoted: content.quoted[0] };
  const parts = contents.flatMap((one) => one.parts);
  const [quoted, ...more] = contents.flatMap((one) => one.quoted);
  const forwarded: MessagePart = { kind: 'merged', title: '', summary: [], messages: more };
  return { parts: more.length === 0 ? parts : [...parts, forwarded], quoted };
}

/**
 * A nested message has its content in an elem by name, an older one in `content`, and in 2.x all elems are there but empty. What
 * counts is that of its type, and whatever else has a text in it: who shows what, only the apps know.
 */
function contentsOf(fields: GoFields, nested: ReadNested): readonly Content[] {
  const contentType = numberOf(fields, 'contenttype');
  const main: Content[] = [];
  const others: Content[] = [];
  for (const [name, values] of fields) {
    const elem = elemNamed(name);
    if (elem === undefined) continue;
    const list = elem === elemOfType(contentType) ? main : others;
    list.push(...values.filter(isObject).map((value) => elemIn(elem, value, nested)));
  }
  const written = textsIn(fields, 'content').map((content) => contentIn(contentType, content, nested));
  if (main.length === 0) main.push(...written.splice(0, 1));
  if (others.length === 0 && written.length === 0) return main;
  const known = new Set(main.flatMap(textsOfContent));
  return [
    ...main,
    ...[...others, ...written].filter((content) => textsOfContent(content).some((text) => !known.has(text))),
  ];
}

function textsOfContent({ parts, quoted }: Content): readonly string[] {
  return [...textsOfParts(parts), ...quoted.flatMap((message) => textsOf(message))].filter((text) => text !== '');
}

function tooDeep(raw: unknown, { seen }: Nesting): Message {
  return compose({ parts: [{ kind: 'other', type: 'nested', text: joined(stringsIn(raw, seen)), raw }] });
}

import { compose, joined } from '../../../callback/message/compose';
import { dateOf, type Fields, listAt, numberAt, textAt, textsAt } from '../../../callback/message/field';
import type { Message, MessagePart } from '../../../callback/message/message';
import { type Nesting, stringsIn, within } from '../../../callback/message/nesting';
import type { OtherPart } from '../../../callback/message/part';
import { isObject } from '../../../codecs';
import { contentOf, filePart, imagePart, soundPart, videoPart } from './media';
import { quotedIn } from './quoted';

type ReadElement = (content: Fields, nesting: Nesting) => MessagePart;

/** Each documented type of element (1047/33527), and that of a text that is streamed (269/128596). */
const readers: ReadonlyMap<unknown, ReadElement> = new Map<unknown, ReadElement>([
  ['TIMTextElem', (content) => ({ kind: 'text', text: textAt(content, 'Text') ?? '' })],
  [
    'TIMStreamElem',
    (content) => ({ kind: 'text', text: streamedText(content), fallback: textAt(content, 'CompatibleText') }),
  ],
  ['TIMImageElem', imagePart],
  ['TIMSoundElem', soundPart],
  ['TIMVideoFileElem', videoPart],
  ['TIMFileElem', filePart],
  [
    'TIMLocationElem',
    (content) => ({
      kind: 'location',
      latitude: numberAt(content, 'Latitude'),
      longitude: numberAt(content, 'Longitude'),
      description: textAt(content, 'Desc') ?? '',
    }),
  ],
  [
    'TIMFaceElem',
    (content) => ({ kind: 'face', index: numberAt(content, 'Index'), data: textAt(content, 'Data') ?? '' }),
  ],
  [
    'TIMCustomElem',
    (content) => ({
      kind: 'custom',
      data: textAt(content, 'Data') ?? '',
      description: textAt(content, 'Desc') ?? '',
      extension: textAt(content, 'Ext') ?? '',
    }),
  ],
  [
    'TIMRelayElem',
    (content, nesting) => ({
      kind: 'merged',
      title: textAt(content, 'Title') ?? '',
      summary: textsAt(content, 'AbstractList'),
      fallback: textAt(content, 'CompatibleText'),
      messages: listAt(content, 'MsgList').map((message) => relayed(message, nesting)),
    }),
  ],
]);

/** The parts of a `MsgBody`. */
export function partsOf(elements: readonly unknown[], nesting: Nesting): readonly MessagePart[] {
  return elements.map((element) => {
    const read = isObject(element) ? readers.get(element.MsgType) : undefined;
    return read === undefined ? otherPart(element) : read(contentOf(element as Fields), nesting);
  });
}

/** A text that is written bit by bit. */
function streamedText(content: Fields): string {
  const chunks = listAt(content, 'Chunks').filter(isObject);
  return chunks.map((chunk) => textAt(chunk, 'Markdown') ?? '').join('');
}

/** A message in a relay (1047/33527). Its elements are as they came: no codec follows them. */
function relayed(message: unknown, nesting: Nesting): Message {
  const inside = isObject(message) ? within(nesting, message) : undefined;
  if (inside === undefined || !isObject(message)) return compose({ parts: [tooDeep(message, nesting)] });
  const group = textAt(message, 'GroupId');
  const recipient = textAt(message, 'To_Account');
  const attached = textAt(message, 'CloudCustomData');
  return compose({
    parts: partsOf(listAt(message, 'MsgBody'), inside),
    quoted: quotedIn(attached),
    attached,
    sender: { id: textAt(message, 'From_Account'), name: undefined, faceUrl: undefined },
    conversation: group
      ? { kind: 'group', id: group, topicId: undefined }
      : recipient
        ? { kind: 'c2c', id: recipient, topicId: undefined }
        : undefined,
    sentAt: dateOf((numberAt(message, 'MsgTimeStamp') ?? 0) * 1000),
    id: group ? numberAt(message, 'MsgSeq')?.toString() : undefined,
  });
}

function tooDeep(raw: unknown, { seen }: Nesting): OtherPart {
  return { kind: 'other', type: 'nested', text: joined(stringsIn(raw, seen)), raw };
}

/** An element of a type that no document has. */
function otherPart(raw: unknown): OtherPart {
  if (!isObject(raw)) return { kind: 'other', type: '', text: '', raw };
  return { kind: 'other', type: textAt(raw, 'MsgType') ?? '', text: textAt(contentOf(raw), 'Text') ?? '', raw };
}

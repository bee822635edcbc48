import { joined } from '../../../callback/message/compose';
import { type Fields, jsonObjectIn } from '../../../callback/message/field';
import type { Message, MessagePart } from '../../../callback/message/message';
import { type ElemName, elemOfType, isNotice, listsIn, textsIn } from './content-types';
import { folded, type GoFields, goFields } from './go-fields';
import { filePart, imagePart, soundPart, videoPart } from './media';
import { noticePart } from './notice';

/** What a content says: its parts, what it answers, and who is mentioned in it. */
export interface Content {
  readonly parts: readonly MessagePart[];
  readonly quoted: readonly Message[];
  readonly mentioned: readonly string[];
}

/** Reads a message that stands in a content. */
export type ReadNested = (message: unknown) => Message;

/** A `content` as it came: JSON in a string, or in 2.x the bare text. */
export function contentIn(contentType: number | undefined, content: string, nested: ReadNested): Content {
  const object = jsonObjectIn(content);
  if (isNotice(contentType)) return holding(noticePart(contentType, object ?? content));
  if (object === undefined || isBareText(contentType, object))
    return content === '' ? holding() : holding({ kind: 'text', text: content });
  const elem = elemOfType(contentType);
  return elem === undefined ? holding(otherPart(contentType, object)) : elemIn(elem, object, nested);
}

/** A text message whose content is an object, but not that of a text: in 2.x, somebody wrote an object. */
export function isBareText(contentType: number | undefined, object: Fields): boolean {
  const isText = ([key, value]: [string, unknown]) => folded(key) === 'content' && typeof value === 'string';
  return elemOfType(contentType) === 'textelem' && !Object.entries(object).some(isText);
}

export function elemIn(elem: ElemName, object: Fields, nested: ReadNested): Content {
  const fields = goFields(object);
  return {
    parts: [partOf(elem, fields, nested)],
    quoted: fields.objects('quotemessage').map(nested),
    mentioned: linesIn(fields, 'atuserlist'),
  };
}

/** What each kind of content is: sdk_struct.go of openim-sdk-core 3.8. */
function partOf(elem: ElemName, fields: GoFields, nested: ReadNested): MessagePart {
  switch (elem) {
    case 'pictureelem':
      return imagePart(fields);
    case 'soundelem':
      return soundPart(fields);
    case 'videoelem':
      return videoPart(fields);
    case 'fileelem':
      return filePart(fields);
    case 'mergeelem': {
      const summary = linesIn(fields, 'abstractlist');
      return {
        kind: 'merged',
        title: fields.text('title'),
        summary,
        messages: fields.list('multimessage').map(nested),
      };
    }
    case 'cardelem': {
      const faceUrl = fields.text('faceurl') || undefined;
      return { kind: 'card', userId: fields.text('userid'), name: fields.text('nickname'), faceUrl };
    }
    case 'locationelem': {
      const [latitude, longitude] = [fields.number('latitude'), fields.number('longitude')];
      return { kind: 'location', latitude, longitude, description: fields.text('description') };
    }
    case 'customelem': {
      const [data, extension] = [fields.text('data'), fields.text('extension')];
      return { kind: 'custom', data, description: fields.text('description'), extension };
    }
    case 'faceelem':
      return { kind: 'face', index: fields.number('index'), data: fields.text('data') };
    case 'typingelem':
      return { kind: 'typing' };
    default:
      return { kind: 'text', text: textOf(fields, elem) };
  }
}

function otherPart(contentType: number | undefined, raw: Fields): MessagePart {
  return { kind: 'other', type: String(contentType ?? ''), text: textOf(goFields(raw), undefined), raw };
}

function textOf(fields: GoFields, elem: ElemName | undefined): string {
  const texts = textsIn(elem).flatMap((name) => fields.texts(name));
  return joined([...texts, ...listsIn(elem).flatMap((name) => linesIn(fields, name))]);
}

function linesIn(fields: GoFields, name: string): readonly string[] {
  return fields.list(name).filter((line) => typeof line === 'string');
}

function holding(...parts: readonly MessagePart[]): Content {
  return { parts, quoted: [], mentioned: [] };
}

import { joined } from '../../../callback/message/compose';
import { type Fields, jsonObjectIn } from '../../../callback/message/field';
import type { Message, MessagePart } from '../../../callback/message/message';
import { type ElemName, elemOfType, isNotice, listNames, textNames } from './content-types';
import { entriesIn, folded, type GoFields, goFields, numberOf, objectsIn, textIn, textsIn } from './go-fields';
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
    quoted: objectsIn(fields, 'quotemessage').map(nested),
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
        title: textIn(fields, 'title'),
        summary,
        messages: entriesIn(fields, 'multimessage').map(nested),
      };
    }
    case 'cardelem': {
      const faceUrl = textIn(fields, 'faceurl') || undefined;
      return { kind: 'card', userId: textIn(fields, 'userid'), name: textIn(fields, 'nickname'), faceUrl };
    }
    case 'locationelem': {
      const [latitude, longitude] = [numberOf(fields, 'latitude'), numberOf(fields, 'longitude')];
      return { kind: 'location', latitude, longitude, description: textIn(fields, 'description') };
    }
    case 'customelem': {
      const [data, extension] = [textIn(fields, 'data'), textIn(fields, 'extension')];
      return { kind: 'custom', data, description: textIn(fields, 'description'), extension };
    }
    case 'faceelem':
      return { kind: 'face', index: numberOf(fields, 'index'), data: textIn(fields, 'data') };
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
  const texts = textNames(elem).flatMap((name) => textsIn(fields, name));
  return joined([...texts, ...listNames(elem).flatMap((name) => linesIn(fields, name))]);
}

function linesIn(fields: GoFields, name: string): readonly string[] {
  return entriesIn(fields, name).filter((line) => typeof line === 'string');
}

function holding(...parts: readonly MessagePart[]): Content {
  return { parts, quoted: [], mentioned: [] };
}

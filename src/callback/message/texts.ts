import { jsonObjectIn } from './field';
import type { Message, MessagePart } from './message';
import { stringsIn } from './nesting';

/** Every text of a message that a person may read: its own, captions, names of files, what it quotes and forwards. */
export function textsOf(message: Message, withCustom = false): string[] {
  const { parts, quoted, push, attached } = message;
  const own = [...textsOfParts(parts, withCustom), push?.title, push?.description];
  const others = quoted === undefined ? [] : textsOf(quoted, withCustom);
  const added = withCustom && attached !== undefined ? stringsOf(attached) : [];
  return [...own, ...others, ...added].filter((text) => text !== undefined && text !== '') as string[];
}

export function textsOfParts(parts: readonly MessagePart[], withCustom = false): string[] {
  return parts.flatMap((part) => [...textsOfPart(part, withCustom), ...(withCustom ? dataOf(part) : [])]);
}

function textsOfPart(part: MessagePart, withCustom: boolean): readonly string[] {
  switch (part.kind) {
    case 'text':
      return [part.text, part.fallback ?? ''];
    case 'notice':
    case 'other':
      return [part.text];
    case 'file':
    case 'card':
      return [part.name];
    case 'location':
    case 'custom':
      return [part.description];
    case 'merged':
      return [
        part.title,
        ...part.summary,
        part.fallback ?? '',
        ...part.messages.flatMap((message) => textsOf(message, withCustom)),
      ];
    case 'image':
    case 'sound':
    case 'video':
    case 'face':
    case 'typing':
      return [];
  }
}

/** What only the app understands. */
function dataOf(part: MessagePart): readonly string[] {
  switch (part.kind) {
    case 'custom':
      return [...stringsOf(part.data), ...stringsOf(part.extension)];
    case 'face':
      return stringsOf(part.data);
    case 'notice':
    case 'other':
      return stringsIn(part.raw);
    default:
      return [];
  }
}

/** The strings of the JSON in a text, which may spell a word as `\u0073pam`; else the text. */
function stringsOf(text: string): readonly string[] {
  const data = jsonObjectIn(text);
  return data === undefined ? [text] : stringsIn(data);
}

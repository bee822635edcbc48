import { type Fields, jsonObjectIn, numberAt, textAt } from '../../../callback/message/field';
import { type Nesting, outermost, within } from '../../../callback/message/nesting';
import type { TextChange } from '../../../callback/message/text-change';
import { isObject } from '../../../codecs';
import { type ElemName, elemNamed, elemOfType, isNotice, listNames, textNames } from './content-types';
import { contentIn, isBareText } from './contents';
import { folded, goFields, numberOf } from './go-fields';
import { nestedIn } from './nested';

/** The reply fields that change a message's texts. What was JSON is JSON again, which servers after 3.8 insist on. */
export function changesOf(body: Fields, change: TextChange): object {
  const content = textAt(body, 'content') ?? '';
  return { content: changedContent(numberAt(body, 'contentType'), content, change, outermost()) };
}

/** The same where `content` is the text itself (callbackWordFilterCommand). */
export function bareChangesOf(body: Fields, change: TextChange): object {
  return { content: change.text(textAt(body, 'content') ?? '') };
}

function changedContent(type: number | undefined, content: string, change: TextChange, nesting: Nesting): string {
  const object = jsonObjectIn(content);
  if (isNotice(type)) {
    const { parts } = contentIn(type, content, nestedIn(nesting));
    change.fixed(parts.map((part) => (part.kind === 'notice' ? part.text : '')));
    return content;
  }
  if (object === undefined) return change.text(content);
  if (isBareText(type, object)) {
    const text = change.text(content);
    return text === content ? content : JSON.stringify({ content: text });
  }
  return change.json(changedElem(elemOfType(type), object, change, nesting), content);
}

function changedElem(elem: ElemName | undefined, object: Fields, change: TextChange, nesting: Nesting): Fields {
  const keysOf = (names: readonly string[]) => Object.keys(object).filter((key) => names.includes(folded(key)));
  const texts = change.fields(object, ...keysOf(textNames(elem)));
  const changed: Record<string, unknown> = { ...change.lists(texts, ...keysOf(listNames(elem))) };
  if (elem === undefined) return changed;
  for (const [key, value] of Object.entries(object)) {
    const name = folded(key);
    if (name === 'quotemessage' && isObject(value)) changed[key] = changedMessage(value, change, nesting);
    if (name === 'multimessage' && elem === 'mergeelem' && Array.isArray(value))
      changed[key] = value.map((message) => changedMessage(message, change, nesting));
  }
  return changed;
}

/** A message that is quoted or forwarded; see `nestedIn`. */
function changedMessage(message: unknown, change: TextChange, nesting: Nesting): unknown {
  const inside = isObject(message) ? within(nesting, message) : undefined;
  if (inside === undefined || !isObject(message)) {
    change.fixed(message);
    return message;
  }
  const type = numberOf(goFields(message), 'contenttype');
  const changed: Record<string, unknown> = { ...message };
  for (const [key, value] of Object.entries(message)) {
    const elem = elemNamed(folded(key));
    if (elem !== undefined && isObject(value)) changed[key] = changedElem(elem, value, change, inside);
    if (folded(key) === 'content' && typeof value === 'string')
      changed[key] = changedContent(type, value, change, inside);
  }
  return changed;
}

import { type Fields, jsonObjectIn, listAt, objectAt, textAt } from '../../../callback/message/field';
import { type Nesting, outermost, within } from '../../../callback/message/nesting';
import type { TextChange } from '../../../callback/message/text-change';
import { isObject } from '../../../codecs';
import { contentOf } from './media';
import { abstract, replyNames } from './quoted';

/** The texts in each type of element; in any other element, `Text` is looked for. */
const texts: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['TIMTextElem', ['Text']],
  ['TIMStreamElem', ['CompatibleText']],
  ['TIMLocationElem', ['Desc']],
  ['TIMCustomElem', ['Desc']],
  ['TIMRelayElem', ['Title', 'CompatibleText']],
  ['TIMImageElem', []],
  ['TIMSoundElem', []],
  ['TIMVideoFileElem', []],
  ['TIMFileElem', []],
  ['TIMFaceElem', []],
]);

/**
 * The reply fields that change a message's texts. `MsgBody` takes the place of the whole list, so all elements go back. An older text
 * of 1047/34364 lets files only be replaced, not edited, so the name of a file stays.
 */
export function changesOf(body: Fields, change: TextChange): object {
  const attached = textAt(body, 'CloudCustomData');
  const MsgBody = changedElements(listAt(body, 'MsgBody'), change, outermost());
  const changed = change.changed ? { MsgBody } : {};
  const data = attached === undefined ? undefined : changedData(attached, change);
  return data === attached ? changed : { ...changed, CloudCustomData: data };
}

function changedElements(elements: readonly unknown[], change: TextChange, nesting: Nesting): unknown[] {
  return elements.map((element) => {
    if (!isObject(element) || !isObject(element.MsgContent)) return element;
    return { ...element, MsgContent: changedContent(element, change, nesting) };
  });
}

function changedContent(element: Fields, change: TextChange, nesting: Nesting): Fields {
  const type = element.MsgType;
  const content = change.fields(contentOf(element), ...(texts.get(type) ?? ['Text']));
  if (type === 'TIMFileElem') change.fixed(textAt(content, 'FileName') ?? textAt(content, 'fileName'));
  if (type === 'TIMStreamElem' && Array.isArray(content.Chunks))
    return { ...content, Chunks: changedChunks(content.Chunks, change) };
  if (type !== 'TIMRelayElem') return content;
  const relay = change.lists(content, 'AbstractList');
  if (!Array.isArray(relay.MsgList)) return relay;
  return { ...relay, MsgList: relay.MsgList.map((message) => changedMessage(message, change, nesting)) };
}

/** A word may reach over the end of a chunk, so they are changed as the one text that they are. */
function changedChunks(chunks: readonly unknown[], change: TextChange): readonly unknown[] {
  const texts = chunks.map((chunk) => (isObject(chunk) ? (textAt(chunk, 'Markdown') ?? '') : ''));
  const old = texts.join('');
  const now = change.text(old);
  if (now === old) return chunks;
  const first = texts.findIndex((text) => text !== '');
  return chunks.map((chunk, i) =>
    texts[i] === '' ? chunk : { ...(chunk as object), Markdown: i === first ? now : '' },
  );
}

function changedMessage(message: unknown, change: TextChange, nesting: Nesting): unknown {
  const inside = isObject(message) ? within(nesting, message) : undefined;
  if (inside === undefined || !isObject(message)) {
    change.fixed(message);
    return message;
  }
  const MsgBody = changedElements(listAt(message, 'MsgBody'), change, inside);
  const attached = textAt(message, 'CloudCustomData');
  if (attached === undefined) return { ...message, MsgBody };
  return { ...message, MsgBody, CloudCustomData: changedData(attached, change) };
}

/** What a message quotes stands in there; see `quotedIn`. The text stays as it is, to the letter, where nothing changes. */
function changedData(attached: string, change: TextChange): string {
  const data = jsonObjectIn(attached);
  if (data === undefined) return attached;
  const replies = replyNames.flatMap((name) => {
    const old = objectAt(data, name);
    const reply = old && change.fields(old, abstract);
    return old === undefined || old[abstract] === reply?.[abstract] ? [] : [[name, reply] as const];
  });
  return replies.length === 0 ? attached : change.json({ ...data, ...Object.fromEntries(replies) }, attached);
}

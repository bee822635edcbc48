import type { MessageElement } from 'express-im-callbacks/tencent';

/** What the app keeps of a message, whoever sent it. */
export interface Content {
  /** `text`, `image`, `text + image` … */
  readonly type: string;
  /** What there is to read of it; empty for a picture. */
  readonly text: string;
}

/** A message has one element or several. */
export function tencentContent(elements: readonly MessageElement[]): Content {
  const types = new Set(elements.map(({ MsgType }) => tencentType(MsgType)));
  const texts = elements.flatMap((element) => (element.MsgType === 'TIMTextElem' ? [element.MsgContent.Text] : []));
  return { type: [...types].slice(0, 5).join(' + ') || 'empty', text: texts.join('\n') };
}

/** `TIMVideoFileElem` → `videofile`. */
function tencentType(name: string): string {
  return name.slice(0, 40).replace(/^TIM/, '').replace(/Elem$/, '').toLowerCase();
}

/** pkg/constant of openimsdk/protocol. */
const openimTypes: Readonly<Record<number, string>> = {
  101: 'text',
  102: 'image',
  103: 'sound',
  104: 'video',
  105: 'file',
  106: 'text',
  107: 'relay',
  108: 'card',
  109: 'location',
  110: 'custom',
  114: 'quote',
  115: 'face',
  117: 'text',
};

/** `content` is JSON in a string; which key of it holds the text depends on the type. */
export function openimContent(contentType: number | undefined, content: string): Content {
  const type = contentType === undefined ? 'unknown' : (openimTypes[contentType] ?? `type ${contentType}`);
  const parsed = parsedOr(content, {});
  const text = [parsed.content, parsed.text].find((value) => typeof value === 'string');
  return { type, text: typeof text === 'string' ? text : '' };
}

/** A sender may write there what it likes, and what does not parse must not keep the message from being stored. */
function parsedOr(text: string, fallback: Record<string, unknown>): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : fallback;
  } catch {
    return fallback;
  }
}

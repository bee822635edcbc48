import type { Message } from 'express-im-callbacks/message';

/** What the app stores of a message, from either vendor. */
export interface Content {
  /** `text`, `image`, `text + image` … */
  readonly type: string;
  /** Its readable text; empty for a picture. */
  readonly text: string;
}

/** A message has one part or several. */
export function contentOf({ parts, text }: Message): Content {
  const kinds = new Set(parts.map(({ kind }) => kind));
  return { type: [...kinds].slice(0, 5).join(' + ') || 'empty', text };
}

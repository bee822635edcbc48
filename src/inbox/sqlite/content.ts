import type { StoredDelivery } from '../inbox';
import type { SqliteValue } from './driver';

/** A delivery as it is stored: its lane; its body, which is JSON already; and everything else as JSON. Both texts are UTF-8. */
export interface Content {
  readonly lane: string | null;
  readonly head: Blob;
  readonly body: Blob;
}

/** libsql returns an ArrayBuffer. */
export type Blob = Uint8Array | ArrayBuffer;

export function toContent({ body, ...head }: StoredDelivery): Content {
  return { lane: head.conversation ?? null, head: Buffer.from(JSON.stringify(head)), body: Buffer.from(body) };
}

/** Throws a SyntaxError for a head that is damaged. */
export function fromContent({ head, body }: Pick<Content, 'head' | 'body'>): StoredDelivery {
  const rest: unknown = JSON.parse(decodeText(head));
  if (!isHead(rest)) throw new SyntaxError('the head of the delivery lacks a field');
  // JSON leaves out what is undefined.
  return { ...rest, conversation: rest.conversation, appId: rest.appId, body: decodeText(body) };
}

const texts = ['key', 'vendor', 'wire', 'operationID'];
const textsOrNone = ['conversation', 'appId'];

function isHead(value: unknown): value is Omit<StoredDelivery, 'body'> {
  if (typeof value !== 'object' || value === null) return false;
  const head = value as Record<string, unknown>;
  return (
    texts.every((name) => typeof head[name] === 'string') &&
    textsOrNone.every((name) => head[name] === undefined || typeof head[name] === 'string') &&
    Number.isFinite(head.receivedAt) &&
    typeof head.query === 'object' &&
    head.query !== null
  );
}

/** Empty when the column holds something else, as in a damaged file. */
export function laneOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Every driver accepts this type. A damaged file may hold another one. */
export function bytesOf(blob: Blob | SqliteValue | undefined): Uint8Array {
  if (typeof blob === 'string') return Buffer.from(blob);
  if (typeof blob !== 'object' || blob === null) return new Uint8Array();
  return ArrayBuffer.isView(blob) ? blob : new Uint8Array(blob);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function decodeText(blob: Blob): string {
  return decoder.decode(bytesOf(blob));
}

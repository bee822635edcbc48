import type { StoredDelivery } from '../inbox';

/** A delivery as it is stored: its lane, and as UTF-8 all but its body as JSON, and the body, which is JSON already. */
export interface Content {
  readonly lane: string | null;
  readonly head: Blob;
  readonly body: Blob;
}

/** libsql hands out an ArrayBuffer. */
export type Blob = Uint8Array | ArrayBuffer;

export function toContent({ body, ...head }: StoredDelivery): Content {
  return { lane: head.conversation ?? null, head: Buffer.from(JSON.stringify(head)), body: Buffer.from(body) };
}

/** Throws for a head that is damaged. */
export function fromContent({ head, body }: Pick<Content, 'head' | 'body'>): StoredDelivery {
  const rest = JSON.parse(decodeText(head)) as Omit<StoredDelivery, 'body'>; // written by toContent
  // JSON leaves out what is undefined.
  return { ...rest, conversation: rest.conversation, appId: rest.appId, body: decodeText(body) };
}

/** Every driver takes this. */
export function bytesOf(blob: Blob): Uint8Array {
  return ArrayBuffer.isView(blob) ? blob : new Uint8Array(blob);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function decodeText(blob: Blob): string {
  return decoder.decode(blob);
}

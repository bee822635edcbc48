import type { StoredDelivery } from '../inbox';

/** A delivery as its two columns: all but the body as JSON, and the body, which is JSON already. Both as UTF-8. */
export interface Content {
  readonly head: Uint8Array;
  readonly body: Uint8Array;
}

/** libsql hands out an ArrayBuffer. */
export type Blob = Uint8Array | ArrayBuffer;

export function contentOf({ body, ...head }: StoredDelivery): Content {
  return { head: Buffer.from(JSON.stringify(head)), body: Buffer.from(body) };
}

export function deliveryOf({ head, body }: { head: Blob; body: Blob }): StoredDelivery {
  const rest = JSON.parse(textOf(head)) as Omit<StoredDelivery, 'body'>; // written by contentOf
  // JSON leaves out what is undefined.
  return { ...rest, conversation: rest.conversation, appId: rest.appId, body: textOf(body) };
}

/** Every driver takes this. */
export function bytesOf(blob: Blob): Uint8Array {
  return ArrayBuffer.isView(blob) ? blob : new Uint8Array(blob);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function textOf(blob: Blob): string {
  return decoder.decode(blob);
}

import type { StoredDelivery } from '../inbox';
import { type Content, decodeText, fromContent } from './content';

/** The delivery of a dead letter; when it is damaged, the readable part. */
export function readable(content: Content): StoredDelivery {
  const body = asJson(decodeText(content.body));
  try {
    return { ...fromContent(content), body };
  } catch {
    const head = decodeText(content.head);
    const field = (name: string) => textField(head, name);
    return {
      key: field('key') ?? '',
      identified: false,
      conversation: content.lane ?? undefined,
      vendor: field('vendor') ?? '',
      wire: field('wire') ?? '',
      appId: field('appId'),
      operationID: field('operationID') ?? '',
      receivedAt: 0,
      query: {},
      expected: true,
      body,
    };
  }
}

/** A broken JSON text, as a JSON string. */
function asJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify(text);
  }
}

/** Reads one text field of a JSON object that is damaged elsewhere. */
function textField(json: string, name: string): string | undefined {
  const [, text] = new RegExp(`"${name}":("(?:[^"\\\\]|\\\\.)*")`).exec(json) ?? [];
  try {
    return text === undefined ? undefined : (JSON.parse(text) as string);
  } catch {
    return undefined;
  }
}

import { isObject } from '../../codecs';
import type { Vendor } from '../../vendors';

/** One line of a recording: a callback without what identifies or proves its sender. */
export interface RecordedCallback {
  /** When it came: Unix milliseconds. */
  readonly at: number;
  readonly vendor: Vendor;
  /** Its name as it arrived. */
  readonly command: string;
  /** Tencent: the parameters of the URL, without Sign, RequestTime, the user's address and those of your own. */
  readonly query: Readonly<Record<string, string>>;
  /** OpenIM: where the command stood, and whether the body ended with a newline; together they tell the server's age. */
  readonly commandIn?: 'path' | 'query' | 'body';
  readonly newline?: boolean;
  readonly operationID?: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What your app answered; null where it did not. */
  readonly reply: RecordedReply | null;
  readonly ms: number;
}

export interface RecordedReply {
  readonly status: number;
  /** The vendor's fields; texts only with --keep-text. Null where it was no JSON object. */
  readonly body: unknown;
}

/** A line as it was written, or what is wrong with it. */
export function readLine(line: string): RecordedCallback | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'it is not JSON';
  }
  if (!isObject(value)) return 'it is no JSON object';
  const { vendor, command, body, at, query } = value;
  if (vendor !== 'tencent' && vendor !== 'openim') return 'its vendor is neither tencent nor openim';
  if (typeof command !== 'string' || !isObject(body)) return 'command or body is missing';
  if (typeof at !== 'number' || !isObject(query)) return 'at or query is missing';
  return value as unknown as RecordedCallback; // what replay reads has been looked at
}

import type { IncomingHttpHeaders } from 'node:http';
import { isObject } from '../../codecs';
import { commandOf } from '../../vendors/commands';
import type { PassedRequest } from '../../vendors/vendor-command-line';
import { commandLineOf, vendorNames } from '../command-lines';
import { redacted } from '../secrets/redact';
import type { RecordedCallback, RecordedReply } from './recording';

/** One request and its reply, as they passed through. */
export interface Passed {
  readonly at: number;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly reply: { readonly status: number; readonly body: Buffer } | undefined;
  /** Why there is no reply. */
  readonly noReply?: string | undefined;
  readonly ms: number;
}

/**
 * What the recording keeps: only the fields listed here, so that no new field gets into the file by itself. Undefined
 * where the request was no callback, or its body is nested too deeply to be read. The path is left out, because a
 * segment of it may be the secret.
 */
export function recordedCallback(passed: Passed, keepText: boolean): RecordedCallback | undefined {
  try {
    return recorded(passed, keepText);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the stack overflows
    throw error;
  }
}

function recorded(
  { at, url, headers, body: bytes, reply, ms }: Passed,
  keepText: boolean,
): RecordedCallback | undefined {
  const body = jsonIn(bytes);
  if (body === undefined) return undefined;
  // Not with `URL`: OpenIM sends a path of two slashes where the configured URL ends in one.
  const [path = '', ...rest] = url.split('?');
  const request: PassedRequest = { path, search: rest.join('?'), headers, body, bytes };
  for (const vendor of vendorNames) {
    const { recordings } = commandLineOf(vendor);
    const found = recordings.recognise(request);
    if (found === undefined) continue;
    const { command, form } = found;
    // Only the last name, e.g. `token` of `users[].token`: in this command it is a secret wherever it occurs.
    const secrets = (commandOf(vendor, command)?.secretInBody ?? []).map((at) => at.split('.').at(-1) ?? at);
    const masked = (value: object) => redacted(value, { keepText, fields: recordings, secrets });
    // `redacted` makes an object out of an object.
    const kept = masked(body) as RecordedCallback['body'];
    return { at, vendor, command, ...form, body: kept, reply: replyOf(reply, masked), ms: Math.round(ms) };
  }
  return undefined;
}

function replyOf(reply: Passed['reply'], masked: (value: object) => unknown): RecordedReply | null {
  if (reply === undefined) return null;
  const body = jsonIn(reply.body);
  return { status: reply.status, body: body === undefined ? null : masked(body) };
}

function jsonIn(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return isObject(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

import type { IncomingHttpHeaders } from 'node:http';
import * as E from 'fp-ts/lib/Either.js';
import { type HttpRequest, parametersOf } from '../../callback/http-request';
import { isObject } from '../../codecs';
import { isTencent, readParameters } from '../../vendors/tencent/receive/envelope';
import { redacted } from '../secrets/redact';
import type { RecordedCallback, RecordedReply } from './recorded';

/** One request and its reply, as they passed through. */
export interface Passed {
  readonly at: number;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly reply: { readonly status: number; readonly body: Buffer } | undefined;
  readonly ms: number;
}

/**
 * What is written of it: only what is listed here, so that nothing gets into the file by being new. Undefined where it was
 * no callback. The path is left out, because a segment of it may be the secret.
 */
export function recordedFrom(passed: Passed, keepText: boolean): RecordedCallback | undefined {
  const body = jsonIn(passed.body);
  if (body === undefined) return undefined;
  // Not with `URL`: OpenIM sends a path of two slashes where the configured URL ends in one.
  const [path = '', ...rest] = passed.url.split('?');
  const query = parametersOf(rest.join('?'));
  const about = isTencent({ query }) ? aboutTencent(query) : aboutOpenim(path, query, body, passed);
  if (about === undefined) return undefined;
  return {
    at: passed.at,
    ...about,
    body: redacted(body, { keepText }) as Readonly<Record<string, unknown>>, // of an object it makes an object
    reply: replyOf(passed.reply, keepText),
    ms: Math.round(passed.ms),
  };
}

type About = Omit<RecordedCallback, 'at' | 'body' | 'reply' | 'ms'>;

function aboutTencent(query: HttpRequest['query']): About | undefined {
  const parameters = readParameters(query);
  if (E.isLeft(parameters)) return undefined;
  const { ClientIP: _address, CallbackCommand: command, ...rest } = parameters.right.query;
  if (command === undefined) return undefined;
  return { vendor: 'tencent', command, query: rest };
}

function aboutOpenim(
  path: string,
  query: HttpRequest['query'],
  body: Record<string, unknown>,
  { headers, body: bytes }: Passed,
): About | undefined {
  const segment = path.split('/').at(-1);
  const command = body.callbackCommand;
  if (typeof command !== 'string') return undefined;
  const commandIn =
    segment === command
      ? 'path'
      : query.some(({ name, value }) => name === 'command' && value === command)
        ? 'query'
        : 'body';
  const { operationid: operationID } = headers;
  return {
    vendor: 'openim',
    command,
    query: {},
    commandIn,
    newline: bytes.at(-1) === 0x0a,
    ...(typeof operationID === 'string' && { operationID }),
  };
}

function replyOf(reply: Passed['reply'], keepText: boolean): RecordedReply | null {
  if (reply === undefined) return null;
  const body = jsonIn(reply.body);
  return { status: reply.status, body: body === undefined ? null : redacted(body, { keepText }) };
}

function jsonIn(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return isObject(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

import type { IncomingMessage } from 'node:http';
import { types } from 'node:util';
import type { Failure } from '../callback/failure';
import { isObject } from '../codecs';

/** A body that an earlier parser has read. */
export type BodyBefore =
  /** An earlier parser kept the bytes, or the text. */
  | { state: 'bytes'; bytes: Buffer | string }
  /** An earlier parser left an object in `req.body`. */
  | { state: 'parsed'; body: unknown }
  /** An earlier parser read the stream, and its result cannot be right. */
  | { state: 'misread'; failure: Failure };

/**
 * Whether the body is still unread. The stream decides, not `req.body`: body-parser 1 (Express 4) sets `{}` for a
 * Content-Type it does not know and leaves the stream alone.
 */
export function isUnread(req: IncomingMessage): boolean {
  return !req.readableDidRead && !req.readableEnded;
}

/**
 * The result of the host's own body parser. `req.rawBody` has precedence: hosts that set it (NestJS, functions-framework, a
 * `verify` of body-parser) keep the bytes there, and a parser may have rounded numbers.
 */
export function bodyBefore(req: IncomingMessage & { body?: unknown; rawBody?: unknown }): BodyBefore {
  try {
    const bytes = bytesIn(req.rawBody) ?? bytesIn(req.body);
    if (bytes !== undefined) return { state: 'bytes', bytes };
    const whose = strangeness(req.body);
    return whose === undefined ? { state: 'parsed', body: req.body } : { state: 'misread', failure: misread(whose) };
  } catch {
    // It may have getters that throw, or be a revoked Proxy.
    return { state: 'misread', failure: misread('req.body cannot be looked at') };
  }
}

/** Bytes in any of JavaScript's forms, or a text; also a boxed one. */
function bytesIn(value: unknown): Buffer | string | undefined {
  if (typeof value === 'string' || Buffer.isBuffer(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (types.isStringObject(value)) return String.prototype.valueOf.call(value);
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return types.isAnyArrayBuffer(value) ? Buffer.from(value) : undefined;
}

/** Why this cannot be a callback's body as a JSON parser leaves it; undefined for what may be one. */
function strangeness(body: unknown): string | undefined {
  if (body === undefined) return 'something before this router read the request and left no req.body';
  if (!isObject(body)) return undefined; // null, a list, a number: JSON, though no object
  if (isForm(body)) return 'a form parser, e.g. express.urlencoded(), has read the JSON as a form';
  return isPlain(body) ? undefined : `req.body is ${className(body)}, which is no object of JSON`;
}

/** A parser of forms makes the beginning of the text the first name: `{ '{"GroupId":"g"…': '' }`. */
function isForm(body: object): boolean {
  for (const name in body) return /^\s*\{\s*["}]/.test(name);
  return false;
}

/** Objects of another realm or class may be a body if they have fields; a Map, a Blob or a stream has none that count. */
function isPlain(body: object): boolean {
  if (types.isProxy(body)) return true; // decoding catches whatever it throws
  if (types.isBoxedPrimitive(body) || types.isMap(body) || types.isSet(body) || types.isDate(body)) return false;
  const { arrayBuffer, pipe, entries } = body as Readonly<Record<string, unknown>>;
  return [arrayBuffer, pipe, entries].every((method) => typeof method !== 'function');
}

function className(body: object): string {
  const name: unknown = Object.getPrototypeOf(body)?.constructor?.name;
  return typeof name === 'string' && /^\w{1,40}$/.test(name) ? `a ${name}` : 'a strange object';
}

function misread(reason: string): Failure {
  return { kind: 'bodyMisread', reason: `${reason}; mount the router before it, or keep the bytes in req.rawBody` };
}

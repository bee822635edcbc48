import { isUtf8 } from 'node:buffer';
import { type Either, isLeft, left, right } from 'fp-ts/lib/Either.js';
import type { Failure } from '../../callback/failure';
import { isObject } from '../../codecs';
import { type Hooks, report } from '../../observe/hooks';
import { jsonIn } from '../parse-json';
import { type BodyLimits, bodyReader } from '../read-body';
import type { CallbackRecord } from '../record';
import type { Result } from '../result';
import type { Arrived, Step } from '../step';

export interface ParseBodyOptions extends BodyLimits {
  /** Called for a body that is not UTF-8. Default: none. */
  hooks?: Hooks;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export interface ParsedBody {
  body: JsonObject;
  /** The body as it came; undefined where a host had parsed it. */
  received: Buffer | string | undefined;
  /** True where the body was parsed here and belongs to nobody else, so that it may be normalised in place. */
  parsedHere: boolean;
}

type Needs = Arrived & Partial<Pick<CallbackRecord, 'operationID' | 'command'>>;

/**
 * Reads the body, whatever its Content-Type and its charset say (neither vendor can be relied on for one, and JSON is
 * UTF-8), and parses it. Where a host has read it before, `req.rawBody` is taken, else what an earlier `express.json()`,
 * `express.text()` or `express.raw()` left in `req.body`.
 */
export function parseBody(options: ParseBodyOptions): Step<Needs, ParsedBody> {
  const { hooks = {} } = options;
  const reader = bodyReader(options);

  function reportDamage({ vendor, command, operationID = '' }: Needs): void {
    report(hooks, { kind: 'notUtf8' }, { vendor, command: command?.wire, operationID });
  }

  function parsed(body: unknown, parsedBefore: boolean, known: Needs): Result<ParsedBody> {
    const object = toObject(body, reportDamage, known);
    if (isLeft(object)) return object;
    const received = isText(body) ? body : undefined;
    return right({ body: object.right, received, parsedHere: !parsedBefore });
  }

  return function parseBody(known) {
    return (done) =>
      known.readBody(reader, (failure, body, parsedBefore = false) =>
        done(failure === undefined ? parsed(body, parsedBefore, known) : left(failure)),
      );
  };
}

/**
 * Turns the result of any parser, or the raw bytes, into the JSON object that both vendors send. For bytes that are not UTF-8 it
 * calls `damaged` with `known`; two parameters, because a closure for each request would cost more.
 */
export function toObject<K>(body: unknown, damaged?: (known: K) => void, known?: K): Either<Failure, JsonObject> {
  let value = body;
  if (isText(body)) {
    const text = jsonIn(body);
    // Only where a replacement character is: the look at the bytes is a call into Node's own code.
    if (typeof body !== 'string' && text.includes('\ufffd') && !isUtf8(body)) damaged?.(known as K);
    try {
      value = JSON.parse(text);
    } catch {
      return left({ kind: 'notJson', bytes: body.length });
    }
  }
  if (isObject(value)) return right(value);
  return left({
    kind: 'notAnObject',
    received: value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value,
  });
}

function isText(body: unknown): body is Buffer | string {
  return Buffer.isBuffer(body) || typeof body === 'string';
}

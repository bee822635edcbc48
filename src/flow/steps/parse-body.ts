import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../../callback/failure';
import { isObject } from '../../codecs';
import { parseJson } from '../parse-json';
import { type BodyLimits, bodyReader, type FoundBody } from '../read-body';
import type { Result } from '../result';
import type { Arrived, Step } from '../step';

export type ParseBodyOptions = BodyLimits;

export type JsonObject = Readonly<Record<string, unknown>>;

export interface ParsedBody {
  body: JsonObject;
  /** True where the body was parsed here and belongs to nobody else, so that it may be normalised in place. */
  parsedHere: boolean;
}

/**
 * Reads the body, whatever its Content-Type and its charset say (neither vendor can be relied on for one, and JSON is
 * UTF-8), and parses it. What an earlier `express.json()`, `express.text()` or `express.raw()` left in `req.body` is taken
 * instead.
 */
export function parseBody(options: ParseBodyOptions): Step<Arrived, ParsedBody> {
  const reader = bodyReader(options);

  return function parseBody({ readBody }) {
    return (done) => readBody(reader, (found) => done(E.isLeft(found) ? found : parsed(found.right)));
  };
}

function parsed({ body, parsedBefore }: FoundBody): Result<ParsedBody> {
  const object = toObject(body);
  return E.isLeft(object) ? object : E.right({ body: object.right, parsedHere: !parsedBefore });
}

/** A body as any parser may leave it, or the raw bytes, to the JSON object that both vendors send. */
export function toObject(body: unknown): E.Either<Failure, JsonObject> {
  let value = body;
  if (Buffer.isBuffer(body) || typeof body === 'string') {
    try {
      value = parseJson(body.toString());
    } catch {
      return E.left({ kind: 'notJson', bytes: body.length });
    }
  }
  if (isObject(value)) return E.right(value);
  return E.left({
    kind: 'notAnObject',
    received: value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value,
  });
}

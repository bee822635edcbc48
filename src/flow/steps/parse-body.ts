import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../../callback/failure';
import { bodyStateOf } from '../../callback/http-request';
import { isObject } from '../../codecs';
import { parseJson } from '../parse-json';
import type { Arrived, LearningMiddleware } from '../pipeline';
import { type BodyLimits, bodyReader } from '../read-body';
import { recordOf } from '../record';

export type ParseBodyOptions = BodyLimits;

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads the body, whatever its Content-Type and its charset say (neither vendor can be relied on for one, and JSON is
 * UTF-8), and parses it. What an earlier `express.json()`, `express.text()` or `express.raw()` left in `req.body` is taken
 * instead.
 */
export function parseBody(options: ParseBodyOptions): LearningMiddleware<Arrived, { body: JsonObject }> {
  const readBody = bodyReader(options);

  return function parseBody(req, res, next, record = recordOf(res)) {
    const found = bodyStateOf(req);
    if (found.state === 'lost') return next(bodyWasLost);
    if (found.state === 'parsed') return learn(toObject(found.body), false);
    readBody(req, res, (failure, bytes) => {
      if (failure === undefined) learn(toObject(bytes ?? ''), true);
      else next(failure);
    });

    function learn(body: E.Either<Failure, JsonObject>, parsedHere: boolean): void {
      if (E.isLeft(body)) return next(body.left);
      if (record !== undefined) {
        record.body = body.right;
        record.parsedHere = parsedHere;
      }
      next();
    }
  };
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

const bodyWasLost: Failure = {
  kind: 'bodyUnreadable',
  reason: 'something before this router read the request and left no req.body; mount the router before it',
};

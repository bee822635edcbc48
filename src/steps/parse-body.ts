import bodyParser from 'body-parser';
import * as E from 'fp-ts/lib/Either.js';
import { isObject } from '../codecs';
import { type BodyParser, bodyStateOf, declaredBytes, readBody } from '../delivery';
import type { Failure } from '../failure';
import { parseJson } from '../parse-json';
import type { Arrived, LearningMiddleware } from '../pipeline';
import { recordOf } from '../record';

export interface ParseBodyOptions {
  /** Largest body, after inflating, in bytes. */
  bodyLimitBytes: number;
  /** Longest time for a body to arrive, in milliseconds. */
  bodyTimeoutMs: number;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads the body, whatever its Content-Type says (neither vendor can be relied on for one), and parses it. What an
 * earlier `express.json()`, `express.text()` or `express.raw()` left in `req.body` is taken instead.
 *
 * body-parser's raw parser rather than its json parser: a `charset` other than UTF-8 in the header is no reason to
 * refuse what must be UTF-8 anyway, and the message of a JSON error never gets hold of the text.
 */
export function parseBody(options: ParseBodyOptions): LearningMiddleware<Arrived, { body: JsonObject }> {
  const { bodyLimitBytes, bodyTimeoutMs } = options;
  const parser: BodyParser = bodyParser.raw({ type: () => true, limit: bodyLimitBytes });

  return function parseBody(req, res, next) {
    const found = bodyStateOf(req);
    if (found.state === 'lost') return next(bodyWasLost);
    if (found.state === 'parsed') return learn(toObject(found.body));

    // body-parser would let all of it in before it says so.
    if (declaredBytes(req) > bodyLimitBytes) return next({ kind: 'bodyTooLarge', limitBytes: bodyLimitBytes });

    let waiting = true;
    const timer = setTimeout(() => {
      waiting = false;
      next({ kind: 'bodyTooSlow', limitMs: bodyTimeoutMs } satisfies Failure);
    }, bodyTimeoutMs);
    readBody(parser, req, res, (error, body) => {
      if (!waiting) return; // answered already; the rest of the body, or its end, is of no interest
      clearTimeout(timer);
      if (error !== undefined && error !== null) next(unreadable(error, bodyLimitBytes));
      else learn(toObject(body ?? ''));
    });

    function learn(body: E.Either<Failure, JsonObject>): void {
      if (E.isLeft(body)) return next(body.left);
      const record = recordOf(res);
      if (record !== undefined) {
        record.body = body.right;
        record.parsedHere = found.state === 'unread';
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

/** body-parser's errors are told apart by `type`; their messages may quote the request and are left alone. */
function unreadable(error: unknown, limitBytes: number): Failure {
  const type = isObject(error) ? error.type : undefined;
  if (type === 'entity.too.large') return { kind: 'bodyTooLarge', limitBytes };
  return { kind: 'bodyUnreadable', reason: unreadableReasons.get(type) ?? 'it is damaged' };
}

const unreadableReasons = new Map<unknown, string>([
  ['request.aborted', 'the sender closed the connection'],
  ['request.size.invalid', 'it is not as long as Content-Length says'],
  ['encoding.unsupported', 'its Content-Encoding is not supported'],
]);

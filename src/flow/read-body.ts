import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type bodyParser from 'body-parser';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../callback/failure';
import { bodyStateOf, declaredBytes } from '../callback/http-request';
import { isObject } from '../codecs';
import type { Result } from './result';

export interface BodyLimits {
  /** Largest body, after inflating, in bytes. */
  bodyLimitBytes: number;
  /** Longest time for a body to arrive, in milliseconds. */
  bodyTimeoutMs: number;
}

/** Told the bytes, or why there are none. */
type Done = (failure: Failure | undefined, bytes?: Buffer) => void;

type Reader = (req: IncomingMessage, res: ServerResponse, done: Done) => void;

/** The body of a request: what an earlier parser of the host left, or the bytes. */
export interface FoundBody {
  readonly body: unknown;
  readonly parsedBefore: boolean;
}

/** Told the body, or why there is none. */
export type BodyDone = (result: Result<FoundBody>) => void;

export type BodyReader = (req: IncomingMessage, res: ServerResponse, done: BodyDone) => void;

/** Has the body of one request read: what a step is handed in place of the request. */
export type ReadBody = (reader: BodyReader, done: BodyDone) => void;

/** Makes the function that finds the body of a request, read by a host before or read here within the limits. It calls `done` once. */
export function bodyReader(limits: BodyLimits): BodyReader {
  const readStream = streamReader(limits);
  return function readBody(req, res, done) {
    const found = bodyStateOf(req);
    if (found.state === 'lost') return done(E.left(bodyWasLost));
    if (found.state === 'parsed') return done(E.right({ body: found.body, parsedBefore: true }));
    readStream(req, res, (failure, bytes = empty) =>
      done(failure === undefined ? E.right({ body: bytes, parsedBefore: false }) : E.left(failure)),
    );
  };
}

const empty = Buffer.alloc(0);

const bodyWasLost: Failure = {
  kind: 'bodyUnreadable',
  reason: 'something before this router read the request and left no req.body; mount the router before it',
};

/** Reads the stream of a request, and calls `done` once. */
function streamReader({ bodyLimitBytes, bodyTimeoutMs }: BodyLimits): Reader {
  const inflate = inflater(bodyLimitBytes);
  const tooLarge: Failure = { kind: 'bodyTooLarge', limitBytes: bodyLimitBytes };

  return function readStream(req, res, done) {
    const { headers } = req;
    if (declaredBytes(headers) > bodyLimitBytes) return done(tooLarge); // before any of it is let in
    if (req.destroyed) return done(aborted); // it says so no more: the sender hung up while the host or a check was waiting
    // The parser's events come from outside of what the host has put the request into, e.g. its AsyncLocalStorage.
    const place = new AsyncResource('imCallbacksBody');
    let open = true;
    const end: Done = (failure, bytes) => {
      if (!open) return;
      open = false;
      clearTimeout(timer);
      place.runInAsyncScope(done, undefined, failure, bytes);
    };
    const timer = setTimeout(() => end({ kind: 'bodyTooSlow', limitMs: bodyTimeoutMs }), bodyTimeoutMs);
    const encoding = headers['content-encoding'] || 'identity'; // it may be there and empty
    if (encoding.toLowerCase() === 'identity') collect(req, bodyLimitBytes, end);
    else inflate(req, res, end);
  };
}

/**
 * Collects a body as it came. body-parser does the same and more, at 4 µs a request on Node 24 and 15 on Node 20 in Express,
 * where each look at `req` is slow: it and what it is made of look at it some forty times. May call `done` more than once,
 * of which the first call counts.
 *
 * What comes over the limit is let in and thrown away, as body-parser does: whoever is still writing would get a reset
 * instead of the answer.
 */
function collect(req: IncomingMessage, limitBytes: number, done: Done): void {
  let chunks: Buffer[] = [];
  let length = 0;
  req.on('data', (chunk: Uint8Array | string) => {
    const bytes = bufferOf(chunk, req);
    length += bytes.length;
    if (length <= limitBytes) chunks.push(bytes);
    else chunks = [];
  });
  req.on('end', () => {
    if (length > limitBytes) done({ kind: 'bodyTooLarge', limitBytes });
    else done(undefined, chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  });
  onLoss(req, () => done(aborted));
}

/** Text comes where somebody has called `setEncoding`, other bytes than a Buffer from a stream that is none of Node's own. */
function bufferOf(chunk: Uint8Array | string, { readableEncoding }: IncomingMessage): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk, readableEncoding ?? 'utf8');
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
}

/**
 * Tells when no more of a body will come, be it whole or not. A connection that is lost ends with 'close', and with 'error'
 * only where somebody listens for it; but an adapter for serverless functions may hand over a plain Readable, whose 'error'
 * ends the process where nobody does.
 */
function onLoss(req: IncomingMessage, lost: () => void): void {
  req.on('error', lost);
  req.on('close', lost);
}

const aborted: Failure = { kind: 'bodyUnreadable', reason: 'the sender closed the connection' };

/**
 * Inflates a compressed body with body-parser, which is loaded for the first one: neither vendor is known to send any. It
 * listens to what it inflates with, which does not learn that the request was lost. May call `done` more than once, of
 * which the first call counts.
 */
function inflater(limit: number): Reader {
  let parser: ReturnType<typeof bodyParser.raw> | undefined;
  return function inflate(req, res, done) {
    // `require` knows no types; the import above is one of types alone.
    parser ??= (require('body-parser') as typeof bodyParser).raw({ type: () => true, limit });
    onLoss(req, () => {
      if (!req.readableEnded) done(aborted); // else it has come whole, and is being inflated
    });
    parser(req, res, (error?: unknown) => {
      // `raw` leaves a Buffer in `req.body`, of which Node's type knows nothing; nothing where there was no body.
      if (error === undefined || error === null) done(undefined, (req as { body?: Buffer }).body);
      else done(unreadable(error, limit));
    });
  };
}

/** body-parser's errors are told apart by `type`; their messages may quote the request and are left alone. */
function unreadable(error: unknown, limitBytes: number): Failure {
  const type = isObject(error) ? error.type : undefined;
  if (type === 'entity.too.large') return { kind: 'bodyTooLarge', limitBytes };
  const reason = type === 'encoding.unsupported' ? 'its Content-Encoding is not supported' : 'it is damaged';
  return { kind: 'bodyUnreadable', reason };
}

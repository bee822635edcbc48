import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import type { Failure } from '../callback/failure';
import { declaredBytes } from '../callback/http-request';
import { timeLimits } from '../promises/time-limits';
import { bodyBefore, isUnread } from './body-before';
import { compressionOf, inflater } from './inflate';

export interface BodyLimits {
  /** Largest body, after inflating, in bytes. */
  bodyLimitBytes: number;
  /** Longest time for a body to arrive, in milliseconds. */
  bodyTimeoutMs: number;
}

/** Receives the bytes, or why there are none. */
type Done = (failure: Failure | undefined, bytes?: Buffer) => void;

type Reader = (req: IncomingMessage, done: Done) => void;

/** Receives the body, or why there is none. `parsedBefore`: what an earlier parser of the host left, not the bytes. */
export type BodyDone = (failure: Failure | undefined, body?: unknown, parsedBefore?: boolean) => void;

export type BodyReader = (req: IncomingMessage, done: BodyDone) => void;

/** Reads the body of one request: a step gets this in place of the request. */
export type ReadBody = (reader: BodyReader, done: BodyDone) => void;

/** Makes the function that finds the body of a request, read by a host before or read here within the limits. It calls `done` once. */
export function bodyReader(limits: BodyLimits): BodyReader {
  const readStream = streamReader(limits);
  return function readBody(req, done) {
    if (isUnread(req)) readStream(req, done);
    else foundBefore(req, limits, done);
  };
}

function foundBefore(req: IncomingMessage, limits: BodyLimits, done: BodyDone): void {
  const before = bodyBefore(req);
  switch (before.state) {
    case 'misread':
      return done(before.failure);
    case 'parsed':
      return done(undefined, before.body, true);
    case 'bytes':
      if (before.bytes.length > limits.bodyLimitBytes) return done(tooLarge(limits));
      return done(undefined, before.bytes);
  }
}

/** Compression makes a body of a few bytes larger. */
const leastCompressed = 1024;

function tooLarge({ bodyLimitBytes }: Pick<BodyLimits, 'bodyLimitBytes'>): Failure {
  return { kind: 'bodyTooLarge', limitBytes: bodyLimitBytes };
}

/** Reads the stream of a request, and calls `done` once. */
function streamReader({ bodyLimitBytes, bodyTimeoutMs }: BodyLimits): Reader {
  const inflate = inflater(bodyLimitBytes);
  const limits = timeLimits();

  return function readStream(req, done) {
    const { headers } = req;
    const compression = compressionOf(headers['content-encoding']);
    if (compression === 'unknown') return done(unknownCompression);
    if (declaredBytes(headers) > bodyLimitBytes) return done(tooLarge({ bodyLimitBytes })); // before reading any of it
    if (req.destroyed) return done(aborted); // no event will follow: the sender hung up while the host or a check was waiting
    // The parser's events run outside the host's async context of the request, e.g. its AsyncLocalStorage.
    const place = new AsyncResource('imCallbacksBody');
    let open = true;
    const end: Done = (failure, bytes) => {
      if (!open) return;
      open = false;
      limits.stop(running);
      place.runInAsyncScope(done, undefined, failure, bytes);
    };
    const running = limits.start(bodyTimeoutMs, () => end({ kind: 'bodyTooSlow', limitMs: bodyTimeoutMs }));
    if (compression === undefined) return collect(req, bodyLimitBytes, end);
    let collected = false;
    collect(req, Math.max(bodyLimitBytes, leastCompressed), (failure, bytes) => {
      if (collected) return; // the connection may be closed while the bytes are inflated
      collected = true;
      limits.stop(running); // it has arrived
      if (bytes === undefined) end(failure);
      else inflate(bytes, compression, end);
    });
  };
}

/**
 * Collects a body as it came. body-parser does the same and more, at 4 µs a request on Node 24 and 15 on Node 20 in Express,
 * where each look at `req` is slow: it and what it is made of look at it some forty times. May call `done` more than once,
 * of which the first call counts.
 *
 * Bytes over the limit are read and discarded, as body-parser does: otherwise a sender that is still writing would get a reset
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
    if (length > limitBytes) done(tooLarge({ bodyLimitBytes: limitBytes }));
    else done(undefined, chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  });
  onLoss(req, () => done(aborted));
}

/** Chunks are text when somebody has called `setEncoding`, and other byte arrays when the stream is not Node's own. */
function bufferOf(chunk: Uint8Array | string, { readableEncoding }: IncomingMessage): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk, readableEncoding ?? 'utf8');
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
}

/**
 * Calls back when no more of a body will come, whether it is complete or not. A lost connection ends with 'close', and with
 * 'error' only if there is a listener. But an adapter for serverless functions may pass a plain Readable, whose 'error' ends the
 * process if nobody listens.
 */
function onLoss(req: IncomingMessage, lost: () => void): void {
  req.on('error', lost);
  req.on('close', lost);
}

const unknownCompression: Failure = { kind: 'encodingUnknown' };

const aborted: Failure = { kind: 'bodyUnreadable', reason: 'the sender closed the connection' };

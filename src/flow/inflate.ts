import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type bodyParser from 'body-parser';
import type { Failure } from '../callback/failure';
import { isObject } from '../codecs';

/** What body-parser inflates. */
const compressions = new Set(['gzip', 'deflate', 'br']);
/** Senders that mean Content-Type: a charset is no compression. */
const charset = /^(utf-?\d+|us-ascii|ascii|iso-8859-\d+|windows-\d+|gbk?|gb2312|gb18030|big5)$/;

/** How a body is compressed; undefined: not at all, `unknown`: in a way that nobody here knows. */
export function compressionOf(contentEncoding: string | undefined): string | undefined {
  if (!contentEncoding) return undefined; // it may be there and empty
  const name = contentEncoding.trim().toLowerCase();
  if (name === '' || name === 'identity' || charset.test(name)) return undefined;
  return compressions.has(name) ? name : 'unknown';
}

type Inflate = (
  bytes: Buffer,
  compression: string,
  done: (failure: Failure | undefined, bytes?: Buffer) => void,
) => void;

/**
 * Inflates a compressed body with body-parser, which is loaded for the first one: neither vendor is known to send any. It is given
 * the bytes that were read here, within the limits, so that it matters to nobody how they were framed: over HTTP/2, and behind
 * adapters for serverless functions, a request has neither Content-Length nor Transfer-Encoding, and body-parser sees no body.
 */
export function inflater(limit: number): Inflate {
  let parser: ReturnType<typeof bodyParser.raw> | undefined;
  return function inflate(bytes, compression, done) {
    try {
      // `require` knows no types; the import above is one of types alone.
      parser ??= (require('body-parser') as typeof bodyParser).raw({ type: () => true, limit });
    } catch (cause) {
      return done({ kind: 'stepFailed', cause }); // a bundler has left it out; this runs in an event of a stream, where nobody catches
    }
    const req = requestOf(bytes, compression);
    // Of the response it looks at nothing.
    parser(req as unknown as IncomingMessage, {} as ServerResponse, (error?: unknown) => {
      if (error === undefined || error === null) done(undefined, req.body);
      else done(unreadable(error, limit));
    });
  };
}

/** All that body-parser looks at of a request. `finished`: it waits for the end of a body that it refuses, which may be past. */
function requestOf(bytes: Buffer, compression: string): Readable & { body?: Buffer } {
  const headers = { 'content-encoding': compression, 'content-length': String(bytes.length) };
  const req = Object.assign(Readable.from([bytes]), { headers, finished: false });
  req.on('end', () => {
    req.finished = true;
  });
  return req;
}

/** body-parser's errors are told apart by `type`; their messages may quote the request and are left alone. */
function unreadable(error: unknown, limitBytes: number): Failure {
  const type = isObject(error) ? error.type : undefined;
  if (type === 'entity.too.large') return { kind: 'bodyTooLarge', limitBytes };
  return { kind: 'bodyUnreadable', reason: 'it is damaged' };
}

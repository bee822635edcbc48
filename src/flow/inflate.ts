import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type bodyParser from 'body-parser';
import type { Failure } from '../callback/failure';
import { isObject } from '../codecs';

/** What body-parser inflates. */
const compressions = new Set(['gzip', 'deflate', 'br']);
/** Some senders put the charset here, and mean Content-Type: it is no compression. */
const charset = /^(utf-?\d+|us-ascii|ascii|iso-8859-\d+|windows-\d+|gbk?|gb2312|gb18030|big5)$/;

/** How a body is compressed; undefined: not at all, `unknown`: in an unsupported way. */
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
 * Inflates a compressed body with body-parser, which is loaded on first use, because neither vendor is known to compress. It gets
 * the bytes that were read here, within the limits, so that their framing does not matter: over HTTP/2, and behind adapters for
 * serverless functions, a request has neither Content-Length nor Transfer-Encoding, and body-parser sees no body.
 */
export function inflater(limit: number): Inflate {
  let parser: ReturnType<typeof bodyParser.raw> | undefined;
  return function inflate(bytes, compression, done) {
    try {
      // `require` has no types; the import above is for types only.
      parser ??= (require('body-parser') as typeof bodyParser).raw({ type: () => true, limit });
    } catch (cause) {
      return done({ kind: 'stepFailed', cause }); // a bundler has left it out; this runs in a stream's event, where nothing catches an error
    }
    const req = requestOf(bytes, compression);
    // It does not use the response.
    parser(req as unknown as IncomingMessage, {} as ServerResponse, (error?: unknown) => {
      if (error === undefined || error === null) done(undefined, req.body);
      else done(unreadable(error, limit));
    });
  };
}

/**
 * The parts of a request that body-parser reads. `finished`: it waits for the end of a body that it refuses, which may have
 * passed already.
 */
function requestOf(bytes: Buffer, compression: string): Readable & { body?: Buffer } {
  const headers = { 'content-encoding': compression, 'content-length': String(bytes.length) };
  const req = Object.assign(Readable.from([bytes]), { headers, finished: false });
  req.on('end', () => {
    req.finished = true;
  });
  return req;
}

/** The `type` of body-parser's errors tells them apart; their messages may quote the request and are not used. */
function unreadable(error: unknown, limitBytes: number): Failure {
  const type = isObject(error) ? error.type : undefined;
  if (type === 'entity.too.large') return { kind: 'bodyTooLarge', limitBytes };
  return { kind: 'bodyUnreadable', reason: 'it is damaged' };
}

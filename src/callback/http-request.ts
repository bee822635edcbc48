import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { unescape as unescaped } from 'node:querystring';

/** One HTTP request as plain data, without its body. This file and read-body.ts are the only ones that read `req`. */
export interface HttpRequest {
  readonly method: string;
  /** The path below the mount, as sent: `/callbackAfterJoinGroupCommand`. */
  readonly path: string;
  /** The query as sent, without its question mark; empty once the checks are over. */
  search: string;
  /** As Node has them; without `authorization` once the checks are over. */
  headers: IncomingHttpHeaders;
  /** The peer's address; read only where a check asks for it, because the look-up is a system call. */
  readonly address: string | undefined;
  /** Whether the path has held the secret, where the receiver has one; it is not in `path`. */
  readonly secretIsRight: boolean | undefined;
}

/**
 * Reads everything but the body. The query is cut from `req.url`, for the vendor to take apart what it needs of it: the app's
 * 'query parser' setting must not change what we see, and Express 5 parses again at each `req.query`.
 */
export function httpRequestOf(req: IncomingMessage): HttpRequest {
  const url = targetOf(req);
  const mark = url.indexOf('?');
  return {
    method: req.method ?? '',
    path: mark === -1 ? url : url.slice(0, mark),
    search: mark === -1 ? '' : url.slice(mark + 1),
    headers: req.headers,
    address: undefined,
    secretIsRight: undefined,
  };
}

/** Path and query; a request line may hold the whole URL (RFC 9112, 3.2.2). */
export function targetOf({ url = '/' }: IncomingMessage): string {
  return url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?]*/i, '');
}

/** Adds the address: `req.ip` where the host is Express, because it honours the app's `trust proxy`; else the socket's. */
export function withAddress(request: HttpRequest, req: IncomingMessage & { ip?: string }): HttpRequest {
  return { ...request, address: req.ip ?? req.socket.remoteAddress };
}

/**
 * Forgets what only the checks may see: signature and Basic credentials. The record of a request is logged, inspected and
 * copied by hosts; what is not in it cannot leak.
 */
export function forgetProof(request: HttpRequest): void {
  request.search = '';
  if (request.headers.authorization === undefined) return;
  const { authorization, ...others } = request.headers; // a copy: the host's own headers stay as they are
  request.headers = others;
}

/** One parameter of the query, decoded. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/**
 * All parameters in their order, so that one given twice is seen. A list, because an object of names that are cut out of a
 * text costs three times as much to make and to look through; without an escape, which is the rule, they are only cut.
 */
export function parametersOf(text: string): Parameter[] {
  const parameters: Parameter[] = [];
  for (const part of text.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = equals === -1 ? part : part.slice(0, equals);
    const value = equals === -1 ? '' : part.slice(equals + 1);
    parameters.push({ name: decoded(name), value: decoded(value) });
  }
  return parameters;
}

/** As in a form: a plus is a space. What is no proper escape stays as it is. */
export function decoded(part: string): string {
  if (!part.includes('%') && !part.includes('+')) return part;
  return unescaped(part.replaceAll('+', ' '));
}

/** What Content-Length says; NaN where it says nothing. */
export function declaredBytes(headers: IncomingHttpHeaders): number {
  return Number(headers['content-length'] ?? Number.NaN);
}

/** True when what is left of the request's body is known to be small, so that the connection may be used again. */
export function restIsSmall(req: IncomingMessage, limitBytes: number): boolean {
  if (req.complete) return true;
  return declaredBytes(req.headers) <= limitBytes;
}

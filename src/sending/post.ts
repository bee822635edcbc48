import http, { type Agent, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { gunzipSync } from 'node:zlib';
import type { ComposedRequest } from './composed-request';
import { milliseconds, startTimer, stopTimer } from './real-timers';

/** A reply as it came. */
export interface SenderResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body as text, inflated where it was gzipped and the sender takes that. */
  readonly body: string;
  /** Where redirects led, in order, without logins. Only OpenIM's client follows any: 301 to 303 with a GET, whose body is lost. */
  readonly redirects: readonly string[];
}

/** A reply, or why there is none. */
export type Exchange =
  | { readonly response: SenderResponse; readonly ms: number }
  | {
      readonly response?: undefined;
      readonly failed: 'timedOut' | 'unreachable';
      readonly cause: string;
      readonly ms: number;
    };

export interface PostOptions {
  /** `http://host:port`. */
  readonly origin: string;
  /** From the first byte sent to the last byte received, redirects included, in milliseconds. */
  readonly timeoutMs: number;
  readonly agent: Agent | false;
  /** Go's HTTP client follows redirects and inflates gzip; what Tencent's does is not documented but for the status. */
  readonly likeGo: boolean;
}

interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends one request and waits for the whole reply, as long as the sender would. Never rejects. */
export async function post(
  request: ComposedRequest,
  { origin, timeoutMs, agent, likeGo }: PostOptions,
): Promise<Exchange> {
  const startedAt = milliseconds();
  let sent: http.ClientRequest | undefined;
  let timedOut = false;
  const timer = startTimer(() => {
    timedOut = true;
    sent?.destroy();
  }, timeoutMs);
  try {
    let hop: Hop = { ...request, url: new URL(`${origin}${request.url}`) };
    const redirects: string[] = [];
    for (let hops = 0; hops < 10; hops++) {
      const response = await exchange(hop, agent, (req) => {
        sent = req;
      });
      const onward = likeGo ? redirected(hop, response) : undefined;
      if (onward === undefined)
        return { response: { ...inflatedText(response, likeGo), redirects }, ms: milliseconds() - startedAt };
      redirects.push(withoutLogin(onward.url));
      hop = onward;
    }
    throw new Error('stopped after 10 redirects');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException; // what node:http rejects with
    const ms = milliseconds() - startedAt;
    if (timedOut) return { failed: 'timedOut', cause: `no reply in ${timeoutMs} ms`, ms };
    return { failed: 'unreachable', cause: code === undefined ? message : `${code}: ${message}`, ms };
  } finally {
    stopTimer(timer);
  }
}

type Bytes = Pick<SenderResponse, 'status' | 'headers'> & { readonly bytes: Buffer };

function exchange(
  { url, method, headers, body }: Hop,
  agent: Agent | false,
  started: (req: http.ClientRequest) => void,
) {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise<Bytes>((resolve, reject) => {
    const length = method === 'POST' ? { 'Content-Length': Buffer.byteLength(body) } : {};
    // A redirect may lead from http to https, which takes another agent.
    const fits = agent !== false && (agent as Agent & { protocol?: string }).protocol === url.protocol;
    const req = request(
      url,
      { method, headers: { ...headers, ...length }, agent: fits ? agent : agent && undefined },
      (res) => {
        read(res).then((bytes) => resolve({ status: res.statusCode ?? 0, headers: res.headers, bytes }), reject);
      },
    );
    req.on('error', reject);
    req.end(method === 'POST' ? body : undefined);
    started(req);
  });
}

async function read(res: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of res) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * The next request of Go's HTTP client (net/http client.go; run with Go 1.19). 301, 302 and 303 turn a POST into a GET without
 * a body; 307 and 308 keep both. Without a Location it is the reply. The `Authorization` of a request is made of the login in its
 * URL: a Location that names a host has none, unless it brings a login of its own; any other takes over that of the URL before.
 */
function redirected(hop: Hop, { status, headers: { location } }: Bytes): Hop | undefined {
  if (!location || ![301, 302, 303, 307, 308].includes(status)) return undefined;
  const url = new URL(location, hop.url);
  const { Authorization, Referer: _before, ...others } = hop.headers;
  const keepsLogin = Authorization !== undefined && !namesHost(location);
  const headers = {
    ...others,
    ...(keepsLogin && { Authorization }), // node:http makes the header of a login in the URL by itself
    ...(!(hop.url.protocol === 'https:' && url.protocol === 'http:') && { Referer: withoutLogin(hop.url) }),
  };
  return status < 307 ? { url, method: 'GET', headers, body: '' } : { ...hop, url, headers };
}

function namesHost(location: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(location);
}

function withoutLogin(url: URL): string {
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  return plain.href;
}

function inflatedText({ status, headers, bytes }: Bytes, inflates: boolean): Omit<SenderResponse, 'redirects'> {
  // Go compares without regard to case, and with nothing but gzip (net/http transport.go).
  const gzipped = inflates && /^gzip$/i.test(headers['content-encoding'] ?? '') && bytes.length > 0;
  return { status, headers, body: (gzipped ? gunzipSync(bytes) : bytes).toString('utf8') };
}

import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import https from 'node:https';
import { performance } from 'node:perf_hooks';
import { targetUrl } from '../../sending/target-url';
import type { Passed } from './recorded-callback';

/** Headers of one connection, which a proxy must not forward (RFC 9110, 7.6.1). */
const hopByHop = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

/** The largest body that is kept for the recording, in bytes. A larger one is forwarded all the same. */
const mostKept = 4 * 2 ** 20;

/**
 * A server that forwards every request to `forward`, returns its reply, and gives both to `passed`. Strangers can reach
 * it, so it must survive whatever they send.
 */
export function passThrough(forward: string, passed: (passed: Passed | undefined) => void): Server {
  const { origin = '', path: base = '' } = targetUrl(forward) ?? {};
  const client = origin.startsWith('https:') ? https : http;
  const agent = new client.Agent({ keepAlive: true });

  function handle(req: IncomingMessage, res: ServerResponse): void {
    const [at, startedAt] = [Date.now(), performance.now()];
    const target = targetOf(req);
    const body = keep(req);
    const { host: _host, ...headers } = withoutHops(req.headers);
    // `*` asks about the server as a whole, whatever its paths.
    const path = target === '*' ? target : base.replace(/\/$/, '') + target;
    const upstream = client.request(origin, { path, method: req.method, headers, agent }, (reply) => {
      handBack(reply, res, tell);
    });
    upstream.on('error', (error: NodeJS.ErrnoException) => {
      tell(undefined, error.code ?? error.message);
      refuse(res);
    });
    upstream.on('upgrade', (_reply, socket) => {
      socket.destroy();
      tell(undefined, 'it speaks another protocol');
      refuse(res);
    });
    res.on('close', () => {
      if (!res.writableEnded) upstream.destroy();
    });
    req.pipe(upstream);

    let told = false;
    function tell(reply: Reply | undefined, noReply?: string): void {
      if (told) return; // a connection may break after the reply
      told = true;
      const bytes = body();
      const ms = performance.now() - startedAt;
      if (req.method !== 'POST' || bytes === undefined) return passed(undefined);
      const whole = reply && { status: reply.status, body: reply.body ?? Buffer.alloc(0) };
      passed({ at, url: target, headers: req.headers, body: bytes, reply: whole, noReply, ms });
    }
  }

  const server = http.createServer((req, res) => {
    try {
      handle(req, res);
    } catch {
      // Node cannot forward this request.
      passed(undefined);
      refuse(res);
    }
  });
  // Senders keep connections open.
  server.keepAliveTimeout = 75_000;
  server.on('close', () => agent.destroy());
  return server;
}

interface Reply {
  readonly status: number;
  readonly body: Buffer | undefined;
}

function handBack(
  reply: IncomingMessage,
  res: ServerResponse,
  tell: (reply: Reply | undefined, noReply?: string) => void,
): void {
  const status = reply.statusCode ?? 502;
  const replied = keep(reply);
  reply.on('end', () => tell({ status, body: replied() }));
  reply.on('error', (error) => {
    tell(undefined, error.message);
    res.destroy();
  });
  try {
    res.writeHead(status, withoutHops(reply.headers));
    reply.pipe(res);
  } catch (error) {
    // Node reads some statuses and headers that it refuses to write.
    tell(undefined, (error as Error).message);
    reply.destroy();
    refuse(res);
  }
}

/** In plain text, since an OpenIM server reads any JSON object as an approval; and strangers are not told why. */
function refuse(res: ServerResponse): void {
  if (res.headersSent) return void res.destroy();
  res.writeHead(502, { 'Content-Type': 'text/plain' }).end('nothing answers behind this address\n');
}

/** Path and query, or `*`: a request line may hold any of these, or the whole URL (RFC 9112, 3.2). */
function targetOf({ url = '/' }: IncomingMessage): string {
  if (url.startsWith('/') || url === '*') return url;
  const rest = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Collects the bytes of a body; undefined where there are too many. */
function keep(message: IncomingMessage): () => Buffer | undefined {
  const chunks: Buffer[] = [];
  let bytes = 0;
  message.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= mostKept) chunks.push(chunk);
  });
  return () => (bytes <= mostKept ? Buffer.concat(chunks) : undefined);
}

function withoutHops<T extends object>(headers: T): T {
  const kept = Object.entries(headers).filter(([name]) => !hopByHop.includes(name));
  return Object.fromEntries(kept) as T; // the same headers, fewer of them
}

import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import https from 'node:https';
import { performance } from 'node:perf_hooks';
import { targetUrl } from '../../sending/target-url';
import type { Passed } from './recorded-from';

/** Of one connection, and not to be passed on (RFC 9110, 7.6.1). */
const hopByHop = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

/** Bytes of a body that are kept for the recording; what is larger passes all the same. */
const mostKept = 4 * 2 ** 20;

/** A server that hands every request on to `forward`, its reply back, and both to `passed`. */
export function passThrough(forward: string, passed: (passed: Passed | undefined) => void): Server {
  const { origin = '', path = '' } = targetUrl(forward) ?? {};
  const client = origin.startsWith('https:') ? https : http;
  const agent = new client.Agent({ keepAlive: true });

  function handle(req: IncomingMessage, res: ServerResponse): void {
    const [at, startedAt] = [Date.now(), performance.now()];
    const url = path.replace(/\/$/, '') + (req.url ?? '/');
    const body = keep(req);
    const { host: _host, ...headers } = withoutHops(req.headers);
    const upstream = client.request(origin + url, { method: req.method, headers, agent }, (reply) => {
      const replied = keep(reply);
      res.writeHead(reply.statusCode ?? 502, withoutHops(reply.headers));
      reply.pipe(res);
      reply.on('end', () => tell({ status: reply.statusCode ?? 502, body: replied() }));
      reply.on('error', () => {
        tell(undefined);
        res.destroy();
      });
    });
    upstream.on('error', (error) => {
      tell(undefined);
      // As plain text: an OpenIM server reads any JSON object as an approval.
      if (!res.headersSent)
        res.writeHead(502, { 'Content-Type': 'text/plain' }).end(`nothing answers there: ${error.message}\n`);
      else res.destroy();
    });
    res.on('close', () => {
      if (!res.writableEnded) upstream.destroy();
    });
    req.pipe(upstream);

    let told = false;
    function tell(reply: { status: number; body: Buffer | undefined } | undefined): void {
      if (told) return; // a connection may break after the reply
      told = true;
      const bytes = body();
      const ms = performance.now() - startedAt;
      if (req.method !== 'POST' || bytes === undefined) return passed(undefined);
      const whole = reply && { status: reply.status, body: reply.body ?? Buffer.alloc(0) };
      passed({ at, url: req.url ?? '/', headers: req.headers, body: bytes, reply: whole, ms });
    }
  }

  const server = http.createServer(handle);
  // Both vendors keep their connections.
  server.keepAliveTimeout = 75_000;
  server.on('close', () => agent.destroy());
  return server;
}

/** Collects what flows by; undefined where it is too much. */
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

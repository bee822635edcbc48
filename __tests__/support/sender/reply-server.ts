import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a server saw it. */
export interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

type Answer = (req: IncomingMessage, res: ServerResponse, seen: Seen) => void;

/** A server that answers as a test says, and remembers what it was asked. */
export async function replyServer(answer: Answer) {
  const seen: Seen[] = [];
  const server = http.createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => {
      const { method, url, headers, rawHeaders } = req;
      const one = { method, url, headers, rawHeaders, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      answer(req, res, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin, seen, close };
}

/** Answers everything with this status and body. */
export const always =
  (status: number, body: string | Buffer, headers: http.OutgoingHttpHeaders = {}): Answer =>
  (_req, res) =>
    res.writeHead(status, headers).end(body);

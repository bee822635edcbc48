import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An Express app, an Express router, `imCallbacks` itself: anything that a `node:http` server can call. */
// `never`: hosts declare more special requests and responses than node's own, and are called with those nevertheless.
export type Target = (req: never, res: never, next: never) => unknown;

export interface Served {
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  /** The responses to all requests so far. */
  readonly responses: readonly ServerResponse[];
}

/** Serves the target on a free port for as long as `use` takes. */
export async function serve<T>(target: Target, use: (served: Served) => Promise<T>): Promise<T> {
  const responses: ServerResponse[] = [];
  const server = createServer((req, res) => {
    responses.push(res);
    const call = target as unknown as (
      req: IncomingMessage,
      res: ServerResponse,
      next: (error?: unknown) => void,
    ) => unknown;
    call(req, res, (error) => {
      res.statusCode = error === undefined ? 404 : 500;
      res.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  try {
    const { port } = server.address() as AddressInfo; // it listens on a port
    return await use({ origin: `http://127.0.0.1:${port}`, responses });
  } finally {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}

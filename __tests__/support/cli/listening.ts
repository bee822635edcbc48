/** Real servers for the command line to talk to. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { imCallbacks } from '../../../src';

const servers: Server[] = [];

/** `http://127.0.0.1:port` of a server that is closed by {@link closeAll}. */
export async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.keepAliveTimeout = 75_000;
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closeAll(): Promise<void> {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export const sdkAppId = 1400000001;

/** A receiver of both vendors at /im-callback, with these options in place of the plain ones. */
export async function receiver(options: Record<string, unknown> = {}): Promise<string> {
  // Handlers of tests look at what they need.
  const callbacks = imCallbacks({ tencent: { sdkAppId }, openim: {}, ...options } as never);
  return `${await listening(express().use('/im-callback', callbacks))}/im-callback`;
}

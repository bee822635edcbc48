import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to Redis whose connections can be made to swallow everything sent, without being closed. */
export interface SilentProxy {
  readonly url: string;
  /** From now on those that are open say nothing any more, as after a host that died; new ones work. */
  swallow(): void;
  close(): Promise<void>;
}

export async function proxyTo(port: number): Promise<SilentProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => to.write(data));
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `redis://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    swallow() {
      for (const socket of sockets) {
        socket.removeAllListeners('data');
        socket.resume();
      }
    },
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

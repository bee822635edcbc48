import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { post } from '../../../src/sending/post';
import { keptAlive, targetUrl } from '../../../src/sending/target-url';

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

it('closes an idle connection before the server would: a request that meets a closing one fails', async () => {
  const sockets: Socket[] = [];
  server = createServer({ keepAliveTimeout: 60_000 }, (req, res) => req.resume().on('end', () => res.end('{}')));
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = targetUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  if (target === undefined) throw new Error('the URL is one');
  const agent = keptAlive(target);
  const request = { method: 'POST' as const, url: '/', headers: {}, body: '{}' };
  const options = { origin: target.origin, timeoutMs: 5000, agent, likeGo: true };

  for (let i = 0; i < 2; i++)
    expect(await post(request, options)).toMatchObject({ response: { status: 200, body: '{}' } });
  expect(sockets).toHaveLength(1);
  const [socket] = sockets;
  // The server would keep it for a minute, far longer than this test may take.
  await new Promise((resolve) => socket?.once('close', resolve));
  expect(await post(request, options)).toMatchObject({ response: { status: 200 } });
  expect(sockets).toHaveLength(2);
  agent.destroy();
}, 30_000);

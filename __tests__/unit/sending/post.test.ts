import net from 'node:net';
import { gzipSync } from 'node:zlib';
import { type PostOptions, post } from '../../../src/sending/post';
import { always, replyServer } from '../../support/sender/reply-server';

const request = {
  method: 'POST' as const,
  url: '/cb?x=1',
  headers: { 'Content-Type': 'application/json', operationID: 'op' },
  body: '{"ä":1}',
};
const options = (origin: string, more: Partial<PostOptions> = {}): PostOptions => ({
  ...{ origin, timeoutMs: 5000, agent: false, likeGo: true },
  ...more,
});

it('sends the bytes, and hands over the whole reply', async () => {
  const { origin, seen, close } = await replyServer(always(503, 'nö', { 'X-A': 'b' }));
  const exchange = await post(request, options(origin));
  expect(exchange).toMatchObject({ response: { status: 503, headers: { 'x-a': 'b' }, body: 'nö' } });
  expect(exchange.ms).toBeGreaterThan(0);
  expect(seen).toMatchObject([
    { method: 'POST', url: '/cb?x=1', body: request.body, headers: { 'content-length': '8' } },
  ]);
  await close();
});

it('gives up in the middle of a reply, and before one', async () => {
  const { origin, close } = await replyServer((req, res) => {
    if (req.url === '/half') res.writeHead(200).write('{"acti');
  });
  for (const url of ['/half', '/none'])
    expect(await post({ ...request, url }, options(origin, { timeoutMs: 40 }))).toMatchObject({
      ...{ failed: 'timedOut', cause: 'no reply in 40 ms' },
    });
  await close();
});

it('says why nobody answers', async () => {
  const { origin, close } = await replyServer((req) => req.socket.destroy());
  expect(await post(request, options(origin))).toMatchObject({
    failed: 'unreachable',
    cause: expect.stringContaining('ECONNRESET'),
  });
  await close();
  expect(await post(request, options(origin))).toMatchObject({
    failed: 'unreachable',
    cause: expect.stringContaining('ECONNREFUSED'),
  });
  const plain = net.createServer(
    (socket) =>
      void socket
        .on('error', () => {})
        .resume()
        .end('SSH-2.0\r\n'),
  );
  plain.listen(0, '127.0.0.1');
  await new Promise((resolve) => plain.once('listening', resolve));
  const { port } = plain.address() as net.AddressInfo;
  expect(await post(request, options(`http://127.0.0.1:${port}`))).toMatchObject({ failed: 'unreachable' });
  expect(await post(request, options(`https://127.0.0.1:${port}`))).toMatchObject({ failed: 'unreachable' });
  await new Promise((resolve) => plain.close(resolve));
});

describe('redirects', () => {
  it.each([
    [301, 'GET', ''],
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', request.body],
    [308, 'POST', request.body],
  ])('%i arrives as %s', async (status, method, body) => {
    const { origin, seen, close } = await replyServer((req, res) => {
      if (req.url === '/new') res.end('{}');
      else res.writeHead(status, { Location: '/new' }).end();
    });
    expect(await post(request, options(origin))).toMatchObject({
      response: { status: 200, body: '{}', redirects: [`${origin}/new`] },
    });
    expect(seen.map((one) => [one.method, one.url, one.body])).toEqual([
      ['POST', '/cb?x=1', request.body],
      [method, '/new', body],
    ]);
    expect(seen[1]?.headers['content-type']).toBe(method === 'GET' ? undefined : 'application/json');
    await close();
  });

  it('end somewhere, and are not for Tencent', async () => {
    const { origin, seen, close } = await replyServer(always(302, '', { Location: '/cb' }));
    expect(await post(request, options(origin))).toMatchObject({
      failed: 'unreachable',
      cause: 'stopped after 10 redirects',
    });
    expect(seen).toHaveLength(11);
    expect(await post(request, options(origin, { likeGo: false }))).toMatchObject({ response: { status: 302 } });
    await close();
  });

  it('to nowhere are the reply', async () => {
    const { origin, close } = await replyServer(always(302, 'x'));
    expect(await post(request, options(origin))).toMatchObject({ response: { status: 302, body: 'x' } });
    await close();
  });
});

it('inflates what is gzipped', async () => {
  const { origin, close } = await replyServer(always(200, gzipSync('{"a":1}'), { 'Content-Encoding': 'gzip' }));
  expect(await post(request, options(origin))).toMatchObject({ response: { body: '{"a":1}' } });
  await close();
});

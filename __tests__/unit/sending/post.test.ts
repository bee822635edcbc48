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
    expect(seen[1]?.headers).toMatchObject({ 'content-type': 'application/json', referer: `${origin}/cb?x=1` });
    await close();
  });

  it('end somewhere, and are not for Tencent', async () => {
    const { origin, seen, close } = await replyServer(always(302, '', { Location: '/cb' }));
    expect(await post(request, options(origin))).toMatchObject({
      failed: 'unreachable',
      cause: 'stopped after 10 redirects',
    });
    expect(seen).toHaveLength(10);
    expect(await post(request, options(origin, { likeGo: false }))).toMatchObject({ response: { status: 302 } });
    await close();
  });

  it('to nowhere are the reply', async () => {
    const { origin, close } = await replyServer(always(302, 'x'));
    expect(await post(request, options(origin))).toMatchObject({ response: { status: 302, body: 'x' } });
    await close();
  });
});

describe('the login in a URL', () => {
  const signedIn = { ...request, headers: { ...request.headers, Authorization: 'Basic dTpw' } };
  const xy = `Basic ${Buffer.from('x:y').toString('base64')}`;

  /** Each line as a run of Go 1.19 has it. */
  it.each([
    ['a path', () => '/end', 'Basic dTpw'],
    ['a relative path', () => 'end', 'Basic dTpw'],
    ['a query', () => '?end', 'Basic dTpw'],
    ['a whole URL', (host: string) => `http://${host}/end`, undefined],
    ['a URL without its scheme', (host: string) => `//${host}/end`, undefined],
    ['a whole URL in capitals', (host: string) => `HTTP://${host}/end`, undefined],
    ['a URL with a login of its own', (host: string) => `http://x:y@${host}/end`, xy],
  ])('over a redirect to %s', async (_what, location, authorization) => {
    const { origin, seen, close } = await replyServer((req, res) => {
      if (req.url?.endsWith('end')) res.end('{}');
      else res.writeHead(307, { Location: location(req.headers.host ?? '') }).end();
    });
    const exchange = await post(signedIn, options(origin));
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Basic dTpw', authorization]);
    expect(seen[1]?.headers.referer).toBe(`${origin}/cb?x=1`);
    expect(JSON.stringify(exchange)).not.toContain('x:y');
    await close();
  });

  it('is that of the hop before', async () => {
    const { origin, seen, close } = await replyServer((req, res) => {
      const next = { '/cb?x=1': `http://x:y@${req.headers.host}/one`, '/one': '/two', '/two': `${origin}/three` };
      const location = next[req.url as keyof typeof next];
      if (location === undefined) res.end('{}');
      else res.writeHead(308, { Location: location }).end();
    });
    expect(await post(signedIn, options(origin))).toMatchObject({
      response: { redirects: ['/one', '/two', '/three'].map((path) => origin + path) },
    });
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Basic dTpw', xy, xy, undefined]);
    await close();
  });
});

it('takes an empty Location for none', async () => {
  const { origin, close } = await replyServer(always(307, '{}', { Location: '' }));
  expect(await post(request, options(origin))).toMatchObject({ response: { status: 307, redirects: [] } });
  await close();
});

it.each(['gzip', 'GZIP', 'gZip'])('inflates what is gzipped: %s', async (encoding) => {
  const { origin, close } = await replyServer(always(200, gzipSync('{"a":1}'), { 'Content-Encoding': encoding }));
  expect(await post(request, options(origin))).toMatchObject({ response: { body: '{"a":1}' } });
  await close();
});

it.each(['x-gzip', 'gzip, identity', 'deflate'])('leaves %s as it is, as Go does', async (encoding) => {
  const { origin, close } = await replyServer(always(200, '{"a":1}', { 'Content-Encoding': encoding }));
  expect(await post(request, options(origin))).toMatchObject({ response: { body: '{"a":1}' } });
  await close();
});

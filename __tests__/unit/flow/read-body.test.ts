import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { createServer, IncomingMessage } from 'node:http';
import { connect, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { Failure } from '../../../src/callback/failure';
import { bodyReader } from '../../../src/flow/read-body';

const limits = { bodyLimitBytes: 10, bodyTimeoutMs: 1000 };

/** What a reader makes of a request that a test feeds piece by piece. */
function reading(headers: Record<string, string> = {}, req = new IncomingMessage(new Socket())) {
  Object.assign(req, { headers });
  const ended: { failure: Failure | undefined; bytes: string | undefined }[] = [];
  const read = new Promise<void>((resolve) => {
    bodyReader(limits)(req, (failure, body) => {
      ended.push({ failure, bytes: failure === undefined ? String(body) : undefined });
      resolve();
    });
  });
  return { req, read, ended };
}

const tooLarge = { failure: { kind: 'bodyTooLarge', limitBytes: 10 }, bytes: undefined };
const lost = {
  failure: { kind: 'bodyUnreadable', reason: 'the sender closed the connection' },
  bytes: undefined,
};
const refused = (reason: string) => ({ failure: { kind: 'bodyUnreadable', reason }, bytes: undefined });

afterEach(() => jest.useRealTimers());

it('puts the pieces together, wherever a character is cut', async () => {
  const { req, read, ended } = reading();
  for (const byte of Buffer.from('你好')) req.push(Buffer.of(byte));
  req.push(null);
  await read;
  expect(ended).toEqual([{ failure: undefined, bytes: '你好' }]);
});

it.each<BufferEncoding>(['utf8', 'latin1', 'base64', 'hex'])(
  'takes text that setEncoding(%j) makes of it',
  async (encoding) => {
    const { req, read, ended } = reading();
    req.setEncoding(encoding);
    req.push(Buffer.from('你好'));
    req.push(null);
    await read;
    expect(ended).toEqual([{ failure: undefined, bytes: '你好' }]);
  },
);

it('takes a body as long as the limit, and not a byte more', async () => {
  const full = reading();
  full.req.push('0123456789');
  full.req.push(null);
  await full.read;
  expect(full.ended).toEqual([{ failure: undefined, bytes: '0123456789' }]);

  const over = reading();
  over.req.push('0123456789');
  over.req.push('0');
  over.req.push(null);
  await over.read;
  expect(over.ended).toEqual([tooLarge]);
});

it.each([
  ['plain', {}],
  ['gzip', { 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' }],
])('says at once that the sender has gone before it was asked for: %s', async (_what, headers) => {
  const req = new IncomingMessage(new Socket());
  req.push('{}');
  req.destroy();
  await new Promise(setImmediate);
  const { read, ended } = reading(headers, req);
  await read;
  expect(ended).toEqual([lost]);
});

it('takes bytes that are no Buffer', async () => {
  const stream = Readable.from([new TextEncoder().encode('{}')]) as IncomingMessage;
  const { read, ended } = reading({}, stream);
  await read;
  expect(ended).toEqual([{ failure: undefined, bytes: '{}' }]);
});

it('refuses a declared length over the limit before anything is read', async () => {
  const { req, read, ended } = reading({ 'content-length': '11' });
  await read;
  expect(ended).toEqual([tooLarge]);
  expect(req.listenerCount('data')).toBe(0);
});

it.each([
  ['closes the connection', undefined],
  ['loses it', new Error('ECONNRESET')],
])('says once that the sender %s', async (_what, error) => {
  const { req, read, ended } = reading();
  req.push('0123');
  req.destroy(error);
  await read;
  await new Promise(setImmediate);
  expect(ended).toEqual([lost]);
});

it.each([
  ['plain', {}],
  ['gzip', { 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' }],
])('says so, too, of a stream that only looks like a request, and hears its error: %s', async (_what, headers) => {
  // As adapters for serverless functions make them: it has what the reader looks at, and not what Node adds for HTTP.
  const stream = new Readable({ read() {} }) as IncomingMessage;
  const { read, ended } = reading(headers, stream);
  stream.push('0123');
  stream.destroy(new Error('the function was called off'));
  await read;
  await new Promise(setImmediate);
  expect(ended).toEqual([lost]);
});

it('waits no longer than the limit, and does not answer twice', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const { req, read, ended } = reading();
  req.push('0123');
  jest.advanceTimersByTime(limits.bodyTimeoutMs);
  await read;
  req.push(null);
  await new Promise(setImmediate);
  expect(ended).toEqual([{ failure: { kind: 'bodyTooSlow', limitMs: 1000 }, bytes: undefined }]);
});

it('leaves no timer behind but the one of all bodies, which ends by itself', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const { req, read } = reading();
  req.push('{}');
  req.push(null);
  await read;
  expect(jest.getTimerCount()).toBe(1);
  jest.advanceTimersByTime(limits.bodyTimeoutMs);
  expect(jest.getTimerCount()).toBe(0);
});

it.each(['identity', 'Identity', ''])('takes a body with Content-Encoding %j as it is', async (encoding) => {
  const { req, read, ended } = reading({ 'content-encoding': encoding, 'content-length': '9' });
  req.push('{}');
  req.push(null);
  await read;
  expect(ended).toEqual([{ failure: undefined, bytes: '{}' }]);
});

describe('a compressed body', () => {
  const compressed = async (headers: Record<string, string>, bytes: Buffer) => {
    const { req, read, ended } = reading({ 'transfer-encoding': 'chunked', ...headers });
    req.push(bytes);
    req.push(null);
    await read;
    return ended;
  };

  it('is inflated', async () => {
    const [end] = await compressed({ 'content-encoding': 'gzip' }, gzipSync('{}'));
    expect(end).toEqual({ failure: undefined, bytes: '{}' });
  });

  it('is bounded by what it inflates to', async () => {
    const [end] = await compressed({ 'content-encoding': 'gzip' }, gzipSync('x'.repeat(11)));
    expect(end).toEqual(tooLarge);
  });

  it.each([
    ['closes the connection', undefined],
    ['loses it', new Error('ECONNRESET')],
  ])('ends at once where the sender %s', async (_what, error) => {
    const { req, read, ended } = reading({ 'transfer-encoding': 'chunked', 'content-encoding': 'gzip' });
    req.push(gzipSync('{}').subarray(0, 12));
    req.destroy(error);
    await read;
    await new Promise(setImmediate);
    expect(ended).toEqual([lost]);
  });

  it('ends at once where its connection is cut in the middle', async () => {
    const ended: unknown[] = [];
    const server = createServer((req) => {
      const patient = bodyReader({ bodyLimitBytes: 1000, bodyTimeoutMs: 60_000 });
      patient(req, (failure) => {
        ended.push(failure);
        server.emit('told');
      });
      req.once('data', () => socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
    const told = once(server, 'told');
    const bytes = gzipSync('{}');
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: ${bytes.length}\r\n\r\n`);
    socket.write(bytes.subarray(0, 12));
    await told;
    server.close();
    expect(ended).toEqual([lost.failure]);
  });

  it.each([
    ['damaged', 'gzip', refused('it is damaged')],
    ['of an unknown kind', 'zip', { failure: { kind: 'encodingUnknown' }, bytes: undefined }],
  ])('is refused when it is %s', async (_what, encoding, refusal) => {
    const [end] = await compressed({ 'content-encoding': encoding }, Buffer.from('{}'));
    expect(end).toEqual(refusal);
  });

  it.each(['utf-8', 'UTF8', 'GBK', 'identity', ' Identity ', ''])(
    'does not apply when the sender writes %j',
    async (encoding) => {
      const [end] = await compressed({ 'content-encoding': encoding }, Buffer.from('{}'));
      expect(end).toEqual({ failure: undefined, bytes: '{}' });
    },
  );

  it.each(['gzip', 'GZIP'])(
    'is inflated whatever frames it, e.g. HTTP/2 without Content-Length: %s',
    async (encoding) => {
      const { req, read, ended } = reading({ 'content-encoding': encoding });
      req.push(gzipSync('{}'));
      req.push(null);
      await read;
      expect(ended).toEqual([{ failure: undefined, bytes: '{}' }]);
    },
  );
});

it('goes on in what the host has put the request into', async () => {
  const tenants = new AsyncLocalStorage<string>();
  const seen: (string | undefined)[] = [];
  const req = new IncomingMessage(new Socket());
  const read = new Promise<void>((resolve) => {
    tenants.run('acme', () =>
      bodyReader(limits)(req, () => {
        seen.push(tenants.getStore());
        resolve();
      }),
    );
  });
  // As the HTTP parser does: from outside.
  tenants.exit(() => {
    req.push('{}');
    req.push(null);
  });
  await read;
  expect(seen).toEqual(['acme']);
});

import { AsyncLocalStorage } from 'node:async_hooks';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Failure } from '../src/failure';
import { bodyReader } from '../src/read-body';

const limits = { bodyLimitBytes: 10, bodyTimeoutMs: 1000 };

/** What a reader makes of a request that a test feeds piece by piece. */
function reading(headers: Record<string, string> = {}) {
  const req = new IncomingMessage(new Socket());
  Object.assign(req, { headers });
  const ended: { failure: Failure | undefined; bytes: string | undefined }[] = [];
  const read = new Promise<void>((resolve) => {
    bodyReader(limits)(req, new ServerResponse(req), (failure, bytes) => {
      ended.push({ failure, bytes: bytes?.toString() });
      resolve();
    });
  });
  return { req, read, ended };
}

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
  await over.read;
  expect(over.ended).toMatchObject([{ failure: { kind: 'bodyTooLarge', limitBytes: 10 } }]);
  expect(over.req.isPaused()).toBe(true);
});

it('refuses a declared length over the limit before anything is read', async () => {
  const { req, read, ended } = reading({ 'content-length': '11' });
  await read;
  expect(ended).toEqual([{ failure: { kind: 'bodyTooLarge', limitBytes: 10 }, bytes: undefined }]);
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
  expect(ended).toMatchObject([{ failure: { kind: 'bodyUnreadable', reason: 'the sender closed the connection' } }]);
});

it('waits no longer than the limit, and does not answer twice', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const { req, read, ended } = reading();
  req.push('0123');
  jest.advanceTimersByTime(limits.bodyTimeoutMs);
  await read;
  req.push(null);
  await new Promise(setImmediate);
  expect(ended).toMatchObject([{ failure: { kind: 'bodyTooSlow', limitMs: 1000 } }]);
});

it('leaves no timer behind', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const { req, read } = reading();
  req.push('{}');
  req.push(null);
  await read;
  expect(jest.getTimerCount()).toBe(0);
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
    expect(end).toMatchObject({ failure: { kind: 'bodyTooLarge', limitBytes: 10 } });
  });

  it.each([
    ['damaged', 'gzip', 'it is damaged'],
    ['of an unknown kind', 'zip', 'its Content-Encoding is not supported'],
  ])('is refused when it is %s', async (_what, encoding, reason) => {
    const [end] = await compressed({ 'content-encoding': encoding }, Buffer.from('{}'));
    expect(end).toMatchObject({ failure: { kind: 'bodyUnreadable', reason } });
  });
});

it('goes on in what the host has put the request into', async () => {
  const tenants = new AsyncLocalStorage<string>();
  const seen: (string | undefined)[] = [];
  const req = new IncomingMessage(new Socket());
  const read = new Promise<void>((resolve) => {
    tenants.run('acme', () =>
      bodyReader(limits)(req, new ServerResponse(req), () => {
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

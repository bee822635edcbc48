/**
 * What one request may cost, in counts: they are the same on a slow machine and on a busy one. If you have to raise a bound
 * says there what for.
 */
import crypto from 'node:crypto';
import querystring from 'node:querystring';
import * as t from 'io-ts';
import { allow, imCallbacks } from '../../src';
import { fields, integer, list, text } from '../../src/codecs';
import { decodeBody } from '../../src/flow/steps/decode-request';
import { memoryInbox } from '../../src/inbox/memory';
import { composeRequest } from '../../src/vendors/tencent';
import { exchange } from '../support/exchange';
import { sdkAppId, token } from '../support/send';

afterEach(() => jest.restoreAllMocks());

const message = { GroupId: '@TGS#1', From_Account: 'alice', MsgBody: [], MsgSeq: 7 };
const options = { path: '/im-callback', sdkAppId, token };
const after = composeRequest('Group.CallbackAfterSendMsg', message, options);
const before = composeRequest('Group.CallbackBeforeSendMsg', message, options);

const handlers = {
  'an asynchronous handler': { options: { onGroupMsg: async () => {} }, composed: after, promises: 3 },
  'a synchronous handler': { options: { beforeGroupMsg: () => allow() }, composed: before, promises: 0 },
  'no handler': { options: {}, composed: after, promises: 0 },
};

describe.each(Object.entries(handlers))('a request with %s', (_name, { options, composed, promises }) => {
  const callbacks = imCallbacks({ tencent: { sdkAppId, token }, ...options });
  const cost = async () => {
    await exchange(callbacks, composed); // what is made once, is made here
    const spies = {
      timers: jest.spyOn(globalThis, 'setTimeout'),
      parse: jest.spyOn(JSON, 'parse'),
      stringify: jest.spyOn(JSON, 'stringify'),
      hash: jest.spyOn(crypto, 'hash'),
      createHash: jest.spyOn(crypto, 'createHash'),
      randomUUID: jest.spyOn(crypto, 'randomUUID'),
      concat: jest.spyOn(Buffer, 'concat'),
      unescape: jest.spyOn(querystring, 'unescape'),
    };
    await exchange(callbacks, composed); // a setTimeout that has been replaced is used once more
    for (const spy of Object.values(spies)) spy.mockClear();
    const split = jest.spyOn(String.prototype, 'split');
    const measured = await exchange(callbacks, composed);
    const calls = Object.entries(spies).map(([name, spy]) => [name, spy.mock.calls.length]);
    const lists = split.mock.calls.filter(([separator]) => String(separator) === '&').length;
    split.mockRestore();
    return { ...measured, lists, calls: Object.fromEntries(calls) as Record<keyof typeof spies, number> };
  };

  it('parses once, writes no JSON, and hashes once a second', async () => {
    const { status, calls } = await cost();
    expect({ status, ...calls, timers: undefined }).toEqual({
      status: 200,
      timers: undefined,
      parse: 1,
      stringify: 0,
      hash: 0, // the request before was signed alike
      createHash: 0,
      randomUUID: 0, // its operationID counts on from that of the request before
      concat: 0, // a body of one piece is not copied
      unescape: 0,
    });
  });

  it('reads the query without making a list of it', async () => {
    const { lists } = await cost();
    expect(lists).toBe(0);
  });

  it('looks at the request at most 12 times', async () => {
    const { looks } = await cost();
    expect(looks).toBeLessThanOrEqual(12);
  });

  it(`makes no timer of its own and at most ${promises} promises`, async () => {
    const measured = await cost();
    expect(measured.calls.timers).toBe(0); // one runs for all bodies, and one for all deadlines
    expect(measured.promises).toBeLessThanOrEqual(promises);
  });

  it('adds nothing to the request, and to the response only its locals', async () => {
    const { added } = await cost();
    // Node counts listeners, and keeps the status line.
    const expected = { req: ['_eventsCount'], res: ['locals', 'statusCode', 'statusMessage'] };
    expect(added.req.filter((key) => !expected.req.includes(key))).toEqual([]);
    expect(added.res.filter((key) => !expected.res.includes(key))).toEqual([]);
  });

  it('listens to the request for its body, and not to the response', async () => {
    const { listeners } = await cost();
    expect(listeners.req).toBeLessThanOrEqual(4);
    expect(listeners.res).toBe(0);
  });
});

it('stores a callback with at most 7 promises, three of which count its number', async () => {
  const callbacks = imCallbacks({ tencent: { sdkAppId, token }, inbox: memoryInbox(), worker: false });
  await callbacks.ready();
  await exchange(callbacks, after);
  const { status, promises } = await exchange(callbacks, after);
  expect(status).toBe(200);
  expect(promises).toBeLessThanOrEqual(7);
});

it('makes a list of the query once where it has a RequestId, and decodes what is escaped', async () => {
  const callbacks = imCallbacks({ tencent: { sdkAppId, token } });
  const split = jest.spyOn(String.prototype, 'split');
  const decode = jest.spyOn(querystring, 'unescape');
  const { status } = await exchange(callbacks, { ...after, url: `${after.url}&RequestId=a%41` });
  const lists = split.mock.calls.filter(([separator]) => String(separator) === '&').length;
  expect([status, lists, decode.mock.calls.length]).toEqual([200, 1, 2]); // once for the id, once with all others
});

it('hashes once for each RequestTime', async () => {
  const callbacks = imCallbacks({ tencent: { sdkAppId, token } });
  const at = (seconds: number) =>
    composeRequest('Group.CallbackAfterSendMsg', message, { ...options, now: Date.now() + seconds * 1000 });
  const sent = [at(-1), at(-1), at(1), at(1), at(-1)];
  const hash = jest.spyOn(crypto, 'hash');
  const counts: number[] = [];
  for (const composed of sent) {
    expect(await exchange(callbacks, composed)).toMatchObject({ status: 200 });
    counts.push(hash.mock.calls.length);
  }
  expect(counts).toEqual([1, 1, 2, 2, 3]);
});

it('takes each entry apart once where all need normalising, and makes no context for any', () => {
  const Entry = fields('Entry', { id: text });
  const [is, validate] = [jest.spyOn(Entry, 'is'), jest.spyOn(Entry, 'validate')];
  const context = jest.spyOn(t, 'appendContext');
  const request = fields('Request', { entries: list(Entry) });
  const body = { entries: Array.from({ length: 100 }, (_, i) => ({ id: i })) };
  expect(decodeBody({ request } as never, body)).toMatchObject({ _tag: 'Right', right: { dropped: [] } });
  expect(is.mock.calls.length).toBeLessThanOrEqual(2); // the first entry, by the body's `is` and by its list
  expect(validate).toHaveBeenCalledTimes(100);
  expect(context).not.toHaveBeenCalled();
});

it('looks at each entry once, and takes none apart, when only a value beside them needs normalising', () => {
  const Entry = fields('Entry', { id: text });
  const is = jest.spyOn(Entry, 'is');
  const validate = jest.spyOn(Entry, 'validate');
  const request = fields('Request', { entries: list(Entry) }, { time: integer });
  const body = { entries: Array.from({ length: 100 }, (_, i) => ({ id: `${i}` })), time: '7' };
  expect(decodeBody({ request } as never, body)).toMatchObject({ right: { body: { time: 7 } } });
  expect(is).toHaveBeenCalledTimes(100);
  expect(validate).not.toHaveBeenCalled();
});

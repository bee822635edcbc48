/** Bodies that a host has read before us, in whatever form it has left them. */
import http from 'node:http';
import express from 'express';
import express4 from 'express4';
import request from 'supertest';
import { type FailureReport, imCallbacks, refuse } from '../../src';
import { composeRequest } from '../../src/vendors/tencent';
import { listening, post } from '../support/post';
import { sdkAppId, token } from '../support/send';

const message = {
  GroupId: 'g',
  From_Account: 'u',
  MsgBody: [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: '+ & = %41 你好' } }],
};
const options = { path: '/im-callback', sdkAppId, token };
const before = composeRequest('Group.CallbackBeforeSendMsg', message, options);
const refusal = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":1}';

function receiver(more: object = {}) {
  const texts: unknown[] = [];
  const failures: FailureReport[] = [];
  const callbacks = imCallbacks({
    tencent: { sdkAppId, token },
    beforeGroupMsg: (event) => {
      const [element] = event.body.MsgBody;
      texts.push(element?.MsgType === 'TIMTextElem' ? element.MsgContent.Text : element);
      return refuse();
    },
    onFailure: (failure) => failures.push(failure),
    ...more,
  });
  return { callbacks, texts, failures };
}

type Left = { body?: unknown; rawBody?: unknown };

/** A host that has read the stream and leaves what the test says. */
function hostLeaving(left: (bytes: Buffer) => Left, callbacks: ReturnType<typeof imCallbacks>) {
  return http.createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => callbacks(Object.assign(req, left(Buffer.concat(chunks))), res));
  });
}

const send = (server: Parameters<typeof request>[0], headers: Record<string, string> = {}) =>
  request(server)
    .post(before.url)
    .set({ ...before.headers, ...headers })
    .send(before.body);

const arrayBufferOf = (bytes: Buffer) => new Uint8Array(bytes).buffer;

describe('a body that a host has read', () => {
  it.each<[string, (bytes: Buffer) => Left]>([
    ['a Buffer', (bytes) => ({ body: bytes })],
    ['a Uint8Array', (bytes) => ({ body: new Uint8Array(bytes) })],
    [
      'a DataView of part of a buffer',
      (bytes) => {
        const room = new Uint8Array(bytes.length + 10);
        room.set(bytes, 5);
        return { body: new DataView(room.buffer, 5, bytes.length) };
      },
    ],
    ['an ArrayBuffer', (bytes) => ({ body: arrayBufferOf(bytes) })],
    ['a text', (bytes) => ({ body: bytes.toString() })],
    ['a boxed text', (bytes) => ({ body: new String(bytes.toString()) })],
    ['an object of JSON', (bytes) => ({ body: JSON.parse(bytes.toString()) })],
    [
      'an object without a prototype',
      (bytes) => ({ body: Object.assign(Object.create(null), JSON.parse(bytes.toString())) }),
    ],
    ['the bytes in rawBody alone', (bytes) => ({ rawBody: bytes })],
    ['a text in rawBody alone', (bytes) => ({ rawBody: bytes.toString() })],
    ['a view in rawBody, beside an empty body', (bytes) => ({ rawBody: new Uint8Array(bytes), body: {} })],
    ['the bytes in rawBody, beside a form', (bytes) => ({ rawBody: bytes, body: { [bytes.toString()]: '' } })],
  ])('is understood as %s', async (_name, left) => {
    const { callbacks, texts, failures } = receiver();
    const res = await send(hostLeaving(left, callbacks));
    expect([res.status, res.text, texts, failures]).toEqual([200, refusal, ['+ & = %41 你好'], []]);
  });

  it.each<[string, (bytes: Buffer) => Left, RegExp]>([
    ['nothing', () => ({}), /left no req.body/],
    ['a form', (bytes) => ({ body: { [bytes.toString()]: '' } }), /a form parser, e.g. express.urlencoded\(\)/],
    ['a Blob', (bytes) => ({ body: new Blob([bytes.toString()]) }), /req.body is a Blob/],
    ['a Map', () => ({ body: new Map([['GroupId', 'g']]) }), /req.body is a Map/],
    ['URLSearchParams', () => ({ body: new URLSearchParams('a=1') }), /req.body is a URLSearchParams/],
    ['a boxed number', () => ({ body: new Number(7) }), /req.body is a Number/],
    ['a stream', () => ({ body: process.stdin }), /which is no object of JSON/],
  ])('is a failure that names its cause as %s', async (_name, left, words) => {
    for (const [failurePolicy, status, text] of [
      ['allow', 400, undefined],
      ['refuse', 200, refusal],
    ] as const) {
      const { callbacks, texts, failures } = receiver({ failurePolicy });
      const res = await send(hostLeaving(left, callbacks));
      expect([res.status, texts]).toEqual([status, []]);
      if (text !== undefined) expect(res.text).toBe(text);
      expect(failures).toEqual([
        expect.objectContaining({
          kind: 'bodyMisread',
          message: expect.stringMatching(words),
          command: 'Group.CallbackBeforeSendMsg',
        }),
      ]);
      expect(failures[0]?.message).toContain('mount the router before it');
    }
  });

  it('keeps integers that the parser in front has rounded, where the bytes are kept', async () => {
    const body = '{"GroupId":12345678901234567890,"From_Account":"u","MsgBody":[]}';
    const { callbacks, failures } = receiver({
      onAny: (event: { body: { GroupId: unknown } }) => ids.push(event.body.GroupId),
    });
    const ids: unknown[] = [];
    const server = hostLeaving((bytes) => ({ rawBody: bytes, body: JSON.parse(bytes.toString()) }), callbacks);
    await request(server).post(before.url).send(body);
    expect([ids, failures]).toEqual([['12345678901234567890'], []]);
  });

  it('is bounded in bytes as one that is read here', async () => {
    const { callbacks, failures } = receiver({ tencent: { sdkAppId, token, bodyLimitBytes: 20 } });
    await send(hostLeaving((bytes) => ({ rawBody: bytes }), callbacks));
    expect(failures.map(({ kind }) => kind)).toEqual(['bodyTooLarge']);
  });
});

describe.each<[string, typeof express]>([
  ['4', express4 as never], // its types are those of another version, and what is used of them is the same
  ['5', express],
])('parsers of Express %s in front', (_major, framework) => {
  const verify = (req: http.IncomingMessage, _res: http.ServerResponse, bytes: Buffer) =>
    void Object.assign(req, { rawBody: bytes });
  const all = { type: () => true };
  const parsers: Record<string, express.RequestHandler[]> = {
    none: [],
    'json()': [framework.json()],
    'json() of every type': [framework.json(all)],
    'text() of every type': [framework.text(all)],
    'raw() of every type': [framework.raw(all)],
    'json() and urlencoded() with verify': [
      framework.json({ verify }),
      framework.urlencoded({ extended: true, verify }),
    ],
  };
  const types = [
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain',
    'application/octet-stream',
    'application/json; charset=utf-8',
    'nonsense',
  ];

  it.each(Object.entries(parsers))('change nothing: %s', async (_name, handlers) => {
    for (const type of types) {
      const { callbacks, texts, failures } = receiver();
      const app = framework();
      for (const handler of handlers) app.use(handler);
      app.use('/im-callback', callbacks);
      const res = await send(app, { 'Content-Type': type });
      expect([type, res.status, res.text, texts, failures]).toEqual([type, 200, refusal, ['+ & = %41 你好'], []]);
    }
  });

  it('are named where they have eaten the JSON, and nothing is let through in silence', async () => {
    const { callbacks, failures } = receiver();
    const app = framework().use(framework.json(), framework.urlencoded({ extended: false }), callbacks);
    const res = await send(app, { 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(res.status).toBe(400);
    expect(failures.map(({ kind }) => kind)).toEqual(['bodyMisread']);
  });
});

describe('bytes that are not UTF-8', () => {
  const gbk = Buffer.concat([
    Buffer.from('{"GroupId":"g","From_Account":"u","MsgBody":[{"MsgType":"TIMTextElem","MsgContent":{"Text":"'),
    Buffer.from([0xc4, 0xe3]),
    Buffer.from('"}}]}'),
  ]);

  it('are decoded, and reported once', async () => {
    const { callbacks, texts, failures } = receiver();
    const { server, port } = await listening(callbacks);
    const res = await post(port, before.url, gbk);
    server.close();
    server.closeIdleConnections();
    expect([res.status, texts]).toEqual([200, ['\ufffd\ufffd']]);
    expect(failures).toMatchObject([{ kind: 'notUtf8', command: 'Group.CallbackBeforeSendMsg' }]);
  });

  it('are told from a U+FFFD that was sent', async () => {
    const { callbacks, texts, failures } = receiver();
    const sent = { ...message, MsgBody: [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: '\ufffd' } }] };
    const composed = composeRequest('Group.CallbackBeforeSendMsg', sent, options);
    await request(http.createServer(callbacks)).post(composed.url).type('json').send(composed.body);
    expect([texts, failures]).toEqual([['\ufffd'], []]);
  });
});

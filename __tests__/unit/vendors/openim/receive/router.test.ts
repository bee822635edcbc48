import request from 'supertest';
import { allow, drop, refuse } from '../../../../../src';
import type { Mounted } from '../../../../../src/receiver/options';
import type { OpenimOptions } from '../../../../../src/vendors/openim';
import { composeRequest } from '../../../../../src/vendors/openim';
import { receiver, send } from '../../../../support/send';

const path = '/im-callback';
const allowed = '{"actionCode":0,"errCode":0,"errMsg":"Success","errDlt":"","nextCode":0}';
const read = { sendID: 'u_bob', receiveID: 'u_bob', unreadMsgNum: 57, contentType: 3 };
const message = { sendID: 'u_alice', groupID: 'g1', content: '{"content":"hi"}', atUserList: null };
const before = 'callbackBeforeSendGroupMsgCommand' as const;
const after = 'callbackAfterGroupMsgReadCommand' as const;

function openim(options: Partial<Mounted<{ openim: OpenimOptions }>> = {}) {
  return receiver({ openim: {}, ...options });
}

describe('the OpenIM router finds the command', () => {
  const alias = 'callbackGroupMsgReadCommand';
  it.each([
    ['in the path (servers from 3.4.2 on)', `/${after}`, { ...read, callbackCommand: after }],
    ['in the path behind two slashes', `//${after}`, { ...read, callbackCommand: after }],
    ['in the path alone', `/${after}`, read],
    ['in the path with the key of server main', `/${after}?key=eyJzZW5kSUQiOiIifQ%3D%3D`, read],
    ['in the query, as the document says', `?command=${alias}&contenttype=json`, { ...read, callbackCommand: alias }],
    ['in the query without contenttype', `?command=${alias}`, { ...read, callbackCommand: alias }],
    ['only in the body (servers 2.x)', '', { ...read, callbackCommand: alias }],
    ['in the path by its new name, in the body by its old one', `/${after}`, { ...read, callbackCommand: alias }],
    [
      'in the body, where a query of the configured URL swallowed the command',
      `?token=x/${after}`,
      { ...read, callbackCommand: after },
    ],
  ])('%s', async (_name, url, body) => {
    const seen: [string, string][] = [];
    const { app } = openim({ onReadReceipt: (event) => void seen.push([event.command, event.wire]) });
    const res = await request(app).post(`${path}${url}`).send(body);
    expect([res.status, res.text]).toEqual([200, allowed]);
    expect(seen).toEqual([
      [
        after,
        url.includes(after) && !url.includes('token')
          ? after
          : ((body as { callbackCommand?: string }).callbackCommand ?? after),
      ],
    ]);
  });
});

describe('the OpenIM router answers what went well', () => {
  it.each([
    ['allow', () => allow(), allowed],
    ['refuse', () => refuse(), '{"actionCode":0,"errCode":20001,"errMsg":"","errDlt":"","nextCode":1}'],
    [
      'refuse with code, info and detail',
      () => refuse({ code: 20100, info: 'spam', detail: 'rule 7' }),
      '{"actionCode":0,"errCode":20100,"errMsg":"spam","errDlt":"rule 7","nextCode":1}',
    ],
  ])('with the bytes that mean %s', async (_name, verdict, bytes) => {
    const { app, failures } = openim({ beforeGroupMsg: verdict });
    const res = await send(app, composeRequest(before, message, { path }));
    expect([res.status, res.body]).toEqual([200, bytes]);
    expect(res.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(failures).toEqual([]);
  });

  it('refuses with actionCode 1 for a server before 3.0', async () => {
    const { app } = openim({ openim: { serverVersion: '2.3' }, beforeGroupMsg: () => refuse() });
    const res = await send(app, composeRequest(before, message, { path, commandIn: 'body' }));
    expect(JSON.parse(res.body)).toEqual({ actionCode: 1, errCode: 20001, errMsg: '', errDlt: '', nextCode: 0 });
  });

  it('stops the message where a handler of both vendors returns drop()', async () => {
    const { app, failures } = openim({ beforeGroupMsg: (() => drop()) as never });
    const res = await send(app, composeRequest(before, message, { path }));
    expect(JSON.parse(res.body)).toMatchObject({ actionCode: 0, nextCode: 1, errCode: 20001 });
    expect(failures).toMatchObject([
      { kind: 'badVerdict', message: `${before} does not support drop(); return refuse() instead` },
    ]);
  });

  it('with an approval for a command it does not know', async () => {
    const unknown: string[] = [];
    const { app } = openim({ onUnknownCommand: (event) => unknown.push(event.command) });
    const res = await request(app).post(`${path}/callbackTomorrowCommand`).send({});
    expect([res.status, res.text, unknown]).toEqual([200, allowed, ['callbackTomorrowCommand']]);
  });
});

describe('the OpenIM router and the operationID', () => {
  const made = /^[0-9a-f-]{36}$/;
  it.each([
    ['sends the header back', '1646445464564', {}, /^1646445464564$/],
    ['takes the form of presence callbacks', 'p_17_3', {}, /^p_17_3$/],
    ['makes one when the header is missing', '', {}, made],
    ['takes the one in the body when the header is missing (servers 2.x)', '', { operationID: '42' }, /^42$/],
    ['replaces one that could break a log line', 'a b<script>', {}, made],
    ['replaces one that is too long', 'x'.repeat(129), {}, made],
  ])('%s', async (_name, operationID, extra, expected) => {
    const seen: string[] = [];
    const { app } = openim({ onReadReceipt: (event) => void seen.push(event.operationID) });
    const res = await send(app, composeRequest(after, { ...read, ...extra }, { path, operationID }));
    expect(res.headers.operationid).toMatch(expected);
    expect(seen).toEqual([res.headers.operationid]);
  });
});

describe('the OpenIM router refuses in plain text, which its server cannot take for an approval', () => {
  const secret = 'qX3-long_enough-secret';
  const login = { user: 'im', password: 'correct horse' };
  const good = { ...read, callbackCommand: after };

  it.each([
    ['a wrong secret', { secret }, `/wrong-secret-of-any-length/${after}`, good, 403, 'wrongSecret'],
    ['no secret', { secret }, `/${after}`, good, 403, 'wrongSecret'],
    ['no credentials', { credentials: login }, `/${after}`, good, 403, 'wrongCredentials'],
    [
      'an address that is not allowed',
      { allowedAddresses: ['10.0.0.0/8', '::1'] },
      `/${after}`,
      good,
      403,
      'addressNotAllowed',
    ],
    ['a body that is not JSON', {}, `/${after}`, 'x', 400, 'notJson'],
    ['a body that is a list', {}, `/${after}`, [], 400, 'notAnObject'],
    ['no command anywhere', {}, '', {}, 400, 'noCommand'],
    ['path and body that differ', {}, `/${before}`, good, 400, 'commandMismatch'],
    ['query and body that differ', {}, `?command=${before}`, good, 400, 'commandMismatch'],
    ['path and query that differ', {}, `/${after}?command=${before}`, good, 400, 'commandMismatch'],
    ['a command given twice', {}, `?command=${after}&command=${before}`, good, 400, 'repeatedParameter'],
    ['a body over the limit', { bodyLimitBytes: 10 }, `/${after}`, good, 413, 'bodyTooLarge'],
  ])('%s', async (_name, options, url, body, status, kind) => {
    const { app, failures, settled } = openim({ openim: options });
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const res = await request(app).post(`${path}${url}`).set('Content-Type', 'application/json').send(text);
    expect(res.status).toBe(status);
    expect(res.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(() => JSON.parse(res.text)).toThrow();
    expect(failures.map((failure) => failure.kind)).toEqual([kind]);
    expect(settled).toMatchObject([{ outcome: 'failed', failure: kind, status }]);
    expect(JSON.stringify([res.text, failures, settled])).not.toMatch(/qX3-long|correct horse|wrong-secret/);
  });

  it('a wrong method: 405 with Allow (what a redirect on the way makes of a POST)', async () => {
    const { app } = openim();
    const res = await request(app).get(`${path}/${after}`);
    expect([res.status, res.headers.allow, res.text]).toEqual([405, 'POST', 'a callback is a POST, not a GET\n']);
  });

  it.each([
    ['the right secret', { secret }, `/${secret}/${after}`, {}],
    ['one of two secrets', { secret: ['another-one-0123456789', secret] }, `/${secret}`, {}],
    [
      'the right credentials',
      { credentials: login },
      `/${after}`,
      { Authorization: `Basic ${btoa('im:correct horse')}` },
    ],
    ['an allowed address', { allowedAddresses: ['127.0.0.0/8', '::1'] }, `/${after}`, {}],
    ['an allowed address, not in a list', { allowedAddresses: '127.0.0.0/8' }, `/${after}`, {}],
  ])('but lets in %s', async (_name, options, url, headers) => {
    const { app, failures } = openim({ openim: options });
    const res = await request(app).post(`${path}${url}`).set(headers).send(good);
    expect([res.status, res.text, failures]).toEqual([200, allowed, []]);
  });

  it('cuts the secret out of the URL that access loggers read', async () => {
    const { app } = openim({ openim: { secret } });
    const urls: unknown[] = [];
    const outer = (await import('express')).default();
    outer.use((req, res, next) => {
      res.on('finish', () => urls.push(req.originalUrl, req.url));
      next();
    });
    outer.use(app);
    await request(outer).post(`${path}/${secret}/${after}?key=1`).send(good);
    expect(urls.map(String).join()).not.toContain(secret);
    expect(urls[0]).toBe(`${path}/${after}?key=1`);
  });
});

describe('a callback of OpenIM that fails', () => {
  it.each([
    [
      'an after body that does not fit',
      { onReadReceipt: () => {} },
      { sendID: 'a', unreadMsgNum: 'many' },
      'undecodable',
      /unreadMsgNum: expected integer, got string/,
    ],
    [
      'an after-handler that throws',
      {
        onReadReceipt: () => {
          throw new Error('db down');
        },
      },
      read,
      'handlerFailed',
      /^the handler failed$/,
    ],
    // Servers 3.4.2 to 3.5 make any other reply an error of the operation that the user has finished.
  ])('%s: an approval, and onFailure is told', async (_name, handlers, body, kind, message) => {
    const { app, failures } = openim(handlers);
    const res = await request(app).post(`${path}/${after}`).send(body);
    expect(res.status).toBe(200);
    expect(res.text).toBe(allowed);
    expect(failures).toEqual([expect.objectContaining({ kind, message: expect.stringMatching(message) })]);
  });

  it.each([
    ['allow', allowed],
    ['refuse', '{"actionCode":0,"errCode":20001,"errMsg":"","errDlt":"","nextCode":1}'],
  ] as const)('before: the policy %s', async (failurePolicy, bytes) => {
    const handlers = [() => Promise.reject(new Error('db down')), () => new Promise<never>(() => {})];
    for (const beforeGroupMsg of handlers) {
      const { app } = openim({ openim: { deadlineMs: 20 }, beforeGroupMsg, failurePolicy });
      const res = await send(app, composeRequest(before, message, { path }));
      expect([res.status, res.body]).toEqual([200, bytes]);
    }
  });

  it('after, past the deadline: an approval', async () => {
    const { app, failures } = openim({ openim: { deadlineMs: 20 }, onReadReceipt: () => new Promise(() => {}) });
    const res = await send(app, composeRequest(after, read, { path }));
    expect([res.body, failures.map(({ kind }) => kind)]).toEqual([allowed, ['deadlinePassed']]);
  });

  it('approves a callback that names no command on 2.0 alone, where anything else would be an error of the message', async () => {
    for (const [serverVersion, status] of [
      ['2.0', 200],
      ['2.3', 400],
    ] as const) {
      const { app, failures } = openim({ openim: { serverVersion } });
      const res = await request(app).post(path).send({ sendID: 'a' });
      expect([res.status, failures.map(({ kind }) => kind)]).toEqual([status, ['noCommand']]);
      if (status === 200) expect(res.text).toBe(allowed);
    }
  });

  it('lets in credentials of the greatest length', async () => {
    const credentials = { user: 'im', password: 'x'.repeat(765) };
    const { app, failures } = openim({ openim: { credentials } });
    const Authorization = `Basic ${btoa(`im:${credentials.password}`)}`;
    const res = await request(app).post(`${path}/${after}`).set({ Authorization }).send(read);
    expect([res.status, failures]).toEqual([200, []]);
  });
});

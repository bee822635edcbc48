/** Replies that cannot be sent, and connections that are to go elsewhere. */
import { once } from 'node:events';
import http from 'node:http';
import http2 from 'node:http2';
import express from 'express';
import { type FailureReport, imCallbacks, refuse, type SettledRecord } from '../../src';
import { composeRequest } from '../../src/vendors/tencent';
import { deferred } from '../support/deferred';
import { eventually } from '../support/inbox/deliveries';
import { listening, post } from '../support/post';
import { sdkAppId, send, token } from '../support/send';

const options = { path: '/im-callback', sdkAppId, token };
const message = { GroupId: 'g', From_Account: 'u', MsgBody: [] };
const before = composeRequest('Group.CallbackBeforeSendMsg', message, options);
const after = composeRequest('Group.CallbackAfterSendMsg', message, options);

/** A receiver whose before-handler waits until the test lets it refuse. */
function waiting(more: object = {}) {
  let decide = () => {};
  const asked = deferred<void>();
  const failures: FailureReport[] = [];
  const settled = deferred<SettledRecord>();
  const callbacks = imCallbacks({
    tencent: { sdkAppId, token },
    beforeGroupMsg: () =>
      new Promise((resolve) => {
        decide = () => resolve(refuse());
        asked.resolve();
      }),
    onFailure: (failure) => failures.push(failure),
    onSettled: (record) => settled.resolve(record),
    ...more,
  });
  return { callbacks, failures, settled: settled.promise, asked: asked.promise, decide: () => decide() };
}

describe('a refusal that never left', () => {
  it('is not counted as one where the host has answered first', async () => {
    const { callbacks, failures, settled, asked, decide } = waiting();
    let answer = () => {};
    const app = express().use((_req, res, next) => {
      answer = () => res.status(504).end();
      next();
    }, callbacks);
    const sent = send(app, before).then((res) => res);
    await asked;
    answer();
    expect((await sent).status).toBe(504);
    decide();
    expect(await settled).toMatchObject({ outcome: 'notSent', failure: 'replyNotSent', status: 504 });
    expect(failures).toMatchObject([{ kind: 'replyNotSent', outcome: 'refused', reason: 'answered' }]);
  });

  it('is not counted as one where the sender has gone', async () => {
    const { callbacks, failures, settled, asked, decide } = waiting();
    const gone = deferred<void>();
    const server = http.createServer((req, res) => {
      res.on('close', () => gone.resolve());
      callbacks(req, res);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const req = http.request({ host: '127.0.0.1', port, path: before.url, method: 'POST', headers: before.headers });
    req.on('error', () => {});
    req.end(before.body);
    await asked;
    req.destroy();
    await gone.promise;
    decide();
    expect(await settled).toMatchObject({ outcome: 'notSent', failure: 'replyNotSent', status: 0 });
    expect(failures).toMatchObject([{ kind: 'replyNotSent', reason: 'gone' }]);
    server.close();
  });
});

describe('a kept connection', () => {
  it('is closed by every reply while draining', async () => {
    const { callbacks, asked, decide } = waiting();
    const { server, port } = await listening(callbacks);
    const inHand = post(port, before.url, before.body);
    await asked;
    expect((await post(port, after.url, after.body)).headers.connection).toBe('keep-alive');
    const drained = callbacks.drain();
    expect(await post(port, after.url, after.body)).toMatchObject({ status: 503, headers: { connection: 'close' } });
    expect(await post(port, before.url, before.body)).toMatchObject({ status: 200, headers: { connection: 'close' } });
    decide();
    expect((await inHand).headers.connection).toBe('close');
    await drained;
    server.close();
  });

  it('is closed by a 503 that another process could answer better', async () => {
    const { callbacks, asked, decide } = waiting({ maxConcurrent: 1 });
    const { server, port } = await listening(callbacks);
    const inHand = post(port, before.url, before.body);
    await asked;
    expect(await post(port, after.url, after.body)).toMatchObject({ status: 503, headers: { connection: 'close' } });
    decide();
    expect((await inHand).headers.connection).toBe('keep-alive');
    server.close();
    server.closeIdleConnections();
  });

  it('of HTTP/2 gets no header that it does not have', async () => {
    const warnings: string[] = [];
    const warned = (warning: Error) => warnings.push(warning.name);
    process.on('warning', warned);
    const callbacks = imCallbacks({ tencent: { sdkAppId, token } });
    const server = http2.createServer((req, res) => callbacks(req as never, res as never));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    await callbacks.drain();
    const client = http2.connect(`http://127.0.0.1:${port}`);
    const stream = client.request({ ':method': 'POST', ':path': after.url });
    const [headers] = await once(stream.end(after.body), 'response');
    expect(headers[':status']).toBe(503);
    client.close();
    server.close();
    await new Promise(setImmediate);
    process.off('warning', warned);
    expect(warnings).toEqual([]);
  });
});

it('bounds the callbacks whose reply is made from the body: as many again, and no more', async () => {
  const failures: FailureReport[] = [];
  const callbacks = imCallbacks({
    tencent: { sdkAppId, token, bodyTimeoutMs: 20_000 },
    maxConcurrent: 2,
    onFailure: (failure) => failures.push(failure),
  });
  const { server, port } = await listening(callbacks);
  const path = composeRequest('Sns.CallbackPrevFriendAdd', {}, options).url;
  const sent = Array.from({ length: 10 }, () => {
    const headers = { 'Content-Length': 100 };
    const req = http.request({ host: '127.0.0.1', port, path, method: 'POST', headers });
    req.on('error', () => {});
    req.write('{');
    return req;
  });
  // Two have a place, two more are read for their reply, and six find no room.
  await eventually(() => failures.length === 6);
  for (const req of sent) req.destroy();
  await callbacks.drain();
  expect(failures.filter(({ kind }) => kind === 'overloaded').length).toBe(6);
  server.close();
});

import http from 'node:http';
import express from 'express';
import express4 from 'express4';
import request from 'supertest';
import { type FailureReport, imCallbacks } from '../../../../../src';

const secret = 'a-secret-path-segment-1';
const after = 'callbackAfterGroupMsgReadCommand';
const body = { sendID: 'u_bob', unreadMsgNum: 1 };

/** A receiver, and all that a log of its host could read of its requests when they have ended. */
function watched() {
  const seen: unknown[] = [];
  const failures: FailureReport[] = [];
  const callbacks = imCallbacks({
    openim: { secret: ['another-secret-0123456789', secret] },
    onFailure: (failure) => failures.push(failure),
    onReadReceipt: (event) => seen.push(event.key),
  });
  const urls: string[] = [];
  const log = (req: http.IncomingMessage, res: http.ServerResponse, next: () => void) => {
    const routed: http.IncomingMessage & { originalUrl?: string; baseUrl?: string; path?: string } = req;
    res.on('finish', () => urls.push([routed.url, routed.originalUrl, routed.baseUrl, routed.path].join(' ')));
    next();
  };
  return { callbacks, urls, log, seen, failures };
}

/** A bare `node:http` server, which strips nothing. */
function bare(watch: ReturnType<typeof watched>): http.Server {
  return http.createServer((req, res) => watch.log(req, res, () => watch.callbacks(req, res)));
}

describe.each<[string, typeof express]>([
  ['4', express4 as never], // its types are those of another version, and what is used of them is the same
  ['5', express],
])('the secret on Express %s', (major, framework) => {
  const star = major === '4' ? '*' : '*rest';
  const mounts: Record<string, (app: express.Express, callbacks: ReturnType<typeof imCallbacks>) => unknown> = {
    'app.use': (app, callbacks) => app.use('/im-callback', callbacks),
    'app.use of a router of a router': (app, callbacks) =>
      app.use('/', framework.Router().use('/im-callback', framework.Router().use(callbacks))),
    'app.use with the secret in the mount': (app, callbacks) => app.use(`/im-callback/${secret}`, callbacks),
    'app.use with a parameter in the mount': (app, callbacks) => app.use('/im-callback/:secret', callbacks),
    'app.post with parameters': (app, callbacks) => app.post('/im-callback/:secret/:command', callbacks),
    'app.all with a wildcard': (app, callbacks) => app.all(`/im-callback/${star}`, callbacks),
  };

  it.each(Object.entries(mounts))('is found, and cut out of every URL, by %s', async (_name, mount) => {
    const watch = watched();
    const app = framework();
    app.use(watch.log);
    mount(app, watch.callbacks);
    const res = await request(app).post(`/im-callback/${secret}/${after}?key=1`).send(body);
    expect([res.status, watch.seen.length, watch.failures]).toEqual([200, 1, []]);
    expect(watch.urls.join()).not.toContain(secret);
    expect(watch.urls.join()).toContain(`/im-callback/${after}?key=1`);
  });

  it.each(Object.entries(mounts).filter(([name]) => !name.includes('secret in')))(
    'is refused where it is wrong, and cut out all the same, by %s',
    async (_name, mount) => {
      const wrong = 'the-secret-of-yesterday-1';
      const watch = watched();
      const app = framework();
      app.use(watch.log);
      mount(app, watch.callbacks);
      const res = await request(app).post(`/im-callback/${wrong}/${after}`).send(body);
      expect([res.status, watch.seen, watch.failures.map(({ kind }) => kind)]).toEqual([403, [], ['wrongSecret']]);
      expect(watch.urls.join()).not.toContain(wrong);
    },
  );
});

it.each(['/', '/im-callback/', '/a/b/c/', '//'])('is found by a bare server below %s', async (base) => {
  const watch = watched();
  const res = await request(bare(watch)).post(`${base}${secret}/${after}`).send(body);
  expect([res.status, watch.seen.length]).toEqual([200, 1]);
  expect(watch.urls.join()).not.toContain(secret);
});

it.each([
  ['behind more segments than anybody has', `${'/x'.repeat(40)}/${secret}/${after}`],
  ['in the query', `/${after}?secret=${secret}`],
  ['encoded', `/%61${secret.slice(1)}/${after}`],
  ['in part of a segment', `/x-${secret}/${after}`],
  ['in the body alone', `/${after}`],
])('is not found %s', async (_where, path) => {
  const watch = watched();
  const res = await request(bare(watch))
    .post(path)
    .send({ ...body, secret });
  expect([res.status, watch.seen]).toEqual([403, []]);
});

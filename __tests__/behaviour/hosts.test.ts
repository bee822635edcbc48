import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import bodyParser from 'body-parser';
import express5 from 'express';
import express4 from 'express4';
import request from 'supertest';
import { imCallbacks } from '../../src';

const bodies: unknown[] = [];
const make = () =>
  imCallbacks({
    tencent: { sdkAppId: 1400000001 },
    openim: {},
    onReadReceipt: (event) => void bodies.push(event.body),
  });
const url = '?SdkAppid=1400000001&CallbackCommand=Group.CallbackAfterReadReceipt';
const body = { GroupId: '@TGS#1', GroupMsgReceiptList: [{ MsgSeq: 1 }] };
const ok = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}';

beforeEach(() => {
  bodies.length = 0;
});

type AnyExpress = typeof express5;
const versions: [string, AnyExpress][] = [
  ['Express 4', express4 as unknown as AnyExpress],
  ['Express 5', express5],
];

describe.each(versions)('on %s', (_version, express) => {
  const parsers: [string, (app: ReturnType<AnyExpress>) => void][] = [
    ['before any parser', () => {}],
    ['after express.json()', (app) => app.use(express.json())],
    ['after express.json() that takes every type', (app) => app.use(express.json({ type: () => true }))],
    ['after express.text()', (app) => app.use(express.text({ type: () => true }))],
    ['after express.raw()', (app) => app.use(express.raw({ type: () => true }))],
    ['after express.urlencoded()', (app) => app.use(express.urlencoded({ extended: true }))],
    ['after the json() of body-parser 2', (app) => app.use(bodyParser.json())],
  ];
  const types = ['application/json', 'application/json; charset=gbk', 'text/plain', undefined];

  it.each(parsers)('%s, with any Content-Type', async (_name, use) => {
    for (const type of types) {
      const app = express();
      use(app);
      app.use('/im-callback', make());
      const post = request(app).post(`/im-callback${url}`);
      if (type !== undefined) post.set('Content-Type', type);
      // express.json() itself refuses a charset it does not know, before we come into play.
      if (type?.includes('gbk') && _name.includes('json')) continue;
      const res = await post.send(type === undefined ? Buffer.from(JSON.stringify(body)) : JSON.stringify(body));
      expect([type, res.status, res.text]).toEqual([type, 200, ok]);
    }
    expect(bodies.every((seen) => JSON.stringify(seen) === JSON.stringify(body))).toBe(true);
    expect(bodies.length).toBeGreaterThan(2);
  });

  it('at any mount depth, in a nested router, under a parameter', async () => {
    const app = express();
    app.use('/a/b/:tenant/im', express.Router().use('/deep', make()));
    const res = await request(app).post(`/a/b/t1/im/deep${url}`).send(body);
    const openim = await request(app)
      .post('/a/b/t1/im/deep/callbackGroupMsgReadCommand')
      .send({ sendID: 'a', unreadMsgNum: 1 });
    expect([res.text, openim.status, JSON.parse(openim.text).nextCode]).toEqual([ok, 200, 0]);
    expect(bodies).toHaveLength(2);
  });

  it('at the root', async () => {
    const res = await request(express().use(make())).post(`/${url}`).send(body);
    expect([res.status, res.text]).toEqual([200, ok]);
  });

  it('as a route, where Express leaves the path as it is', async () => {
    const app = express().post('/im-callback', make() as never);
    const res = await request(app)
      .post('/im-callback')
      .send({ callbackCommand: 'callbackGroupMsgReadCommand', sendID: 'a', unreadMsgNum: 1 });
    expect([res.status, bodies.length]).toEqual([200, 1]);
  });

  it("does not depend on the app's query parser", async () => {
    const app = express().set('query parser', false).use('/im', make());
    const res = await request(app).post(`/im${url}`).send(body);
    expect([res.status, res.text]).toEqual([200, ok]);
  });

  it('inflates a gzipped body', async () => {
    const app = express().use('/im', make());
    const post = request(app).post(`/im${url}`).set('Content-Encoding', 'gzip').set('Content-Type', 'application/json');
    const res = await post.serialize((data) => data as never).send(gzipSync(JSON.stringify(body)) as never);
    expect([res.status, res.text]).toEqual([200, ok]);
  });

  it('says what is wrong when somebody read the body and left nothing', async () => {
    const app = express();
    app.use((req, _res, next) => {
      req.resume().on('end', next);
    });
    app.use('/im', make());
    const res = await request(app).post(`/im${url}`).send(body);
    expect(res.status).toBe(400);
    expect(JSON.parse(res.text).ErrorInfo).toMatch(/mount the router before it/);
  });

  it('takes steps one by one in a Router of the app', async () => {
    const { tencent } = make().routers;
    const router = express.Router();
    for (const middleware of tencent?.middlewares ?? []) router.use(middleware as never);
    const res = await request(express().use('/im', router)).post(`/im${url}`).send(body);
    expect([res.status, res.text]).toEqual([200, ok]);
  });
});

describe('on a bare node:http server', () => {
  let server: http.Server;
  let port: number;
  beforeAll(async () => {
    server = http.createServer(make());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('receives both vendors', async () => {
    const tencent = await request(server).post(`/any/path${url}`).send(body);
    const openim = await request(server).post('/callbackGroupMsgReadCommand').send({ sendID: 'a', unreadMsgNum: 1 });
    expect([tencent.text, openim.status]).toEqual([ok, 200]);
  });

  it.each([
    ['/im-callback?command=callbackGroupMsgReadCommand', {}],
    ['/im-callback', { callbackCommand: 'callbackGroupMsgReadCommand' }],
    ['/im-callback/', { callbackCommand: 'callbackGroupMsgReadCommand' }],
  ])('does not take the end of the mount path for a command: %s', async (target, command) => {
    const res = await request(server)
      .post(target)
      .send({ ...command, sendID: 'a', unreadMsgNum: 1 });
    expect([res.status, bodies.length]).toEqual([200, 1]);
  });

  it('answers 408 to a body that stops coming, and closes the connection', async () => {
    const callbacks = imCallbacks({ tencent: { sdkAppId: 1400000001, bodyTimeoutMs: 50 } });
    const slow = http.createServer(callbacks);
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    const socket = net.connect((slow.address() as AddressInfo).port, '127.0.0.1');
    socket.write(`POST /${url} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"GroupId":`);
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    const answer = Buffer.concat(chunks).toString();
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/connection: close/i);
    await new Promise((resolve) => slow.close(resolve));
  });

  it('keeps the connection usable after a refusal whose body is small', async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const post = (target: string) =>
      new Promise<[number | undefined, boolean]>((resolve, reject) => {
        const req = http.request({ port, host: '127.0.0.1', path: target, method: 'POST', agent }, (res) => {
          res.resume().on('end', () => resolve([res.statusCode, req.reusedSocket]));
        });
        req.on('error', reject).end(JSON.stringify(body));
      });
    // A body of known length: chunked ones are closed, because their end is not known.
    const first = await new Promise<number | undefined>((resolve, reject) => {
      const text = JSON.stringify(body);
      const headers = { 'Content-Length': Buffer.byteLength(text) };
      const req = http.request(
        { port, host: '127.0.0.1', path: '/?SdkAppid=2&CallbackCommand=X', method: 'POST', agent, headers },
        (res) => {
          res.resume().on('end', () => resolve(res.statusCode));
        },
      );
      req.on('error', reject).end(text);
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect([first, await post(`/${url}`)]).toEqual([403, [200, true]]);
    agent.destroy();
  });

  it('survives a sender that hangs up in the middle of a body', async () => {
    let tell = (_record: unknown): void => {};
    const settled = new Promise((resolve) => {
      tell = resolve;
    });
    const own = http.createServer(imCallbacks({ openim: {}, onSettled: (record) => tell(record) }));
    await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
    const socket = net.connect((own.address() as AddressInfo).port, '127.0.0.1');
    socket.write('POST /callbackGroupMsgReadCommand HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"sendID":');
    await new Promise((resolve) => own.once('request', resolve));
    socket.destroy();
    expect(await settled).toMatchObject({ outcome: 'failed', failure: 'bodyUnreadable', status: 400 });
    await new Promise<void>((resolve) => own.close(() => resolve()));
  });
});

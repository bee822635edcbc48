/** With a broker of the test's own: an HTTP endpoint that holds each event against the specification, and may be down. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sample } from '../../src/testing';
import { until } from '../support/demo/running-app';
import { newFolder, type RunningExample, runExample, textBody } from '../support/examples/run-example';
import { freePort } from '../support/free-port';

jest.setTimeout(60_000);

interface Received {
  readonly type: string | undefined;
  readonly event: Record<string, unknown>;
}

const received: Received[] = [];
const folder = newFolder();
let port: number;
let broker: Server | undefined;
let app: RunningExample;

async function textOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}

async function startBroker(status = 202): Promise<void> {
  broker = createServer(async (req, res) => {
    const event = JSON.parse(await textOf(req)) as Record<string, unknown>;
    if (status < 300) received.push({ type: req.headers['content-type'], event });
    res.writeHead(status).end();
  }).listen(port, '127.0.0.1');
  await once(broker, 'listening');
  port = (broker.address() as AddressInfo).port;
}
async function stopBroker(): Promise<void> {
  broker?.close();
  broker?.closeAllConnections();
  broker = undefined;
}

beforeAll(async () => {
  port = await freePort();
  await startBroker();
  const BROKER_URL = `http://127.0.0.1:${port}/events`;
  app = await runExample('cloudevents.mjs', { BROKER_URL, INBOX_FILE: join(folder, 'inbox.db') });
});
beforeEach(() => {
  received.length = 0;
});
afterAll(async () => {
  await app?.stop();
  await stopBroker();
});

const wire = 'Group.CallbackAfterSendMsg';
const message = (MsgSeq: number) => sample(wire, { GroupId: 'g', MsgSeq, ...textBody(`message ${MsgSeq}`) });

it('forwards a callback of each vendor as a CloudEvent in structured mode', async () => {
  const body = message(1);
  await app.tencent.send(wire, body);
  await app.openim.send('callbackAfterGroupMsgReadCommand', sample('callbackAfterGroupMsgReadCommand'));
  await until(() => expect(received).toHaveLength(2));
  for (const { type, event } of received) {
    expect(type).toBe('application/cloudevents+json; charset=utf-8');
    expect(event.specversion).toBe('1.0');
    // The specification: lower-case letters and digits; what is required is a text that is not empty.
    expect(Object.keys(event).filter((name) => !/^[a-z0-9]{1,20}$/.test(name))).toEqual([]);
    for (const name of ['id', 'source', 'type']) expect(event[name]).toMatch(/./);
    expect(event.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  }
  const find = (source: string) => received.find(({ event }) => event.source === source)?.event;
  expect(find('/tencent/1400000001')).toMatchObject({
    type: `im.tencent.${wire}`,
    subject: 'tencent/1400000001/group/g',
    partitionkey: 'tencent/1400000001/group/g',
    time: new Date(Number(body.EventTime)).toISOString(),
    data: { GroupId: 'g', MsgSeq: 1 },
  });
  expect(find('/openim')).toMatchObject({ type: 'im.openim.callbackAfterGroupMsgReadCommand' });
});

it('keeps what comes while the broker is down or refuses, in order', async () => {
  await stopBroker();
  await app.tencent.send(wire, message(2));
  await until(() => expect(app.output()).toContain('fetch failed'));
  await startBroker(503);
  await app.tencent.send(wire, message(3));
  await until(() => expect(app.output()).toContain('the broker answered 503'), 40_000);
  await stopBroker();
  await startBroker();
  await until(() => expect(received.map(({ event }) => event.data)).toHaveLength(2), 40_000);
  expect(received.map(({ event }) => (event.data as { MsgSeq: number }).MsgSeq)).toEqual([2, 3]);
});

it('forwards a redelivery once', async () => {
  await app.tencent.send(wire, message(4));
  await app.tencent.send(wire, message(4));
  await app.tencent.send(wire, message(5));
  await until(() => expect(received).toHaveLength(2));
  expect(new Set(received.map(({ event }) => event.id)).size).toBe(2);
});

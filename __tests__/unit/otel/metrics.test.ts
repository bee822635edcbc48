/** The metrics, read through the SDK; and what must be in no telemetry at all. */
import { setTimeout as pause } from 'node:timers/promises';
import { memoryInbox } from '../../../src/inbox/memory';
import { otel } from '../../../src/otel';
import { eventually } from '../../support/inbox/deliveries';
import { after, before, fromOpenim, private_, renamed, signed, watched } from '../../support/otel/requests';
import { type Point, registerSdk } from '../../support/otel/sdk';
import { sdkAppId, send, token } from '../../support/send';

let sdk: ReturnType<typeof registerSdk>;
beforeAll(() => {
  sdk = registerSdk();
});
afterAll(() => sdk.shutdown());

/** What is at these attributes, and at no others. */
function at(points: readonly Point[] | undefined, attributes: object): Point['value'] | undefined {
  const wanted = JSON.stringify(Object.entries(attributes).sort());
  return points?.find((point) => JSON.stringify(Object.entries(point.attributes).sort()) === wanted)?.value;
}

const ofTencent = { 'messaging.system': 'tencent' };

describe('the metrics', () => {
  it('count callbacks by vendor, command and outcome, and time answers, handlers and delays', async () => {
    const { app } = watched({
      onGroupMsg: () => pause(30),
      beforeGroupMsg: () => ({ verdict: 'refuse', code: 10100, info: 'no' }),
      onReadReceipt: () => Promise.reject(new Error(private_.text)),
    });
    const EventTime = Date.now() - 5000;
    for (const MsgSeq of [1, 2]) await send(app, signed(after, { MsgSeq, EventTime }));
    await send(app, signed(before, { EventTime: Date.now() + 60_000 }));
    await send(app, fromOpenim());
    const forged = signed(after);
    await send(app, { ...forged, url: forged.url.replace(/Sign=\w+/, `Sign=${'0'.repeat(64)}`) });

    const metrics = await sdk.metrics();
    const callbacks = metrics.get('im.callbacks');
    expect(at(callbacks, { ...ofTencent, 'im.command': after, 'im.outcome': 'handled' })).toBe(2);
    expect(at(callbacks, { ...ofTencent, 'im.command': before, 'im.outcome': 'refused' })).toBe(1);
    const failed = { 'im.outcome': 'failed', 'error.type': 'badSignature' };
    expect(at(callbacks, { ...ofTencent, 'im.command': 'unknown', ...failed })).toBe(1);
    const openim = { 'messaging.system': 'openim', 'im.command': 'callbackAfterGroupMsgReadCommand' };
    expect(at(callbacks, { ...openim, 'im.outcome': 'failed', 'error.type': 'handlerFailed' })).toBe(1);
    expect(at(metrics.get('im.failures'), { ...openim, 'error.type': 'handlerFailed' })).toBe(1);

    const ofAfter = { ...ofTencent, 'im.command': after, 'im.phase': 'after' };
    const ack = at(metrics.get('im.ack.duration'), ofAfter) as { count: number; sum: number };
    const processing = { 'messaging.operation.name': 'process', ...ofAfter };
    const handlers = at(metrics.get('messaging.process.duration'), processing) as { count: number; sum: number };
    expect([ack.count, handlers.count]).toEqual([2, 2]);
    // Seconds: two handlers of 30 ms, each within its answer.
    expect(handlers.sum).toBeGreaterThan(0.05);
    expect(ack.sum).toBeGreaterThanOrEqual(handlers.sum);
    // Two of 5 s; one from the future, which counts as 0.
    const delay = at(metrics.get('im.delivery.delay'), ofTencent) as { count: number; sum: number };
    expect(delay.count).toBe(3);
    expect(Math.floor(delay.sum)).toBe(10);
  });

  it('time a handler that ends after its deadline, and count that it did', async () => {
    const slow = { sdkAppId, token, deadlineMs: 20 };
    const { app, failures } = watched({ tencent: slow, onC2cMsg: () => {}, onGroupMsg: () => pause(60) });
    await send(app, signed(after));
    await eventually(() => failures.length === 2);
    const metrics = await sdk.metrics();
    const ofAfter = { ...ofTencent, 'im.command': after };
    const late = {
      ...ofAfter,
      'messaging.operation.name': 'process',
      'im.phase': 'after',
      'error.type': 'deadlinePassed',
    };
    expect(at(metrics.get('messaging.process.duration'), late)).toMatchObject({ count: 1 });
    for (const kind of ['deadlinePassed', 'finishedLate'])
      expect(at(metrics.get('im.failures'), { ...ofAfter, 'error.type': kind })).toBe(1);
  });

  it('show what is in the inbox and count its attempts, until it is closed', async () => {
    const inbox = memoryInbox();
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { app, callbacks } = watched({ inbox, worker: { concurrency: 1, attempts: 1 }, onGroupMsg: () => gate });
    for (const MsgSeq of [1, 2, 3]) await send(app, signed(after, { MsgSeq }));
    const misfit = JSON.stringify({ GroupId: {}, From_Account: 5 });
    await send(app, { ...signed(after), body: misfit });
    await pause(20);

    const gauges = async () => {
      const metrics = await sdk.metrics();
      return ['waiting', 'running', 'dead', 'oldest', 'up'].map((name) => at(metrics.get(`im.inbox.${name}`), {}));
    };
    const [waiting, running, dead, oldest, up] = await gauges();
    expect([waiting, running, dead, up]).toEqual([2, 1, 1, 1]);
    expect(oldest).toBeGreaterThan(0);
    open();
    await eventually(async () => (await inbox.stats()).waiting + (await inbox.stats()).running === 0);
    expect(await gauges()).toEqual([0, 0, 1, 0, 1]);
    const handled = { ...ofTencent, 'im.command': after, 'im.outcome': 'handled' };
    expect(at((await sdk.metrics()).get('im.inbox.attempts'), handled)).toBe(3);
    await callbacks.drain();
    const stats = jest.spyOn(inbox, 'stats');
    await sdk.metrics();
    expect(stats).not.toHaveBeenCalled();
  });

  it.each([
    ['is away', () => Promise.reject(new Error('away'))],
    ['is closed', () => raise()],
    ['hangs', () => new Promise<never>(() => {})],
  ])('are read all the same where the inbox %s, and say so', async (_how, stats) => {
    const letGo = otel().inbox?.({ stats });
    const metrics = await sdk.metrics();
    expect(metrics.get('im.callbacks')).toBeDefined();
    expect(at(metrics.get('im.inbox.up'), {})).toBe(0);
    letGo?.();
  });

  it('count gaps once they are told', async () => {
    const gaps: unknown[] = [];
    const { app, callbacks } = watched({
      inbox: memoryInbox(),
      worker: { gapGraceMs: 1 },
      onGroupMsg: () => {},
      onGap: (gap: unknown) => gaps.push(gap),
    });
    await callbacks.ready();
    for (const MsgSeq of [1, 5]) await send(app, signed(after, { MsgSeq }));
    await eventually(() => gaps.length === 1);
    await callbacks.drain();
    expect(at((await sdk.metrics()).get('im.gaps'), ofTencent)).toBe(1);
  });

  it('have few series, however many names are sent', async () => {
    const { app } = watched({ onGroupMsg: () => {} });
    const server = app.listen(0);
    for (let i = 0; i < 1000; i += 50) {
      const names = Array.from({ length: 50 }, (_, j) => `Group.CallbackNo${i + j}`);
      await Promise.all(names.map((name) => send(server as never, renamed(signed(after), name))));
    }
    await new Promise((resolve) => server.close(resolve));
    const metrics = await sdk.metrics();
    const unknown = { ...ofTencent, 'im.command': 'unknown', 'im.outcome': 'unknown' };
    expect(at(metrics.get('im.callbacks'), unknown)).toBe(1000);
    for (const points of metrics.values()) expect(points.length).toBeLessThan(20);
    expect(new Set(sdk.spans().map(({ name }) => name)).size).toBeLessThan(20);
  });

  it('hold, like the spans, no content, no id of a user or a group, and no secret', async () => {
    const proof: string[] = [];
    const options = {
      inbox: memoryInbox(),
      worker: { attempts: 1 },
      onGroupMsg: () => Promise.reject(new Error(`cannot save ${private_.text}`)),
      onReadReceipt: () => {},
      beforeGroupMsg: () => ({ verdict: 'refuse', info: private_.text, detail: private_.text }),
    };
    const { app, callbacks, settled } = watched(options);
    const sent = [
      signed(after),
      signed(before),
      signed(after, { GroupId: {} }),
      renamed(signed(after), private_.text.replaceAll(' ', '-')),
      fromOpenim(),
      fromOpenim('wrong-secret'),
    ];
    for (const composed of sent) {
      await send(app, composed);
      proof.push(...[...composed.url.matchAll(/Sign=(\w+)/g)].map(([, value]) => value ?? ''));
    }
    await eventually(() => settled.filter(({ attempt }) => attempt !== undefined).length === 2);
    await callbacks.drain();
    const spans = sdk.spans().map(({ name, attributes, events, links, status, resource }) => {
      return { name, attributes, events, links, status, resource: resource.attributes };
    });
    expect(spans.length).toBeGreaterThan(6);
    const everything = JSON.stringify([spans, [...(await sdk.metrics())]]);
    expect(everything).toContain(after);
    expect(proof.length).toBe(4);
    const dashed = private_.text.replaceAll(' ', '-');
    const secrets = [...Object.values(private_), ...proof, dashed, 'wrong-secret', '203.0.113.7'];
    expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
  });
});

function raise(): never {
  throw new Error('the inbox is not open');
}

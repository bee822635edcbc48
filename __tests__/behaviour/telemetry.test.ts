/** Telemetry of one's own, also such as fails; and what the main entry loads. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BegunAttempt, FailureReport, HandledCallback, SettledRecord, Telemetry } from '../../src';
import { startWorker } from '../../src';
import { memoryInbox } from '../../src/inbox/memory';
import * as tencent from '../../src/vendors/tencent';
import { delivery, eventually } from '../support/inbox/deliveries';
import { receiver, sdkAppId, send } from '../support/send';

const command = 'Group.CallbackAfterSendMsg';
const body = { GroupId: 'g', Random: 7, MsgSeq: 1, From_Account: 'u', MsgBody: [] };
const composed = tencent.composeRequest(command, body, { path: '/im-callback', sdkAppId });
const ok = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}';
const broken = (): never => {
  throw new Error('telemetry is broken');
};

/** Writes down what it is told. */
function recording() {
  const told: unknown[][] = [];
  const ofOne = {
    handled: ({ command, phase, failure }: HandledCallback) => told.push(['handled', command, phase, failure]),
    settled: ({ outcome, attempt }: SettledRecord) => told.push(['settled', outcome, attempt]),
    within(run: () => void) {
      told.push(['in']);
      run();
      told.push(['out']);
    },
    carry: () => 'carried',
  };
  const telemetry: Telemetry = {
    request({ vendor, method, headers }) {
      told.push(['request', vendor, method, typeof headers.host]);
      return ofOne;
    },
    attempt({ vendor, command, operationID, attempt, trace }: BegunAttempt) {
      told.push(['attempt', vendor, command, operationID, attempt, trace]);
      return ofOne;
    },
    failed: ({ kind }: FailureReport) => told.push(['failed', kind]),
  };
  return { telemetry, told };
}

describe('the telemetry option', () => {
  it('gets a request in order, beside the hooks', async () => {
    const { telemetry, told } = recording();
    const { app, settled, failures } = receiver({
      tencent: { sdkAppId },
      telemetry,
      onGroupMsg: async () => {
        await pause(1);
        throw new Error('no');
      },
    });
    await send(app, composed);
    expect(told).toEqual([
      ['request', 'tencent', 'POST', 'string'],
      ['in'],
      ['out'],
      ['handled', command, 'after', 'handlerFailed'],
      ['failed', 'handlerFailed'],
      ['settled', 'failed', undefined],
    ]);
    expect([settled.length, failures.length]).toEqual([1, 1]);
  });

  it('gets attempts, and what it had stored', async () => {
    const { telemetry, told } = recording();
    const inbox = memoryInbox();
    const { app, callbacks } = receiver({ tencent: { sdkAppId }, telemetry, inbox, onGroupMsg: () => {} });
    await send(app, composed);
    await eventually(() => told.some(([what, , attempt]) => what === 'settled' && attempt === 1));
    await callbacks.drain();
    const [begun] = told.filter(([what]) => what === 'attempt');
    expect(begun).toEqual(['attempt', 'tencent', command, expect.any(String), 1, 'carried']);
    expect(told).toContainEqual(['settled', 'handled', 1]);
  });

  it('gets the inbox, and is told when it is closed', async () => {
    const given: unknown[] = [];
    const { telemetry } = recording();
    const inbox = memoryInbox();
    const watching = {
      ...telemetry,
      inbox(one: unknown) {
        given.push(one);
        return () => given.push('let go');
      },
    };
    const worker = startWorker({ inbox, telemetry: watching, onGroupMsg: () => {} });
    await worker.ready();
    expect(given).toEqual([inbox]);
    await worker.drain();
    expect(given).toEqual([inbox, 'let go']);
  });

  const trace = { within: (run: () => void) => run(), settled: () => {} };
  it.each<[string, object]>([
    ['throws when a request comes', { request: broken, attempt: broken, failed: broken, inbox: broken }],
    ['throws instead of running', { within: broken }],
    ['throws after running', { within: (run: () => void) => [run(), broken()] }],
    ['never runs', { within: () => {} }],
    ['runs twice', { within: (run: () => void) => [run(), run()] }],
    ['runs again later', { within: (run: () => void) => [run(), setImmediate(run)] }],
    ['throws in all else', { handled: broken, carry: broken, settled: broken }],
  ])('changes nothing when it %s', async (_how, calls) => {
    const onGroupMsg = jest.fn(async () => pause(1));
    const one = () => ({ ...trace, ...calls });
    const telemetry = { request: one, attempt: one, ...calls };
    const plain = receiver({ tencent: { sdkAppId }, telemetry, onGroupMsg });
    const res = await send(plain.app, composed);
    await pause(5);
    expect([res.status, res.body, onGroupMsg.mock.calls.length]).toEqual([200, ok, 1]);
    expect(plain.settled).toMatchObject([{ outcome: 'handled' }]);

    const inbox = memoryInbox();
    const stored = receiver({ tencent: { sdkAppId }, telemetry, inbox, onGroupMsg });
    expect((await send(stored.app, composed)).body).toBe(ok);
    await eventually(() => stored.settled.length === 2);
    await stored.callbacks.drain();
    expect(stored.settled.map(({ outcome }) => outcome).sort()).toEqual(['handled', 'stored']);
    expect(onGroupMsg).toHaveBeenCalledTimes(2);
  });

  it('may want nothing of a request, which is then handled as without telemetry', async () => {
    const told: string[] = [];
    const telemetry = {
      request: () => void told.push('request'),
      attempt: broken,
      failed: () => void told.push('failed'),
    };
    const onGroupMsg = () => void told.push('handled');
    const { app, settled } = receiver({ tencent: { sdkAppId }, telemetry, onGroupMsg });
    expect((await send(app, composed)).status).toBe(200);
    expect(told).toEqual(['request', 'handled']);
    expect(settled).toMatchObject([{ outcome: 'handled' }]);
  });

  it.each([[{}], [null], ['otel'], [{ request: broken }]])('refuses %j, and says what to write', (telemetry) => {
    expect(() => receiver({ tencent: { sdkAppId }, telemetry })).toThrow(
      /option telemetry must be telemetry, e\.g\. otel\(\) of express-im-callbacks\/otel; got/,
    );
    const options = { inbox: memoryInbox(), telemetry: telemetry as never, onGroupMsg: () => {} };
    expect(() => startWorker(options)).toThrow(/option telemetry/);
  });

  it('leaves a delivery that a worker finds as it is', async () => {
    const { telemetry, told } = recording();
    const inbox = memoryInbox();
    const worker = startWorker({ inbox, telemetry, onC2cMsg: () => {}, worker: { attempts: 1 } });
    await worker.ready();
    await inbox.accept(delivery({ wire: 'Group.CallbackOfTomorrow' }));
    await eventually(() => told.some(([what]) => what === 'settled'));
    await worker.drain();
    expect(told.filter(([what]) => what !== 'in' && what !== 'out')).toEqual([
      ['attempt', 'tencent', 'Group.CallbackOfTomorrow', expect.any(String), 1, undefined],
      ['failed', 'noHandler'],
      ['settled', 'dead', 1],
    ]);
  });
});

it('the main entry loads nothing of OpenTelemetry, and the subpath does', () => {
  const loaded = (entry: string) => {
    const script = `require(${JSON.stringify(join(__dirname, '..', '..', 'dist', entry))});
      console.log(Object.keys(require.cache).filter((file) => file.includes('@opentelemetry')).length)`;
    return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
  };
  expect(loaded('index.js')).toBe(0);
  expect(loaded('otel/index.js')).toBeGreaterThan(0);
});

/** A step of the host's own between two of the list: as an option, and in a Router, on both majors of Express. */
import { execFileSync } from 'node:child_process';
import type http from 'node:http';
import { join } from 'node:path';
import express from 'express';
import express4 from 'express4';
import { allow, type FailureReport, imCallbacks, type OwnStep, refuse, type SettledRecord, turnAway } from '../../src';
import { composeRequest } from '../../src/vendors/tencent';
import { sdkAppId, send, token } from '../support/send';

const options = { path: '/im-callback', sdkAppId, token };
const after = composeRequest('Group.CallbackAfterSendMsg', { GroupId: 'g', From_Account: 'u', MsgBody: [] }, options);
const before = composeRequest('Group.CallbackBeforeSendMsg', { GroupId: 'g', From_Account: 'u', MsgBody: [] }, options);
const unsigned = composeRequest('Group.CallbackAfterSendMsg', { GroupId: 'g' }, { path: '/im-callback', sdkAppId });

function receiver(steps: readonly OwnStep[], more: object = {}) {
  const told: { failures: FailureReport[]; settled: SettledRecord[] } = { failures: [], settled: [] };
  const callbacks = imCallbacks({
    tencent: { sdkAppId, token },
    steps,
    onFailure: (failure) => told.failures.push(failure),
    onSettled: (record) => told.settled.push(record),
    ...more,
  });
  return { callbacks, told };
}

describe('a step of the host', () => {
  it('learns something for the handler, behind the step that it names', async () => {
    const seen: unknown[] = [];
    const { callbacks } = receiver(
      [
        { after: 'verifyQuery', run: async ({ appId }) => ({ tenant: `tenant of ${appId}` }) },
        { after: 'decodeRequest', run: ({ event, learnt }) => ({ tenant: `${learnt?.tenant}, ${event.command}` }) },
      ],
      { onGroupMsg: (event: { learnt: unknown }) => seen.push(event.learnt) },
    );
    const res = await send(express().use('/im-callback', callbacks), after);
    expect(res.status).toBe(200);
    expect(seen).toEqual([{ tenant: `tenant of ${sdkAppId}, Group.CallbackAfterSendMsg` }]);
    expect(callbacks.routers.tencent?.middlewares.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['verifyQuery', 'run', 'nameCommand']),
    );
  });

  it('turns a request away, and onFailure is told', async () => {
    const { callbacks, told } = receiver([
      { after: 'verifyQuery', run: () => turnAway({ status: 402, message: 'the trial is over' }) },
    ]);
    const res = await send(express().use('/im-callback', callbacks), before);
    expect([res.status, res.body]).toEqual([
      402,
      '{"ActionStatus":"FAIL","ErrorInfo":"the trial is over","ErrorCode":1}',
    ]);
    expect(told.failures).toMatchObject([{ kind: 'turnedAway', message: 'the trial is over' }]);
    expect(told.settled).toMatchObject([{ outcome: 'failed', failure: 'turnedAway', status: 402 }]);
  });

  it.each<[string, OwnStep['run']]>([
    [
      'throws',
      () => {
        throw new Error('the tenants are away');
      },
    ],
    ['rejects', () => Promise.reject(new Error('the tenants are away'))],
  ])('that %s ends the request, and says nothing of it to the caller', async (_name, run) => {
    const { callbacks, told } = receiver([{ after: 'verifyQuery', run } as OwnStep]);
    const res = await send(express().use('/im-callback', callbacks), after);
    expect(res.status).toBe(500);
    expect(String(res.body)).not.toContain('tenants');
    expect(told.failures).toMatchObject([{ kind: 'stepFailed', cause: new Error('the tenants are away') }]);
  });

  it('is not called for a stranger where it stands behind the checks', async () => {
    const calls: string[] = [];
    const { callbacks } = receiver([{ after: 'verifyQuery', run: () => void calls.push('run') }]);
    const res = await send(express().use('/im-callback', callbacks), unsigned);
    expect([res.status, calls]).toEqual([403, []]);
  });

  it('sees headers and secrets before the checks only', async () => {
    const seen: string[] = [];
    const see = ({ request }: { request: unknown }) => void seen.push(JSON.stringify(request));
    const { callbacks } = receiver([
      { after: 'captureOperationID', run: see },
      { after: 'verifyQuery', run: see },
    ]);
    await send(express().use('/im-callback', callbacks), after);
    expect(seen.map((one) => /[0-9a-f]{64}/.test(one))).toEqual([true, false]);
  });

  it.each([
    [{ status: 200, message: 'x' }, 'status must be 400 to 599'],
    [{ message: 7 }, 'message must be a sentence'],
  ])('cannot be turned away with %j', (how, words) => expect(() => turnAway(how as never)).toThrow(words));

  it.each([
    [
      { after: 'verify', run: () => {} },
      'where after is one of captureOperationID, verifyQuery, parseBody, decodeRequest',
    ],
    [{ after: 'verifyQuery' }, 'where run is a function'],
    ['lookUpTenant', `a list, e.g. [{ after: 'verifyQuery', run: lookUpTenant }]`],
  ])('%j is refused when the router is built', (step, words) => {
    const steps = typeof step === 'string' ? step : [step];
    expect(() => receiver(steps as never)).toThrow(words);
  });
});

describe.each<[string, typeof express]>([
  ['4', express4 as never], // its types are those of another version, and what is used of them is the same
  ['5', express],
])('the list in a Router of Express %s', (_major, framework) => {
  /** The walk of Tencent's callbacks with the host's own before, between and after its steps. */
  function hosted(leaveOut?: string) {
    const walked: string[] = [];
    const told: FailureReport[] = [];
    const { tencent } = imCallbacks({
      tencent: { sdkAppId, token },
      onFailure: (failure) => told.push(failure),
      beforeGroupMsg: () => refuse(),
      onGroupMsg: () => walked.push('handler'),
    }).routers;
    if (tencent === undefined) throw new Error('it is mounted');
    const note = (name: string) => (_req: unknown, res: http.ServerResponse, next: () => void) => {
      walked.push(name);
      if (name === 'first') res.setHeader('X-Host', 'mine');
      next();
    };
    const router = framework.Router();
    router.use(note('first'));
    router.use(...tencent.through('verifyQuery').filter(({ name }) => name !== leaveOut));
    router.use(note('between'));
    router.use(...tencent.after('verifyQuery').filter(({ name }) => name !== 'sendAck' && name !== 'sendFailure'));
    router.use(note('decided'));
    router.use(...tencent.after('routeCommand'));
    return { app: framework().use('/im-callback', router), walked, told };
  }

  it('answers as the receiver does', async () => {
    const { app, walked, told } = hosted();
    const [accepted, refused] = [await send(app, after), await send(app, before)];
    expect([accepted.status, accepted.body, accepted.headers['x-host']]).toEqual([
      200,
      '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}',
      'mine',
    ]);
    expect(refused.body).toBe('{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":1}');
    expect(walked).toEqual(['first', 'between', 'handler', 'decided', 'first', 'between', 'decided']);
    expect(told).toEqual([]);
  });

  it('stops a stranger before what stands behind the checks', async () => {
    const { app, walked } = hosted();
    expect((await send(app, unsigned)).status).toBe(403);
    expect(walked).toEqual(['first']);
  });

  it('answers nobody where a step was left out, e.g. the checks, and says which', async () => {
    const { app, walked, told } = hosted('verifyQuery');
    const res = await send(app, after);
    expect([res.status, walked]).toEqual([500, ['first', 'between']]);
    expect(told).toMatchObject([
      { kind: 'stepFailed', cause: { message: expect.stringMatching(/^nameCommand ran where verifyQuery is due/) } },
    ]);
  });

  it('throws for a step that there is not', () => {
    const { tencent } = imCallbacks({ tencent: { sdkAppId }, beforeGroupMsg: () => allow() }).routers;
    expect(() => tencent?.after('checkEverything')).toThrow(
      'there is no middleware checkEverything; there are openRecord',
    );
  });
});

describe('NODE_DEBUG=im-callbacks', () => {
  const script = `
    const http = require('node:http');
    const { imCallbacks } = require('.');
    const { composeRequest } = require('./dist/vendors/tencent');
    const callbacks = imCallbacks({ tencent: { sdkAppId: 1, token: 'secret-token' }, onGroupMsg: async () => {} });
    const server = http.createServer(callbacks).listen(0, '127.0.0.1', async () => {
      const to = 'http://127.0.0.1:' + server.address().port;
      const body = { GroupId: 'group-of-alice', From_Account: 'alice', MsgBody: [] };
      const { url, headers, body: text } = composeRequest('Group.CallbackAfterSendMsg', body, { path: '/', sdkAppId: 1, token: 'secret-token' });
      await fetch(to + url, { method: 'POST', headers, body: text });
      await fetch(to + '/?SdkAppid=1', { method: 'POST', body: '{}' });
      server.close();
      server.closeAllConnections();
    });`;
  const run = (debug: string) => {
    const env = { ...process.env, NODE_DEBUG: debug, NODE_NO_WARNINGS: '1' };
    const root = join(__dirname, '..', '..');
    return execFileSync(process.execPath, ['-e', script], {
      cwd: root,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };

  it('prints the walk, one line a step, and nothing of content or secrets', () => {
    // debuglog writes to standard error; the shell is what brings it here.
    const root = join(__dirname, '..', '..');
    const printed = execFileSync('sh', ['-c', `${JSON.stringify(process.execPath)} - 2>&1`], {
      cwd: root,
      input: script,
      env: { ...process.env, NODE_DEBUG: 'im-callbacks', NODE_NO_WARNINGS: '1' },
      encoding: 'utf8',
    });
    const lines = printed.split('\n').filter((line) => line.startsWith('IM-CALLBACKS'));
    const steps = lines.map((line) => / tencent (\w+) [\d.]+ ms (.*)$/.exec(line)?.slice(1));
    expect(steps.slice(0, 11).map((step) => step?.[0])).toEqual([
      'openRecord',
      'captureOperationID',
      'requirePost',
      'verifyQuery',
      'nameCommand',
      'shedLoad',
      'parseBody',
      'findCommand',
      'decodeRequest',
      'routeCommand',
      'sendAck',
    ]);
    expect(steps[10]?.[1]).toMatch(/^200 handled, [\d.]+ ms in all$/);
    expect(steps.slice(11).map((step) => step?.join(' '))).toEqual([
      'openRecord ok',
      'captureOperationID ok',
      'requirePost ok',
      'verifyQuery badSignature',
      expect.stringMatching(/^sendFailure 403 badSignature/),
    ]);
    expect(printed).not.toMatch(/secret-token|alice|[0-9a-f]{64}/);
  });

  it('prints nothing when it is off', () => expect(run('')).toBe(''));
});

import http from 'node:http';
import express from 'express';
import * as E from 'fp-ts/lib/Either.js';
import request from 'supertest';
import { allow, imCallbacks, recordOf } from '../../../src';
import { makeAdmission } from '../../../src/flow/admission';
import type { Middleware } from '../../../src/flow/middlewares';
import { type Flow, type Pipeline, pipeline } from '../../../src/flow/pipeline';
import type { CallbackRecord } from '../../../src/flow/record';
import type { Step } from '../../../src/flow/step';
import { openRecord, sendAck, sendFailure } from '../../../src/flow/steps';
import { memoryInbox } from '../../../src/inbox/memory';
import type { FailureReport, Hooks } from '../../../src/observe/hooks';
import { wrongSecret } from '../../../src/vendors/openim/receive/failures';
import { answerTo, encodeAck } from '../../../src/vendors/tencent/receive/ack';
import { passing } from '../../support/flow/arrived';

const failures: FailureReport[] = [];
const admission = makeAdmission(Number.POSITIVE_INFINITY);
const hooks: Hooks = { onFailure: (failure) => failures.push(failure) };
beforeEach(() => {
  failures.length = 0;
});

const options = { hooks, admission, bodyLimitBytes: 100 };

/** The shortest pipeline there is, with steps of the test's own in it. */
function build<K extends CallbackRecord>(add: (start: Pipeline<CallbackRecord>) => Pipeline<K>) {
  const start = pipeline(openRecord({ vendor: 'tencent', clock: Date.now }));
  return add(start)
    .step(function decide() {
      return E.right({ verdict: allow(), outcome: 'allowed' as const });
    })
    .exits(
      sendAck(encodeAck, options),
      sendFailure(
        answerTo(() => 'allow'),
        options,
      ),
    );
}

/** The list as middlewares in a Router, with one of the host's own behind the first step. */
function routed(flow: Flow, own: Middleware) {
  return express().use(...flow.through('passing'), own, ...flow.after('passing'));
}

describe("the vendors' lists", () => {
  const { routers } = imCallbacks({
    tencent: { sdkAppId: 1, token: 'xxxxyyyy', replayGuard: true },
    openim: {},
    inbox: memoryInbox(),
    worker: false,
  });

  it.each(Object.entries(routers))('of %s is no error handler to Express but for its last', (_vendor, flow) => {
    // Express tells by the number of declared parameters, and passes a handler of four over.
    const lengths = flow.middlewares.map(({ length }) => length);
    expect(lengths.pop()).toBe(4);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(3);
    expect(flow.length).toBeLessThanOrEqual(3);
  });
});

describe('a pipeline', () => {
  it('fills in what each step learnt, in order, and passes it on', async () => {
    const seen: unknown[] = [];
    const one: Step<CallbackRecord, { tenant: string }> = () => E.right({ tenant: 'acme' });
    const two: Step<{ tenant: string }, { plan: string }> = async ({ tenant }) => E.right({ plan: `${tenant} gold` });
    const three: Step<{ plan: string }, object> = ({ plan }) => {
      seen.push(plan);
      return E.right({});
    };
    const res = await request(http.createServer(build((start) => start.step(one).step(two).step(three)))).post('/');
    expect([res.status, seen]).toEqual([200, ['acme gold']]);
  });

  it.each<[string, Step<CallbackRecord, object>, number, string]>([
    ['returns a failure', () => E.left(wrongSecret), 403, 'wrongSecret'],
    ['resolves to a failure', async () => E.left(wrongSecret), 403, 'wrongSecret'],
    [
      'throws',
      () => {
        throw new Error('oops');
      },
      500,
      'stepFailed',
    ],
    ['rejects', () => Promise.reject(new Error('oops')), 500, 'stepFailed'],
    ['rejects with undefined', () => Promise.reject(undefined), 500, 'stepFailed'],
  ])('stops at a step that %s', async (_name, step, status, kind) => {
    let reached = false;
    const after: Step<CallbackRecord, object> = () => {
      reached = true;
      return E.right({});
    };
    const res = await request(http.createServer(build((start) => start.step(step).step(after)))).post('/');
    expect([res.status, failures.map((told) => told.kind), reached]).toEqual([status, [kind], false]);
    expect(res.text).not.toContain('oops');
  });

  it('takes a middleware of the host between two steps', async () => {
    const flow = build((start) => start.step(passing));
    const app = routed(flow, function tag(_req, res, next) {
      res.setHeader('X-Tag', recordOf(res)?.vendor ?? '');
      next();
    });
    const res = await request(app).post('/');
    expect([res.status, res.headers['x-tag']]).toEqual([200, 'tencent']);
  });

  it('takes a fourth argument that is no record for none, as some routers hand one over', async () => {
    const flow = build((start) => start);
    const res = await request(http.createServer((req, res) => flow(req, res, () => {}, null as never))).post('/');
    expect(res.status).toBe(200);
  });

  it('names its middlewares after the steps', () => {
    const flow = build((start) =>
      start.step(function lookUpTenant() {
        return E.right({ tenant: 'acme' });
      }),
    );
    expect(flow.middlewares.map(({ name }) => name)).toEqual([
      'openRecord',
      'lookUpTenant',
      'decide',
      'sendAck',
      'sendFailure',
    ]);
  });

  it('leaves an answer alone that somebody else gave', async () => {
    const flow = build((start) => start.step(passing));
    const app = routed(flow, (_req, res, next) => {
      res.writeHead(503).end('too busy');
      next();
    });
    const res = await request(app).post('/');
    expect([res.status, res.text]).toEqual([503, 'too busy']);
  });

  it('answers once, even where a middleware calls next twice', async () => {
    const flow = build((start) => start.step(passing));
    const app = routed(flow, (_req, _res, next) => {
      next();
      next(new Error('twice'));
    });
    const res = await request(app).post('/');
    expect([res.status, failures]).toEqual([200, []]);
  });
});

/** The span of a request, over HTTP. */
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import express from 'express';
import express4 from 'express4';
import { eventually } from '../../support/inbox/deliveries';
import { after, before, fromOpenim, renamed, signed, watched } from '../../support/otel/requests';
import { idsOf, registerSdk, shapeOf } from '../../support/otel/sdk';
import { sdkAppId, send } from '../../support/send';

const sdk = registerSdk();
afterEach(sdk.forgetSpans);
afterAll(sdk.shutdown);

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';
const traceparent = `00-${traceId}-${spanId}-01`;

/** What an app does in a handler: waits, then works in a span of its own. */
async function work(): Promise<void> {
  await pause(1);
  trace.getTracer('app').startActiveSpan('insert', (span) => span.end());
}

const named = (name: string) => {
  const span = sdk.spans().find((one) => one.name === name);
  if (span === undefined) throw new Error(`no span ${name} among ${sdk.spans().map((one) => one.name)}`);
  return span;
};

describe('the span of a request', () => {
  it('follows the conventions of an HTTP server, below the span that the headers name', async () => {
    const { app } = watched({ onGroupMsg: work });
    await send(app, signed(after, { MsgSeq: 5 }, { traceparent }));
    const span = named(`POST ${after}`);
    expect(shapeOf(span)).toEqual({
      name: `POST ${after}`,
      kind: SpanKind.SERVER,
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        'http.request.method': 'POST',
        'http.response.status_code': 200,
        'messaging.system': 'tencent',
        'im.command': after,
        'im.phase': 'after',
        'im.outcome': 'handled',
        'im.operation_id': 'op-5',
        'im.app_id': String(sdkAppId),
      },
      links: [],
      parent: expect.objectContaining({ traceId, spanId, isRemote: true }),
    });
    expect(span.spanContext().traceId).toBe(traceId);
  });

  it.each([
    ['Express 5', (callbacks: never) => express().use('/im-callback', callbacks)],
    ['Express 4', (callbacks: never) => express4().use('/im-callback', callbacks)],
    ['Express 5, behind its own parser', (callbacks: never) => express().use(express.json()).use(callbacks)],
    ['node:http', (callbacks: never) => createServer(callbacks)],
  ])('is the parent of what handlers and hooks do, on %s', async (_host, mount) => {
    const onAny = async () => {
      await pause(1);
      trace.getTracer('app').startSpan('hook').end();
    };
    const { callbacks } = watched({ onGroupMsg: work, onAny });
    await send(mount(callbacks as never) as never, signed(after));
    await eventually(() => sdk.spans().length === 3);
    const parent = named(`POST ${after}`).spanContext();
    for (const name of ['insert', 'hook']) expect(named(name).parentSpanContext).toMatchObject(idsOf(parent));
  });

  it('is the parent of what is done before the handler, e.g. to find out whose app it is', async () => {
    const resolveApp = async () => {
      await work();
      return { sdkAppId, token: 'xxxxyyyy' };
    };
    const { app, settled } = watched({ tencent: { resolveApp }, onGroupMsg: () => {} });
    await send(app, signed(after));
    expect(settled).toMatchObject([{ outcome: 'handled' }]);
    expect(named('insert').parentSpanContext).toMatchObject(idsOf(named(`POST ${after}`).spanContext()));
  });

  it('stays below a span that is active already, which is the server’s then', async () => {
    const { callbacks } = watched({ onGroupMsg: work });
    const tracer = trace.getTracer('http');
    const app = express().use('/im-callback', (req, res) =>
      tracer.startActiveSpan('outer', (outer) => {
        res.on('finish', () => outer.end());
        callbacks(req, res);
      }),
    );
    await send(app, signed(after, {}, { traceparent }));
    await eventually(() => sdk.spans().length === 3);
    const inner = named(`POST ${after}`);
    expect([inner.kind, inner.parentSpanContext?.spanId]).toEqual([
      SpanKind.INTERNAL,
      named('outer').spanContext().spanId,
    ]);
  });

  it.each([
    ['a handler that throws', { onGroupMsg: () => Promise.reject(new Error('private cause')) }, 'handlerFailed'],
    [
      'a deadline',
      { onGroupMsg: () => pause(60), tencent: { sdkAppId, token: 'xxxxyyyy', deadlineMs: 20 } },
      'deadlinePassed',
    ],
  ])('is an error after %s, though the status is 200', async (_what, options, kind) => {
    const { app, failures } = watched(options);
    await send(app, signed(after));
    const { status, attributes } = shapeOf(named(`POST ${after}`));
    expect(status).toEqual({ code: SpanStatusCode.ERROR, message: kind });
    expect(attributes).toMatchObject({ 'error.type': kind, 'im.outcome': 'failed', 'http.response.status_code': 200 });
    await eventually(() => kind !== 'deadlinePassed' || failures.length === 2);
  });

  it('is no error after a 4xx, which is the caller’s; what it says of itself is not taken for true', async () => {
    const { app } = watched();
    const forged = signed(after);
    await send(app, { ...forged, url: forged.url.replace(/Sign=\w+/, `Sign=${'0'.repeat(64)}`) });
    expect(shapeOf(named('POST'))).toMatchObject({
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        'http.response.status_code': 403,
        'error.type': 'badSignature',
        'im.command': 'unknown',
        'im.outcome': 'failed',
      },
    });
  });

  it('has the verdict as its outcome', async () => {
    const { app } = watched({ beforeGroupMsg: () => ({ verdict: 'refuse', code: 10100, info: 'no' }) });
    await send(app, signed(before));
    expect(named(`POST ${before}`).attributes).toMatchObject({ 'im.outcome': 'refused', 'im.phase': 'before' });
  });

  it('is there for OpenIM as well', async () => {
    const { app } = watched({ onReadReceipt: work });
    await send(app, fromOpenim());
    const span = named('POST callbackAfterGroupMsgReadCommand');
    expect(span.attributes).toMatchObject({ 'messaging.system': 'openim', 'im.operation_id': 'op-openim' });
    expect(span.attributes).not.toHaveProperty('im.app_id');
    expect(named('insert').parentSpanContext).toMatchObject(idsOf(span.spanContext()));
  });

  it('has a name of few: those of the catalogue, else the method, else HTTP', async () => {
    const { app, callbacks } = watched();
    await send(app, renamed(signed(after), 'Group.CallbackOfTomorrow'));
    const server = createServer(callbacks).listen(0);
    const { port } = server.address() as { port: number };
    for (const method of ['GET', 'PROPFIND']) await fetch(`http://127.0.0.1:${port}/`, { method });
    server.close();
    const names = sdk.spans().map(({ name, attributes }) => [name, attributes['http.request.method']]);
    expect(names).toEqual([
      ['POST', 'POST'],
      ['GET', 'GET'],
      ['HTTP', '_OTHER'],
    ]);
  });

  it('keeps a hundred requests at once apart', async () => {
    const { app } = watched({ onGroupMsg: work });
    const server = app.listen(0);
    const numbers = Array.from({ length: 100 }, (_, i) => i + 1);
    await Promise.all(numbers.map((MsgSeq) => send(server as never, signed(after, { MsgSeq }))));
    await new Promise((resolve) => server.close(resolve));
    const ofRequests = sdk.spans().filter(({ name }) => name === `POST ${after}`);
    const ofApp = sdk.spans().filter(({ name }) => name === 'insert');
    const ids = new Set(ofRequests.map((span) => span.spanContext().spanId));
    expect([ids.size, new Set(ofApp.map((span) => span.parentSpanContext?.spanId)).size]).toEqual([100, 100]);
    expect(ofApp.every((span) => ids.has(span.parentSpanContext?.spanId ?? ''))).toBe(true);
  });
});

/** The spans of the inbox's attempts: each linked to the request that brought the delivery. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { PermanentError, startWorker } from '../../../src';
import { memoryInbox } from '../../../src/inbox/memory';
import { sqliteInbox } from '../../../src/inbox/sqlite';
import { otel } from '../../../src/otel';
import { delivery, eventually } from '../../support/inbox/deliveries';
import { after, signed, watched } from '../../support/otel/requests';
import { idsOf, registerSdk, shapeOf } from '../../support/otel/sdk';
import { sdkAppId, send } from '../../support/send';

const sdk = registerSdk();
afterEach(sdk.forgetSpans);
afterAll(sdk.shutdown);

const process_ = `process ${after}`;
const attempts = () => sdk.spans().filter(({ name }) => name === process_);

function withInbox(options: object) {
  return watched({ inbox: memoryInbox(), worker: { backoffMs: 1 }, ...options });
}

describe('the span of an attempt', () => {
  it('is one for each, by the conventions of messaging, linked to the request and in a trace of its own', async () => {
    let failed = false;
    const onGroupMsg = async () => {
      await pause(1);
      trace.getTracer('app').startSpan('insert').end();
      if (failed) return;
      failed = true;
      throw new Error('once');
    };
    const { app, callbacks } = withInbox({ onGroupMsg });
    await send(app, signed(after, { MsgSeq: 9 }));
    await eventually(() => attempts().length === 2);
    await callbacks.drain();

    const request = sdk.spans().find(({ name }) => name === `POST ${after}`);
    if (request === undefined) throw new Error('the request has no span');
    expect(request.attributes).toMatchObject({ 'im.outcome': 'stored', 'http.response.status_code': 200 });
    const [first, second] = attempts();
    const attributes = {
      'messaging.system': 'tencent',
      'messaging.operation.type': 'process',
      'messaging.operation.name': 'process',
      'messaging.destination.name': after,
      'im.command': after,
      'im.phase': 'after',
      'im.operation_id': 'op-9',
      'im.app_id': String(sdkAppId),
    };
    const shared = {
      name: process_,
      kind: SpanKind.CONSUMER,
      links: [idsOf(request.spanContext())],
      parent: undefined,
    };
    expect([first, second].map((span) => span && shapeOf(span))).toEqual([
      {
        ...shared,
        status: { code: SpanStatusCode.ERROR, message: 'handlerFailed' },
        attributes: { ...attributes, 'im.attempt': 1, 'im.outcome': 'failed', 'error.type': 'handlerFailed' },
      },
      {
        ...shared,
        status: { code: SpanStatusCode.UNSET },
        attributes: { ...attributes, 'im.attempt': 2, 'im.outcome': 'handled' },
      },
    ]);
    const traces = [request, first, second].map((span) => span?.spanContext().traceId);
    expect(new Set(traces).size).toBe(3);
    const parents = sdk.spans().filter(({ name }) => name === 'insert');
    expect(parents.map((span) => span.parentSpanContext?.spanId)).toEqual([
      first?.spanContext().spanId,
      second?.spanContext().spanId,
    ]);
  });

  it('says that the delivery is dead', async () => {
    const { app, callbacks } = withInbox({ onGroupMsg: () => Promise.reject(new PermanentError('never')) });
    await send(app, signed(after));
    await eventually(() => attempts().length === 1);
    await callbacks.drain();
    expect(attempts()[0]?.attributes).toMatchObject({ 'im.outcome': 'dead', 'error.type': 'handlerFailed' });
  });

  it('is there in a worker of its own, and without a link where no request had a span', async () => {
    const inbox = memoryInbox();
    const worker = startWorker({ inbox, telemetry: otel(), onGroupMsg: () => {} });
    await worker.ready();
    const trace_ = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    for (const stored of [trace_, undefined, 'anything'])
      await inbox.accept(delivery(stored ? { traceContext: stored } : {}));
    await eventually(() => attempts().length === 3);
    await worker.drain();
    expect(attempts().map((span) => span.links.map((link) => idsOf(link.context)))).toEqual([
      [{ traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }],
      [],
      [],
    ]);
  });

  it('finds the request again through a file, in the next process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'im-otel-'));
    const file = join(folder, 'inbox.db');
    const web = withInbox({ inbox: sqliteInbox({ file }), worker: false });
    await web.callbacks.ready();
    await send(web.app, signed(after));
    await web.callbacks.drain();
    const worker = startWorker({ inbox: sqliteInbox({ file }), telemetry: otel(), onGroupMsg: () => {} });
    await eventually(() => attempts().length === 1);
    await worker.drain();
    rmSync(folder, { recursive: true });
    const request = sdk.spans().find(({ name }) => name === `POST ${after}`);
    expect(attempts()[0]?.links.map((link) => idsOf(link.context))).toEqual([request && idsOf(request.spanContext())]);
  });

  it('is no child of whatever span is active where the delivery was handed out', async () => {
    const inbox = memoryInbox();
    const worker = startWorker({ inbox, telemetry: otel(), onGroupMsg: () => {} });
    await worker.ready();
    const foreign = trace.getTracer('app').startSpan('foreign');
    await context.with(trace.setSpan(ROOT_CONTEXT, foreign), () => inbox.accept(delivery()));
    await eventually(() => attempts().length === 1);
    await worker.drain();
    expect(attempts()[0]?.parentSpanContext).toBeUndefined();
  });

  it('stores the trace with a dead letter, too, and leaves the field out without telemetry', async () => {
    const misfit = { MsgSeq: 1, From_Account: 5, GroupId: {}, MsgBody: 'x' };
    const inbox = memoryInbox();
    const { app } = withInbox({ inbox, onGroupMsg: () => {} });
    await send(app, { ...signed(after), body: JSON.stringify(misfit) });
    const request = sdk.spans()[0]?.spanContext();
    const [letter] = await inbox.dead();
    expect(letter?.delivery.traceContext).toBe(`00-${request?.traceId}-${request?.spanId}-01`);
    expect(sdk.spans()[0]).toMatchObject({ status: { code: SpanStatusCode.ERROR, message: 'undecodable' } });

    const plain = memoryInbox();
    const silent = withInbox({ inbox: plain, telemetry: undefined, onGroupMsg: () => {} });
    await send(silent.app, { ...signed(after), body: JSON.stringify(misfit) });
    expect((await plain.dead())[0]?.delivery).not.toHaveProperty('trace');
  });
});

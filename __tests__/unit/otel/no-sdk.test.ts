/** No provider is registered here; providers are global, so this stands in a file of its own. */
import { context, createNoopMeter, propagation, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { otel } from '../../../src/otel';
import { after, signed, watched } from '../../support/otel/requests';
import { send } from '../../support/send';

afterEach(() => {
  jest.restoreAllMocks();
  propagation.disable();
});

const arrived = (headers = {}) => ({ vendor: 'tencent' as const, method: 'POST', headers });

it('handles and answers as ever, and enters no context', async () => {
  const entered = jest.spyOn(context, 'with');
  const handled: unknown[] = [];
  const { app, settled, failures } = watched({ onGroupMsg: (event: { body: object }) => handled.push(event.body) });
  expect((await send(app, signed(after))).status).toBe(200);
  expect([handled.length, failures]).toEqual([1, []]);
  expect(settled).toMatchObject([{ outcome: 'handled', status: 200 }]);
  expect(entered).not.toHaveBeenCalled();
});

it('makes no instruments, and wants no trace of a request', () => {
  const meter = createNoopMeter(); // the API has one for all
  const made = [jest.spyOn(meter, 'createCounter'), jest.spyOn(meter, 'createHistogram')];
  expect(otel().request(arrived())).toBeUndefined();
  for (const make of made) expect(make).not.toHaveBeenCalled();
});

it('passes on what a propagator finds, which an app may have without an SDK', () => {
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const entered = jest.spyOn(context, 'with');
  const request = otel().request(arrived({ traceparent }));
  expect(request?.carry?.()).toBe(traceparent);
  request?.within(() => {});
  const [inside] = entered.mock.calls[0] ?? [];
  expect(inside && trace.getSpanContext(inside)).toMatchObject({ spanId: 'b7ad6b7169203331' });
});

import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { BegunAttempt, Trace, TracedRecord } from '../observe/telemetry';
import { attributesOf, boundedCommand } from './attributes';
import type { Metrics } from './metrics';
import { spanIn } from './traceparent';

/**
 * One span for each attempt of the inbox, with a link to the span of the request that brought the delivery. A trace of its own,
 * because an attempt may come days after the request; and any span that is active here belongs to another delivery.
 */
export function traceAttempt(tracer: Tracer, metrics: Metrics, begun: BegunAttempt): Trace {
  const { vendor, operationID, attempt } = begun;
  const command = boundedCommand(begun.command);
  const request = spanIn(begun.trace);
  const options = {
    kind: SpanKind.CONSUMER,
    links: request === undefined ? [] : [{ context: request }],
    attributes: {
      ...attributesOf({ vendor, command, phase: 'after' }),
      'messaging.operation.type': 'process',
      'messaging.operation.name': 'process',
      'messaging.destination.name': command,
      'im.operation_id': operationID,
      'im.attempt': attempt,
    },
  };
  const span = tracer.startSpan(`process ${command}`, options, ROOT_CONTEXT);
  const inside = trace.setSpan(ROOT_CONTEXT, span);

  function settled(record: TracedRecord): void {
    const { appId, failure } = record;
    metrics.attempted(record);
    span.setAttributes(attributesOf(record));
    if (appId !== undefined) span.setAttribute('im.app_id', appId);
    if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
    span.end();
  }

  return { within: (run) => context.with(inside, run), handled: metrics.handled, settled };
}

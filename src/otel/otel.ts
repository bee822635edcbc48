import { metrics, trace } from '@opentelemetry/api';
import type { Telemetry } from '../observe/telemetry';
import { packageVersion } from '../package-version';
import { traceAttempt } from './attempt-trace';
import { observeInbox } from './inbox-gauges';
import { makeMetrics } from './metrics';
import { traceRequest } from './request-trace';

const scope = 'express-im-callbacks';

/**
 * OpenTelemetry for the `telemetry` option of `imCallbacks` and `startWorker`: a span for each callback and for each attempt of
 * the inbox, and metrics; docs/operations.md lists them. It uses the providers registered with `@opentelemetry/api`, so register
 * yours first: metrics of a provider that is registered later stay empty. Without any it does next to nothing.
 */
export function otel(): Telemetry {
  const version = packageVersion();
  const tracer = trace.getTracer(scope, version);
  const meter = metrics.getMeter(scope, version);
  const recorded = makeMetrics(meter);
  return {
    request: (arrived) => traceRequest(tracer, recorded, arrived),
    attempt: (begun) => traceAttempt(tracer, recorded, begun),
    failed: recorded.failed,
    gap: recorded.gap,
    inbox: (inbox) => observeInbox(meter, inbox),
  };
}

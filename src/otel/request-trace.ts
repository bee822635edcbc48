import {
  context,
  isSpanContextValid,
  propagation,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { ArrivedRequest, Trace, TracedRecord } from '../observe/telemetry';
import { attributesOf } from './attributes';
import { type Metrics, unmeasured } from './metrics';
import { traceparentOf } from './traceparent';

/** The conventions require `_OTHER` for any other method, so that callers cannot invent names. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH', 'QUERY']);

/**
 * One span a request, from its arrival to its answer; handlers and hooks run inside. Its parent is the span that is active
 * already, e.g. of instrumentation for HTTP, which is the server's span then; else what the request's headers name.
 *
 * `url.path`, `url.query` and `client.address` of the conventions are left out: the path may hold the secret, the query holds
 * the signature and the address of a user.
 */
export function traceRequest(tracer: Tracer, metrics: Metrics, { method, headers }: ArrivedRequest): Trace | undefined {
  const here = context.active();
  const active = trace.getSpanContext(here);
  const isInner = active !== undefined && isSpanContextValid(active) && active.isRemote !== true;
  const parent = isInner ? here : propagation.extract(here, headers);
  const verb = methods.has(method) ? method : '_OTHER';
  const kind = isInner ? SpanKind.INTERNAL : SpanKind.SERVER;
  const span = tracer.startSpan(spanName(verb), { kind, attributes: { 'http.request.method': verb } }, parent);
  // What the API returns when no SDK is registered; a propagator alone may still have found a context.
  if (parent === here && !isSpanContextValid(span.spanContext())) return untraced(metrics);
  const inside = trace.setSpan(parent, span);

  function settled(record: TracedRecord): void {
    metrics.answered(record);
    if (span.isRecording()) describe(record);
    span.end();
  }

  /** By the conventions, a 4xx is the caller's error, not ours. */
  function describe(record: TracedRecord): void {
    const { command, phase, status, operationID, appId, failure } = record;
    if (phase !== undefined) span.updateName(spanName(verb, command));
    span.setAttributes(attributesOf(record));
    span.setAttribute('http.response.status_code', status);
    span.setAttribute('im.operation_id', operationID);
    if (appId !== undefined) span.setAttribute('im.app_id', appId);
    if (failure === undefined || (status >= 400 && status < 500)) return;
    span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
  }

  return {
    within: (run) => context.with(inside, run),
    handled: metrics.handled,
    carry: () => traceparentOf(span.spanContext()),
    settled,
  };
}

/** Metrics may have a provider where traces have none. Without either nothing is wanted, which costs half of a trace that does nothing. */
function untraced(metrics: Metrics): Trace | undefined {
  if (metrics === unmeasured) return undefined;
  const { handled, answered } = metrics;
  return { within: (run) => run(), handled, settled: answered };
}

/** `POST Group.CallbackAfterSendMsg`; only the method when the command is not in the catalogue. */
function spanName(verb: string, command?: string): string {
  const method = verb === '_OTHER' ? 'HTTP' : verb;
  return command === undefined ? method : `${method} ${command}`;
}

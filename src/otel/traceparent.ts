import { isSpanContextValid, type SpanContext } from '@opentelemetry/api';

/**
 * A span in one short text, as W3C Trace Context writes it (https://www.w3.org/TR/trace-context/): what is stored with a
 * delivery. We write it ourselves: the propagator's headers may include baggage, and may have another format.
 */
export function traceparentOf(span: SpanContext): string | undefined {
  if (!isSpanContextValid(span)) return undefined;
  return `00-${span.traceId}-${span.spanId}-${(span.traceFlags & 0xff).toString(16).padStart(2, '0')}`;
}

/** The stored span; undefined when there was none, or the text is something else. */
export function spanIn(traceparent: string | undefined): SpanContext | undefined {
  const parts = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '');
  const [, traceId = '', spanId = '', flags = ''] = parts ?? [];
  const span = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return parts !== null && isSpanContextValid(span) ? span : undefined;
}

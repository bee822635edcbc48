import { context, metrics, propagation, type SpanContext, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';

/** One number of a metric with its attributes; of a histogram, how many values and their sum. */
export interface Point {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly value: number | { readonly count: number; readonly sum?: number };
}

/** Registers an SDK that exports to memory, as an app does before it calls `otel()`; one of its halves, where an app has no more. */
export function registerSdk({ traced = true, measured = true } = {}) {
  const spans = new InMemorySpanExporter();
  const numbers = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: numbers, exportIntervalMillis: 3_600_000 });
  if (traced) {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
  }
  const meterProvider = new MeterProvider({ readers: [reader] });
  if (measured) metrics.setGlobalMeterProvider(meterProvider);

  return {
    spans: () => spans.getFinishedSpans(),
    forgetSpans: () => spans.reset(),
    /** All metrics by name, read now. */
    async metrics(): Promise<Map<string, readonly Point[]>> {
      numbers.reset();
      await reader.forceFlush();
      const all = numbers.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
      return new Map(all.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints as unknown as Point[]]));
    },
    shutdown: () => meterProvider.shutdown(),
  };
}

/** What a test looks at of a span. */
export function shapeOf({ name, kind, status, attributes, links, parentSpanContext }: ReadableSpan) {
  return { name, kind, status, attributes, links: links.map((link) => idsOf(link.context)), parent: parentSpanContext };
}

export function idsOf({ traceId, spanId }: SpanContext): { traceId: string; spanId: string } {
  return { traceId, spanId };
}

import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { RequestHandler } from 'express';

let exporter: PrometheusExporter | undefined;

/**
 * Registers the meters of this process with OpenTelemetry, once, and returns the route that Prometheus reads them from. To be
 * called before `otel()`: metrics of a provider that is registered later stay empty.
 */
export function prometheusRoute(): RequestHandler {
  if (exporter === undefined) {
    exporter = new PrometheusExporter({ preventServerStart: true }); // the app listens already
    metrics.setGlobalMeterProvider(new MeterProvider({ readers: [exporter] }));
  }
  const { getMetricsRequestHandler } = exporter;
  return (req, res) => getMetricsRequestHandler.call(exporter, req, res);
}

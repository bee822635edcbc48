import { createNoopMeter, type Meter } from '@opentelemetry/api';
import type { Gap } from '../inbox/inbox';
import type { FailureReport } from '../observe/hooks';
import type { HandledCallback, TracedRecord } from '../observe/telemetry';
import { attributesOf } from './attributes';

/** Seconds; the deadlines and the limits of both senders (1.6 and 2, 4.5 and 5) are boundaries of their own. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.6, 2, 3, 4.5, 5, 10, 30, 60];
/** In seconds. A delayed sender is minutes late. */
const delays = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600];

export interface Metrics {
  answered(record: TracedRecord): void;
  attempted(record: TracedRecord): void;
  handled(handled: HandledCallback): void;
  failed(failure: FailureReport): void;
  gap(gap: Gap): void;
}

const nothing = () => {};
/** For nobody: attributes are not even put together. */
export const unmeasured: Metrics = {
  answered: nothing,
  attempted: nothing,
  handled: nothing,
  failed: nothing,
  gap: nothing,
};

/** The instruments and what is recorded in them. Durations are seconds, as the conventions want them. */
export function makeMetrics(meter: Meter): Metrics {
  if (meter === createNoopMeter()) return unmeasured; // what the API returns when no provider is registered
  const histogram = (name: string, description: string, explicitBucketBoundaries: number[]) =>
    meter.createHistogram(name, { unit: 's', description, advice: { explicitBucketBoundaries } });

  const callbacks = meter.createCounter('im.callbacks', {
    unit: '{callback}',
    description: 'Callbacks that were answered',
  });
  const attempts = meter.createCounter('im.inbox.attempts', {
    unit: '{attempt}',
    description: 'Attempts of the inbox to handle a callback',
  });
  const failures = meter.createCounter('im.failures', {
    unit: '{failure}',
    description: 'All failures, whether or not they decided the outcome',
  });
  const gaps = meter.createCounter('im.gaps', {
    unit: '{gap}',
    description: 'Gaps: runs of message numbers that no callback has brought',
  });
  const ack = histogram('im.ack.duration', 'From the arrival of a callback to its answer', durations);
  const delay = histogram('im.delivery.delay', 'From the event at the vendor to the arrival of its callback', delays);
  const processing = histogram('messaging.process.duration', 'How long a handler ran', durations);

  return {
    answered(record) {
      const { vendor, command, phase, ms, delayMs } = record;
      callbacks.add(1, attributesOf({ ...record, phase: undefined }));
      ack.record(ms / 1000, attributesOf({ vendor, command, phase }));
      // Clocks differ; an event that arrives before it happened counts as zero delay.
      if (delayMs !== undefined) delay.record(Math.max(0, delayMs) / 1000, { 'messaging.system': vendor });
    },
    attempted: (record) => attempts.add(1, attributesOf({ ...record, phase: undefined })),
    handled(handled) {
      const attributes = { 'messaging.operation.name': 'process', ...attributesOf(handled) };
      processing.record(handled.ms / 1000, attributes);
    },
    failed: ({ vendor, command, kind }) => failures.add(1, attributesOf({ vendor, command, failure: kind })),
    gap: ({ vendor }) => gaps.add(1, { 'messaging.system': vendor }),
  };
}

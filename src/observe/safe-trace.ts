import { errorName } from './hooks';
import type { Trace } from './telemetry';
import { warnOnce } from './warn';

/** A trace whose calls never throw, and which has all of them. */
export interface GuardedTrace extends Required<Omit<Trace, 'within'>> {
  /** Gives back what `run` returns, and throws what it throws. */
  within<T>(run: () => T): T;
}

/** Calls telemetry; what it throws is no concern of the callback. */
export function safely<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (cause) {
    warnOnce(`telemetry failed: ${errorName(cause)}`, 'IM_CALLBACKS_HOOK');
    return undefined;
  }
}

/** The trace of a request; nothing where telemetry wants none of it, or could not begin one. */
export function guardedIfAny(begin: () => Trace | undefined): GuardedTrace | undefined {
  const trace = safely(begin);
  return trace === undefined ? undefined : guarded(() => trace);
}

/** Begins a trace; one that could not be begun does nothing but run what is to be run. */
export function guarded(begin: () => Trace): GuardedTrace {
  const trace = safely(begin);
  return {
    within: (run) => runWithin(trace, run),
    handled: (handled) => safely(() => trace?.handled?.(handled)),
    carry: () => safely(() => trace?.carry?.()),
    settled: (record) => safely(() => trace?.settled(record)),
  };
}

/** Runs it once and at once, whatever the trace does. */
function runWithin<T>(trace: Trace | undefined, run: () => T): T {
  const ended: { value: T }[] = [];
  const thrown: unknown[] = [];
  const once = () => {
    if (ended.length + thrown.length > 0) return;
    try {
      ended.push({ value: run() });
    } catch (cause) {
      thrown.push(cause);
    }
  };
  safely(() => trace?.within(once));
  once();
  const [result] = ended;
  if (result === undefined) throw thrown[0];
  return result.value;
}

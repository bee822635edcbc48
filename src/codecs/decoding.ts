import type * as t from 'io-ts';
import { maxProblems } from './max-problems';

/** What codecs share for the time of one decoding. Decoding is synchronous, so one at a time will do. */
interface Decoding {
  readonly dropped: t.ValidationError[];
  /** True where the input belongs to nobody else: then it is normalised in place instead of copied. */
  readonly inPlace: boolean;
}

let current: Decoding | undefined;

/** Called by a codec that goes on without a value that does not fit. */
export function noteDropped(errors: t.Errors): void {
  if (current === undefined || current.dropped.length >= maxProblems) return;
  current.dropped.push(...errors.slice(0, maxProblems - current.dropped.length));
}

/** Whether a codec may change its input; a copy of tens of thousands of keys costs as much as parsing them. */
export function mayChangeInput(): boolean {
  return current?.inPlace === true;
}

/** Runs a decoding, and hands over with its result what it went on without. */
export function withDropped<T>(
  decode: () => T,
  { inPlace = false } = {},
): { readonly result: T; readonly dropped: t.Errors } {
  const outer = current;
  current = { dropped: [], inPlace };
  try {
    return { result: decode(), dropped: current.dropped };
  } finally {
    current = outer;
  }
}

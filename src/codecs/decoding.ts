import * as t from 'io-ts';
import { maxProblems } from './max-problems';

/**
 * The state of one decoding. io-ts hands a codec the value and its path and nothing else, so what codecs leave out, and
 * whether they may write into the input, is kept in this module. Decoding is synchronous: there is one at a time.
 */
interface Decoding {
  /** Errors of the values that were left out. Replaced, never added to, so that its identity tells whether it has changed. */
  dropped: t.Errors;
  /** True when nobody else uses the input: then it is normalised in place instead of copied. */
  readonly inPlace: boolean;
}

let current: Decoding | undefined;

/** Runs a decoding. `dropped` holds the errors of the values that it left out, {@link maxProblems} at most. */
export function withDropped<T>(
  decode: () => T,
  { inPlace = false } = {},
): { readonly result: T; readonly dropped: t.Errors } {
  const outer = current;
  const own: Decoding = { dropped: [], inPlace };
  current = own;
  try {
    return { result: decode(), dropped: own.dropped };
  } finally {
    current = outer;
  }
}

/** Whether a codec may change its input. A copy of tens of thousands of keys costs as much as parsing them. */
export function mayChangeInput(): boolean {
  return current?.inPlace === true;
}

/** Whether to collect further errors of dropped values: a hostile body has more of them than anybody reads. */
export function takesNotes(): boolean {
  return current !== undefined && current.dropped.length < maxProblems;
}

/** A codec that drops a value which does not fit reports it here. */
export function noteDropped(errors: t.Errors): void {
  if (current === undefined || !takesNotes()) return;
  current.dropped = [...current.dropped, ...errors].slice(0, maxProblems);
}

const noPath: t.Context = [];

/**
 * Decodes `value`, which stands under `key` of another value.
 *
 * Paths are added to errors afterwards. io-ts builds a context entry for every value up front, which doubles the cost of
 * decoding. With `isReported` false the errors go to nobody, and get no path.
 */
export function decodeWithin(
  context: t.Context,
  key: string | number,
  codec: t.Mixed,
  value: unknown,
  isReported = true,
): t.Validation<unknown> {
  const before = current?.dropped;
  const decoded = codec.validate(value, noPath);
  const hasNewNotes = current?.dropped !== before;
  if (!hasNewNotes && (decoded._tag === 'Right' || !isReported)) return decoded;

  const path = t.appendContext(context, String(key), codec, value);
  const withPath = (error: t.ValidationError) => ({ ...error, context: [...path, ...error.context] });
  if (hasNewNotes) addPathToNotes(before?.length ?? 0, withPath);
  return decoded._tag === 'Right' ? decoded : t.failures(decoded.left.map(withPath));
}

/** The first `noted` errors were there before and have their path already. */
function addPathToNotes(noted: number, withPath: (error: t.ValidationError) => t.ValidationError): void {
  if (current === undefined) return;
  current.dropped = current.dropped.map((error, i) => (i < noted ? error : withPath(error)));
}

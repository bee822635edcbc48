import * as t from 'io-ts';
import { maxProblems } from './max-problems';

/** What codecs share for the time of one decoding. Decoding is synchronous, so one at a time will do. */
interface Decoding {
  /** Replaced, and not added to, so that its identity tells whether anything was noted. */
  dropped: t.Errors;
  /** True where the input belongs to nobody else: then it is normalised in place instead of copied. */
  readonly inPlace: boolean;
}

let current: Decoding | undefined;

/** Whether what is dropped now is noted: a hostile body may have more of it than anybody wants to hear of. */
export function takesNotes(): boolean {
  return current !== undefined && current.dropped.length < maxProblems;
}

/** Called by a codec that goes on without a value that does not fit. */
export function noteDropped(errors: t.Errors): void {
  if (current === undefined || !takesNotes()) return;
  current.dropped = [...current.dropped, ...errors].slice(0, maxProblems);
}

/**
 * Decodes what stands under `key` in another value. Where that is, is put down afterwards, and only for what does not fit:
 * io-ts' own way, a context for each value before it is looked at, costs as much as the rest of decoding it. Nor is it put
 * down for errors that nobody is told of (`isTold`).
 */
export function decodeWithin(
  context: t.Context,
  key: string | number,
  codec: t.Mixed,
  value: unknown,
  isTold = true,
): t.Validation<unknown> {
  const before = current?.dropped;
  const decoded = codec.validate(value, nowhere);
  const after = current?.dropped;
  if (after === before && (decoded._tag === 'Right' || !isTold)) return decoded;
  return putDown(t.appendContext(context, String(key), codec, value), decoded, before?.length);
}

const nowhere: t.Context = [];

/** Gives their place to the errors, and to what was noted after the first `noted`. */
function putDown(place: t.Context, decoded: t.Validation<unknown>, noted = 0): t.Validation<unknown> {
  const placed = (error: t.ValidationError) => ({ ...error, context: [...place, ...error.context] });
  if (current !== undefined) current.dropped = current.dropped.map((error, i) => (i < noted ? error : placed(error)));
  return decoded._tag === 'Right' ? decoded : t.failures(decoded.left.map(placed));
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
  const own: Decoding = { dropped: [], inPlace };
  current = own;
  try {
    return { result: decode(), dropped: own.dropped };
  } finally {
    current = outer;
  }
}

import type * as t from 'io-ts';
import { maxProblems } from './max-problems';

let noted: t.ValidationError[] | undefined;

/** Called by a codec that goes on without a value that does not fit. */
export function noteDropped(errors: t.Errors): void {
  if (noted !== undefined && noted.length < maxProblems) noted.push(...errors.slice(0, maxProblems - noted.length));
}

/** Runs a decoding, and hands over with its result what it went on without. Decoding is synchronous, so one list will do. */
export function withDropped<T>(decode: () => T): { readonly result: T; readonly dropped: t.Errors } {
  const outer = noted;
  const dropped: t.ValidationError[] = [];
  noted = dropped;
  try {
    return { result: decode(), dropped };
  } finally {
    noted = outer;
  }
}

import type { Errors } from 'io-ts';
import { maxProblems } from './max-problems';
import { isRounded } from './text';

/** One thing in a body that does not fit: where, what was expected, and what kind of value was there (never the value). */
export interface DecodeProblem {
  /** e.g. `MsgBody.0.MsgType`; empty for the body itself. */
  readonly path: string;
  /** The name of the codec that refused, e.g. `integer`. */
  readonly expected: string;
  /** `typeof` of what was there, or `null`, `list`, `nothing`, `rounded number` (beyond 2^53). */
  readonly got: string;
}

/** Turns io-ts errors into {@link DecodeProblem}s: ten at most, and no value of the body among them. */
export function explain(errors: Errors): DecodeProblem[] {
  return errors.slice(0, maxProblems).map(({ context, value }) => ({
    path: context
      .slice(1)
      .map((entry) => entry.key)
      .join('.')
      .slice(0, 200),
    expected: context[context.length - 1]?.type.name ?? 'value',
    got: valueKind(value),
  }));
}

/** The kind of a value, in a word; never the value. */
export function valueKind(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (isRounded(value)) return 'rounded number';
  return Array.isArray(value) ? 'list' : typeof value;
}

import * as t from 'io-ts';
import { decodeWithin, mayChangeInput } from './decoding';
import { maxProblems } from './max-problems';

/** A codec that `list` made: it keeps its element's codec, so that documents and schemas can be derived from it. */
export class ListType<A, O> extends t.Type<A[], O[] | null, unknown> {
  readonly _tag = 'ListType' as const;
  constructor(
    readonly item: t.Mixed,
    is: t.Is<A[]>,
    validate: t.Validate<unknown, A[]>,
  ) {
    // The decoded form is a legal wire form, so encoding changes nothing.
    super(`${item.name}[]`, is, validate, (list) => list as unknown as O[]);
  }
}

/**
 * A list whose check ends after the first few bad elements: a body of tens of thousands of zeros where objects are
 * expected costs a few steps, not as many errors as elements. `null` reads as `[]`, because Go writes an empty slice so.
 */
export function list<C extends t.Mixed>(item: C): ListType<t.TypeOf<C>, t.OutputOf<C>> {
  const is = (u: unknown): u is t.TypeOf<C>[] => {
    if (!Array.isArray(u)) return false;
    for (const element of u) if (!item.is(element)) return false;
    return true;
  };

  const validate: t.Validate<unknown, t.TypeOf<C>[]> = (u, context) => {
    if (u === null) return t.success([]);
    if (!Array.isArray(u)) return t.failure(u, context);
    // Most lists need no change, and `is` costs less than `validate`. Where one element does not fit, others seldom do.
    const first = u.findIndex((element) => !item.is(element));
    if (first === -1) return t.success(u);

    const problems: t.ValidationError[] = [];
    let out: unknown[] = u;
    for (let i = first; i < u.length && problems.length < maxProblems; i++) {
      const element: unknown = u[i];
      const decoded = decodeWithin(context, i, item, element);
      if (decoded._tag === 'Left') problems.push(...decoded.left);
      else if (decoded.right !== element) out = withElement(out, u, i, decoded.right);
    }
    return problems.length > 0 ? t.failures(problems) : t.success(out);
  };

  return new ListType(item, is, validate);
}

/** Copies on the first change only, and only what is not ours. */
function withElement(out: unknown[], original: unknown[], index: number, value: unknown): unknown[] {
  const copy = out === original && !mayChangeInput() ? original.slice() : out;
  copy[index] = value;
  return copy;
}

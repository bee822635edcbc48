import * as t from 'io-ts';
import { decodeWithin, mayChangeInput, noteDropped } from './decoding';
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
 * A list. An element that does not fit is left out and noted, as an optional field is: one sequence number that a double
 * cannot hold must not cost the others. Where none fits, or {@link maxProblems} do not, the list itself does not: a body of
 * tens of thousands of zeros where objects are expected costs a few steps. `null` reads as `[]`, because Go writes an empty
 * slice so.
 */
export function list<C extends t.Mixed>(item: C): ListType<t.TypeOf<C>, t.OutputOf<C>> {
  return listOf(item, (problems, kept) => kept > 0 && problems < maxProblems);
}

/**
 * A list of which every element must fit, for what a handler decides about: a user who was left out could not be refused,
 * and a message without one of its elements is another message.
 */
export function wholeList<C extends t.Mixed>(item: C): ListType<t.TypeOf<C>, t.OutputOf<C>> {
  return listOf(item, () => false);
}

/** `mayGoOn` decides whether this many elements may be dropped, given how many are left. */
function listOf<C extends t.Mixed>(
  item: C,
  mayGoOn: (problems: number, kept: number) => boolean,
): ListType<t.TypeOf<C>, t.OutputOf<C>> {
  const is = (u: unknown): u is t.TypeOf<C>[] => {
    if (!Array.isArray(u)) return false;
    for (let i = 0; i < u.length; i++) if (!item.is(u[i])) return false; // `for … of` takes a tenth longer
    return true;
  };

  const validate: t.Validate<unknown, t.TypeOf<C>[]> = (u, context) => {
    if (u === null) return t.success([]);
    if (!Array.isArray(u)) return t.failure(u, context);
    // Most lists need no change, and `is` costs less than `validate`. Where one element does not fit, others seldom do.
    const first = u.findIndex((element) => !item.is(element));
    if (first === -1) return t.success(u);

    const { out, problems, misfits } = decodeElements(u, first, item, context);
    if (problems.length === 0) return t.success(out);
    if (!mayGoOn(problems.length, u.length - misfits.size)) return t.failures(problems);
    noteDropped(problems);
    return t.success(out.filter((_, i) => !misfits.has(i)));
  };

  return new ListType(item, is, validate);
}

/**
 * Decodes the elements from `first` on, until there are too many problems. `misfits` are the indexes of those that do not fit.
 */
function decodeElements(list: unknown[], first: number, item: t.Mixed, context: t.Context) {
  const problems: t.ValidationError[] = [];
  const misfits = new Set<number>();
  let out = list;
  for (let i = first; i < list.length && problems.length < maxProblems; i++) {
    const element = list[i];
    const decoded = decodeWithin(context, i, item, element);
    if (decoded._tag === 'Left') {
      misfits.add(i);
      problems.push(...decoded.left);
    } else if (decoded.right !== element) out = withElement(out, list, i, decoded.right);
  }
  return { out, problems, misfits };
}

/** Copies on the first change only, and only what is not ours. */
function withElement(out: unknown[], original: unknown[], index: number, value: unknown): unknown[] {
  const copy = out === original && !mayChangeInput() ? original.slice() : out;
  copy[index] = value;
  return copy;
}

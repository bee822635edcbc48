import * as t from 'io-ts';
import { decodeWithin, mayChangeInput, noteDropped, takesNotes } from './decoding';
import { fitsAsItIs, type Look } from './fits-as-it-is';
import { isObject } from './is-object';
import { ListType } from './list';
import { maxProblems } from './max-problems';
import { own } from './own-property';

type Props = Record<string, t.Mixed>;
type Flat<T> = { [K in keyof T]: T[K] } & {};

type Decoded<R extends Props, O extends Props> = Flat<
  { [K in keyof R]: t.TypeOf<R[K]> } & { [K in keyof O]?: t.TypeOf<O[K]> }
>;
type Wire<R extends Props, O extends Props> = Flat<
  { [K in keyof R]: t.OutputOf<R[K]> } & { [K in keyof O]?: t.OutputOf<O[K]> | null }
>;

/** A codec that `fields` made: it keeps its parts, so that documents and schemas can be derived from it. */
export class FieldsType<A, O, R extends Props = Props, P extends Props = Props> extends t.Type<A, O, unknown> {
  readonly _tag = 'FieldsType' as const;
  constructor(
    name: string,
    is: t.Is<A>,
    validate: t.Validate<unknown, A>,
    readonly required: R,
    readonly optional: P,
  ) {
    // The decoded form is a legal wire form, so encoding changes nothing.
    super(name, is, validate, (a) => a as unknown as O);
  }
}

/**
 * An object with `required` and `optional` fields; every other key passes through untouched.
 *
 * It does what `t.intersection([t.type(required), t.partial(optional)])` does, with differences that matter on a public
 * endpoint. An optional field that does not fit reads as absent, and is noted (see `withDropped`): one odd value must
 * neither lose an event nor take a message past the handler that would have refused it. It takes one pass over the
 * object instead of two and a merge; the search stops after {@link maxProblems} problems; and the copy made when a field
 * has to be normalised is a spread, which takes a key called `__proto__` or `hasOwnProperty` as the data it is
 * (io-ts 2.2.22 merges intersections with `r.hasOwnProperty(k)`, which such a key breaks).
 */
export function fields<R extends Props, O extends Props = Record<never, never>>(
  name: string,
  required: R,
  optional?: O,
): FieldsType<Decoded<R, O>, Wire<R, O>> {
  const entries = [...entriesOf(required, true), ...entriesOf(optional ?? {}, false)];

  // Lists last: a quoted number is found before ten thousand entries beside it are walked, and `validate` walks them once.
  const listsLast = [...entries].sort((a, b) => Number(a.isList) - Number(b.isList));

  const is = fitsAsItIs<Decoded<R, O>>(listsLast);

  const validate: t.Validate<unknown, Decoded<R, O>> = (u, context) => {
    if (!isObject(u)) return t.failure(u, context);
    const problems: t.ValidationError[] = [];
    let out = u;
    for (const entry of entries) {
      const value = own(u, entry.key);
      if (mayStay(entry, value)) continue;
      const decoded = decodeField(entry, value, context);
      if (decoded._tag === 'Left') problems.push(...decoded.left);
      else if (decoded.right !== value) out = withField(out, u, entry.key, decoded.right);
      if (problems.length >= maxProblems) break;
    }
    // Every field was checked just above; the checker cannot see that through the loop.
    return problems.length > 0 ? t.failures(problems) : t.success(out as Decoded<R, O>);
  };

  return new FieldsType(name, is, validate, required, optional ?? ({} as O));
}

interface FieldEntry extends Look {
  readonly isList: boolean;
}

function entriesOf(props: Props, required: boolean): FieldEntry[] {
  return Object.entries(props).map(([key, codec]) => ({ key, codec, required, isList: codec instanceof ListType }));
}

/**
 * Most fields need no change, and `is` costs less than `validate`. A list runs it on its elements itself, so once is enough.
 */
function mayStay({ codec, required, isList }: FieldEntry, value: unknown): boolean {
  return value === undefined && !required ? true : !isList && codec.is(value);
}

function decodeField({ key, codec, required }: FieldEntry, value: unknown, context: t.Context): t.Validation<unknown> {
  const isNoted = value !== null && takesNotes();
  const decoded = decodeWithin(context, key, codec, value, required || isNoted);
  if (decoded._tag === 'Right' || required) return decoded;
  if (isNoted) noteDropped(decoded.left);
  return t.success(undefined);
}

/** Copies on the first change only, and only input that others use; most bodies need no change. */
function withField(out: Record<string, unknown>, original: object, key: string, value: unknown) {
  const copy = out === original && !mayChangeInput() ? { ...out } : out;
  copy[key] = value;
  return copy;
}

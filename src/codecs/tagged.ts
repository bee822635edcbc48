import * as t from 'io-ts';
import { isObject } from './is-object';

/**
 * The type of every unknown tag; at run time it is the tag that arrived. It says less than
 * `string`, because beside a `string` the compiler could not narrow on a known tag.
 */
export type AnyOther = '(any other)';

/**
 * A union whose members are told apart by one string field. Only the member that the tag names is tried; an unknown tag uses
 * `other`, so that future additions of a vendor pass through.
 */
export class TaggedType<A, O> extends t.Type<A, O, unknown> {
  readonly _tag = 'TaggedType' as const;
  constructor(
    name: string,
    readonly tag: string,
    readonly members: Readonly<Record<string, t.Mixed>>,
    readonly other: t.Mixed,
  ) {
    const byTag = new Map(Object.entries(members));
    const memberFor = (u: Record<string, unknown>) => byTag.get(u[tag] as string) ?? other;
    super(
      name,
      (u): u is A => isObject(u) && memberFor(u).is(u),
      (u, context) => (isObject(u) ? memberFor(u).validate(u, context) : t.failure(u, context)),
      // The decoded form is a legal wire form, so encoding changes nothing.
      (a) => a as unknown as O,
    );
    this.memberFor = memberFor;
  }

  /** The codec for an object. */
  readonly memberFor: (u: Record<string, unknown>) => t.Mixed;
}

/** See {@link TaggedType}; `members` maps each value of `tag` to the codec of the whole object. */
export function tagged<M extends Record<string, t.Mixed>, C extends t.Mixed>(
  name: string,
  tag: string,
  members: M,
  other: C,
): TaggedType<t.TypeOf<M[keyof M]> | t.TypeOf<C>, t.OutputOf<M[keyof M]> | t.OutputOf<C>> {
  return new TaggedType(name, tag, members, other);
}

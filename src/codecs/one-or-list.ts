import type * as t from 'io-ts';
import { ListType, list } from './list';

/** A codec that `oneOrList` made. */
export class OneOrListType<A, O> extends ListType<A, O> {}

/**
 * A list, or its only element without the list; always a list afterwards. Tencent 1047/49465 has a String in its table
 * and a list in its sample.
 */
export function oneOrList<C extends t.Mixed>(
  item: C,
): t.Type<t.TypeOf<C>[], t.OutputOf<C> | t.OutputOf<C>[] | null, unknown> {
  const many = list(item);
  const isMany = (u: unknown) => u === undefined || u === null || Array.isArray(u);
  return new OneOrListType<t.TypeOf<C>, t.OutputOf<C>>(item, many.is, (u, context) =>
    many.validate(isMany(u) ? u : [u], context),
  );
}

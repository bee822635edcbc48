import type * as t from 'io-ts';
import { FieldsType } from './fields';

type Props = Record<string, t.Mixed>;

/** A codec that `bareOr` made: it keeps the object's codec. */
export class BareType<A, O, R extends Props, P extends Props> extends FieldsType<A, O | string, R, P> {
  constructor(
    readonly codec: FieldsType<A, O, R, P>,
    key: keyof R & string,
  ) {
    super(
      codec.name,
      codec.is,
      (u, context) => codec.validate(typeof u === 'string' ? { [key]: u } : u, context),
      codec.required,
      codec.optional,
    );
  }
}

/** An object, or just the string of its field `key` in its place; always the object afterwards. */
export function bareOr<A, O, R extends Props, P extends Props>(
  codec: FieldsType<A, O, R, P>,
  key: keyof R & string,
): BareType<A, O, R, P> {
  return new BareType(codec, key);
}

import * as t from 'io-ts';
import { noteDropped } from './decoding';

/** A codec that `orElse` made: it keeps the codec in it, so that documents and schemas can be derived from it. */
export class OrElseType<A, O> extends t.Type<A, O | undefined, unknown> {
  readonly _tag = 'OrElseType' as const;
  constructor(
    readonly codec: t.Type<A, O, unknown>,
    fallback: A,
  ) {
    super(
      codec.name,
      codec.is,
      (u, context) => {
        const decoded = codec.validate(u, context);
        if (decoded._tag === 'Right') return decoded;
        noteDropped(decoded.left);
        // A copy: what a handler writes into one body must not appear in the next.
        return t.success(typeof fallback === 'object' ? { ...fallback } : fallback);
      },
      codec.encode,
    );
  }
}

/**
 * Reads a value that does not fit as `fallback`, and notes it; for a field that should always be there, but must not cost the
 * whole body.
 */
export function orElse<A, O>(codec: t.Type<A, O, unknown>, fallback: NoInfer<A>): OrElseType<A, O> {
  return new OrElseType(codec, fallback);
}

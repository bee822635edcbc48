/** The body of a callback as its sender may write it, derived from the body that a handler gets. */
import type { AnyOther } from '../codecs';

/**
 * Codecs also accept other forms of a value: a number as its digits, a string as the number or boolean that it spells,
 * `null` for a list and for an optional field. A field that codecs replace by a fallback when it is missing, e.g. the
 * content of a message element, is required here: a callback written for a test is complete. This is a mapped type, so
 * that fields keep their documentation.
 */
export type AsSent<Body> = unknown extends Body
  ? Body
  : Body extends AnyOther
    ? string
    : Body extends string
      ? string extends Body
        ? string | number | boolean
        : Body
      : Body extends number
        ? number | string
        : Body extends boolean
          ? boolean | 'true' | 'false' | 0 | 1
          : Body extends readonly (infer Item)[]
            ? AsSent<Item>[] | null
            : { [K in keyof Body]: AsSent<Body[K]> | (undefined extends Body[K] ? null : never) };

/** The body of a callback as its sender may write it, derived from the body that a handler gets. */
import type { AnyOther } from '../codecs';

/**
 * What codecs take beside what they give: a number as its digits, a string as the scalar it spells, `null` for a list and
 * for an optional field. What is read as a fallback where it is missing, e.g. the content of a message element, is asked
 * for here: a callback written for a test is complete. A mapped type, so that fields keep their documents.
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

import type * as t from 'io-ts';
import { anyRecord, anything, boolean, int32, integer, integerOrEmpty, number, strictText, text } from '../codecs';
import type { JsonSchema } from './schema-object';

/** One codec from both sides: what it takes, and what it makes of that. */
interface Sides {
  readonly accepted: JsonSchema;
  readonly sent: JsonSchema;
}

const same = (schema: JsonSchema): Sides => ({ accepted: schema, sent: schema });

const wholeNumber = {
  type: 'integer',
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
} as const;

// The codec also refuses the few strings of 16 digits that a double cannot hold; a pattern for that nobody could read.
const wholeNumberOrDigits = [wholeNumber, { type: 'string', pattern: '^-?\\d{1,16}$' }] as const;

/** Codecs without parts. */
export const scalars: ReadonlyMap<t.Mixed, Sides> = new Map<t.Mixed, Sides>([
  [anything, same({})],
  [anyRecord, same({ type: 'object' })],
  [strictText, same({ type: 'string' })],
  [int32, same({ type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 })],
  // A number of any size: on the wire it is digits, which are kept, and only a JSON parser makes something else of them.
  [text, { accepted: { type: ['string', 'number', 'boolean'] }, sent: { type: 'string' } }],
  [integer, { accepted: { anyOf: wholeNumberOrDigits }, sent: wholeNumber }],
  [integerOrEmpty, { accepted: { anyOf: [...wholeNumberOrDigits, { const: '' }] }, sent: wholeNumber }],
  [
    number,
    {
      accepted: { anyOf: [{ type: 'number' }, { type: 'string', pattern: '^-?\\d{1,15}(\\.\\d{1,18})?$' }] },
      sent: { type: 'number' },
    },
  ],
  [boolean, { accepted: { enum: [true, false, 'true', 'false', 1, 0] }, sent: { type: 'boolean' } }],
]);

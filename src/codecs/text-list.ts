import type * as t from 'io-ts';
import { ListType, list } from './list';
import { text } from './text';

const texts = list(text);

/**
 * A list of strings; a bare string is a list of one. Samples of a moderation result have a list where a table says String
 * (Tencent 1047/77840).
 */
export const textList: t.Type<string[], string | (string | number | boolean)[] | null, unknown> = new ListType(
  text,
  texts.is,
  (u, context) => texts.validate(typeof u === 'string' ? [u] : u, context),
);

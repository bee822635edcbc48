import { amountIn, type Fields, numberIn } from '../../../callback/message/field';
import { isObject } from '../../../codecs';

/**
 * Fields as the apps find them: OpenIM's clients are made of openim-sdk-core, and Go's decoder takes `TEXT` for `text`. A
 * sender who knows that could show others what a look at `text` alone does not see. Of several, all are read.
 */
export interface GoFields {
  /** The strings among its values; names are written in lower case. */
  texts(name: string): readonly string[];
  /** All of them, a line each; empty where there is none. */
  text(name: string): string;
  number(name: string): number | undefined;
  /** A number above 0: 0 is how Go writes what it does not know. */
  amount(name: string): number | undefined;
  objects(name: string): readonly Fields[];
  /** The entries of its lists. */
  list(name: string): readonly unknown[];
}

export function goFields(object: Fields): GoFields {
  const values = new Map<string, unknown[]>();
  for (const [key, value] of Object.entries(object)) {
    const others = values.get(folded(key));
    if (others === undefined) values.set(folded(key), [value]);
    else others.push(value);
  }
  const all = (name: string): readonly unknown[] => values.get(name) ?? [];
  const texts = (name: string) => all(name).filter((value) => typeof value === 'string' && value !== '') as string[];
  return {
    texts,
    text: (name) => texts(name).join('\n'),
    number: (name) => numberIn(all(name).at(-1)),
    amount: (name) => amountIn(all(name).at(-1)),
    objects: (name) => all(name).filter(isObject),
    list: (name) => all(name).flatMap((value) => (Array.isArray(value) ? value : [])),
  };
}

/** As Go compares names (encoding/json, foldName): the long s is an s to it; what else it folds, `toLowerCase` does. */
export function folded(key: string): string {
  return key.toLowerCase().replaceAll('ſ', 's');
}

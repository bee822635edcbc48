import { amountIn, type Fields, numberIn } from '../../../callback/message/field';
import { isObject } from '../../../codecs';

/**
 * Fields as the apps find them: OpenIM's clients are made of openim-sdk-core, and Go's decoder takes `TEXT` for `text`. A
 * sender who knows that could show others what a look at `text` alone does not see. So each name, in lower case, has a list
 * of values. A forwarded conversation has thousands of these: they are a plain map, and whatever asks them is a function.
 */
export type GoFields = ReadonlyMap<string, readonly unknown[]>;

export function goFields(object: Fields): GoFields {
  const fields = new Map<string, unknown[]>();
  for (const key of Object.keys(object)) {
    const name = folded(key);
    const others = fields.get(name);
    if (others === undefined) fields.set(name, [object[key]]);
    else others.push(object[key]);
  }
  return fields;
}

/** As Go compares names (encoding/json, foldName): the long s is an s to it; what else it folds, `toLowerCase` does. */
export function folded(key: string): string {
  const name = key.toLowerCase();
  return name.includes('ſ') ? name.replaceAll('ſ', 's') : name;
}

/** The strings among the values of a name. */
export function textsIn(fields: GoFields, name: string): readonly string[] {
  return all(fields, name).filter((value) => typeof value === 'string' && value !== '') as string[];
}

/** All of them, a line each; empty where there is none. */
export function textIn(fields: GoFields, name: string): string {
  const [value, ...others] = all(fields, name);
  if (others.length === 0) return typeof value === 'string' ? value : '';
  return textsIn(fields, name).join('\n');
}

export function numberOf(fields: GoFields, name: string): number | undefined {
  return numberIn(all(fields, name).at(-1));
}

/** A number above 0: 0 is how Go writes what it does not know. */
export function amountOf(fields: GoFields, name: string): number | undefined {
  return amountIn(all(fields, name).at(-1));
}

export function objectsIn(fields: GoFields, name: string): readonly Fields[] {
  return all(fields, name).filter(isObject);
}

/** The entries of its lists. */
export function entriesIn(fields: GoFields, name: string): readonly unknown[] {
  return all(fields, name).flatMap((value) => (Array.isArray(value) ? value : []));
}

const none: readonly unknown[] = [];

function all(fields: GoFields, name: string): readonly unknown[] {
  return fields.get(name) ?? none;
}

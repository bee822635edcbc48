import { isObject } from '../../codecs';

/**
 * Messages within messages, as far as they are followed: what a sender nests deeper, or in a circle, must cost neither the
 * stack nor more than one look at each object.
 */
export interface Nesting {
  readonly depth: number;
  readonly seen: Set<unknown>;
}

/** No app shows more than a few of them in one another. */
const deepest = 10;

/** Where a callback's own message is. */
export function outermost(): Nesting {
  return { depth: 0, seen: new Set() };
}

/** Where a message within is; undefined where it is not to be read as one. */
export function within({ depth, seen }: Nesting, message: object): Nesting | undefined {
  if (depth >= deepest || seen.has(message)) return undefined;
  seen.add(message);
  return { depth: depth + 1, seen };
}

/** All strings in a value, at any depth, except those in objects that were seen. Keys do not count. */
export function stringsIn(value: unknown, seen: Set<unknown> = new Set()): string[] {
  const strings: string[] = [];
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string') strings.push(next);
    else if ((isObject(next) || Array.isArray(next)) && !seen.has(next)) {
      seen.add(next);
      // One at a time: a list may be longer than a call can have arguments.
      for (const inner of Object.values(next).reverse()) left.push(inner);
    }
  }
  return strings;
}

/** A JSON value with what `JSON.parse` throws away and Go's decoder looks at: repeated keys, and how a number is written. */
export type GoValue =
  | { readonly kind: 'object'; readonly members: readonly (readonly [key: string, value: GoValue])[] }
  | { readonly kind: 'list'; readonly items: readonly GoValue[] }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'null' };

/** Parses JSON text as Go's encoding/json does, which has the same grammar; throws a `SyntaxError` for anything else. */
export function parseGoJson(text: string): GoValue {
  JSON.parse(text); // from here on the text is known to be right
  let at = 0;

  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const space = () => skip(/[ \t\r\n]*/y);
  const string = (): string => JSON.parse(skip(/"(?:[^"\\]+|\\.)*"/y));

  function value(): GoValue {
    space();
    const first = text[at] ?? '';
    if (first === '{') return { kind: 'object', members: parts('}', member) };
    if (first === '[') return { kind: 'list', items: parts(']', value) };
    if (first === '"') return { kind: 'string', text: string().toWellFormed() };
    const word = skip(/[\w.+-]+/y);
    if (word === 'null') return { kind: 'null' };
    return word === 'true' || word === 'false'
      ? { kind: 'bool', value: word === 'true' }
      : { kind: 'number', digits: word };
  }

  function member(): readonly [string, GoValue] {
    space();
    const key = string();
    space();
    at += 1; // the colon
    return [key, value()];
  }

  function parts<T>(end: string, part: () => T): T[] {
    const found: T[] = [];
    at += 1; // the opening bracket
    space();
    while (text[at] !== end) {
      found.push(part());
      space();
      if (text[at] === ',') at += 1;
      space();
    }
    at += 1;
    return found;
  }

  return value();
}

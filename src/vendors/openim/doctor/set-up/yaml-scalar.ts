/** One value on one line of YAML, as the server's own reader (Go's yaml.v3) takes it. */

export type YamlScalar = string | number | boolean | null;

const words: Readonly<Record<string, boolean | null>> = {
  ...{ true: true, True: true, TRUE: true, false: false, False: false, FALSE: false },
  ...{ null: null, Null: null, NULL: null, '~': null, '': null },
};

/** What can begin no plain text, with the reason. */
const unread: Readonly<Record<string, string>> = {
  '&': 'an anchor',
  '*': 'an alias',
  '!': 'a tag',
  '|': 'a text of several lines',
  '>': 'a text of several lines',
  '{': 'a map on one line',
  '%': 'a directive',
  '@': 'a reserved sign',
  '`': 'a reserved sign',
};

/** The value without the comment behind it. Throws a `SyntaxError` that says what is not read here. */
export function valueIn(text: string): YamlScalar | readonly YamlScalar[] {
  const [, items, behind = ''] = /^\[(.*)\](.*)$/.exec(text) ?? [];
  if (!text.startsWith('[')) return scalarIn(text);
  if (items === undefined || !isComment(behind)) throw new SyntaxError('a list on one line must end with ] there');
  return items.trim() === '' ? [] : items.split(',').map((item) => scalarIn(item.trim()));
}

export function scalarIn(text: string): YamlScalar {
  const quote = text[0];
  if (quote === '"' || quote === "'") return quoted(text, quote);
  const plain = text.replace(/(^|\s)#.*$/, '').trim();
  const what = unread[plain[0] ?? ''];
  if (what !== undefined) throw new SyntaxError(`${what} (${plain[0]}) is not read here`);
  if (Object.hasOwn(words, plain)) return words[plain] ?? null;
  if (/: |:$|^[[\]},?] ?|^- /.test(plain)) throw new SyntaxError('this is no plain text in YAML; write it in quotes');
  return /^[-+]?(\d+|\d*\.\d+)$/.test(plain) ? Number(plain) : plain;
}

function quoted(text: string, quote: string): string {
  const [whole, inside = ''] = (quote === '"' ? /^"((?:[^"\\]|\\.)*)"/ : /^'((?:[^']|'')*)'/).exec(text) ?? [];
  if (whole === undefined || !isComment(text.slice(whole.length)))
    throw new SyntaxError('the quotes do not end where the value does');
  return quote === '"' ? unescaped(inside) : inside.replaceAll("''", "'");
}

/** JSON's escapes, which YAML has, too. */
function unescaped(inside: string): string {
  try {
    return String(JSON.parse(`"${inside}"`));
  } catch {
    throw new SyntaxError('an escape in the quotes is not read here');
  }
}

const isComment = (rest: string) => /^\s*$|^\s+#/.test(rest);

import { isObject } from '../../codecs';
import type { VendorRecordings } from '../../vendors/vendor-command-line';
import { isSecretName, withoutSecretParameters } from './secret-names';

export interface RedactOptions {
  /** Masks only secrets. */
  readonly keepText: boolean;
  /** What the vendor's fields hold. */
  readonly fields: Pick<VendorRecordings, 'isPlain' | 'content' | 'keyedByUsers' | 'contentNames'>;
  /** Fields of this command that hold a secret whatever they are called. Default none. */
  readonly secrets?: readonly string[];
}

/**
 * A body without secrets and without what users wrote: texts become as many x as they had letters, so that lengths and
 * types stay true. What is not known to be plain counts as text. Names that users choose are masked like texts.
 */
export function redacted(body: unknown, options: RedactOptions): unknown {
  return redactedValue(body, '', options);
}

function redactedValue(value: unknown, name: string, options: RedactOptions): unknown {
  const { keepText, fields, secrets = [] } = options;
  if (isSecretName(name) || secrets.includes(name)) return blank(value, nothing);
  if (!keepText && fields.content.has(name)) return blank(value, fields.contentNames);
  if (Array.isArray(value)) return value.map((item) => redactedValue(item, name, options));
  if (isObject(value)) {
    const nameFor = !keepText && fields.keyedByUsers.has(name) ? masked : unchanged;
    return mapped(value, nameFor, (inner, key) => redactedValue(inner, key, options));
  }
  if (typeof value !== 'string') return value;
  if (keepText || fields.isPlain(name)) return withoutSecrets(value);
  return inJson(value, (inside) => blank(inside, fields.contentNames)) ?? masked(value);
}

/** Masks all texts and numbers, whatever they mean. Of the names of fields, only the known ones stay. */
function blank(value: unknown, known: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return inJson(value, (inside) => blank(inside, known)) ?? masked(value);
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return value.map((item) => blank(item, known));
  if (!isObject(value)) return value;
  return mapped(
    value,
    (key) => (known.has(key) ? key : masked(key)),
    (inner, key) => blank(inner, isSecretName(key) ? nothing : known),
  );
}

const nothing: ReadonlySet<string> = new Set();
const unchanged = (name: string) => name;

/** A text that stays, except for secrets in it: in JSON, and in the query of a URL. */
function withoutSecrets(text: string): string {
  // Most texts name no secret, and keep their bytes: re-serialised JSON loses digits of long numbers. Escapes may hide
  // a name.
  if (!isSecretName(text) && !/\\u|%/.test(text)) return text;
  return inJson(text, secretsBlanked) ?? withoutSecretParameters(text);
}

function secretsBlanked(value: unknown): unknown {
  if (typeof value === 'string') return withoutSecrets(value);
  if (Array.isArray(value)) return value.map(secretsBlanked);
  if (!isObject(value)) return value;
  return mapped(value, unchanged, (inner, key) => (isSecretName(key) ? blank(inner, nothing) : secretsBlanked(inner)));
}

/** OpenIM's `content` is JSON in a string, and handlers parse it; what it holds may be JSON in a string again. */
function inJson(text: string, change: (value: unknown) => unknown): string | undefined {
  if (!/^\s*[[{"]/.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  // Never the text itself: if a name occurs in it twice, only one of its values was checked.
  return JSON.stringify(change(value));
}

/** Quoted numbers and booleans, which Tencent has, still decode as such. */
function masked(text: string): string {
  if (text === 'true' || text === 'false') return text;
  return /^\d+$/.test(text) ? '0'.repeat(text.length) : 'x'.repeat(text.length);
}

/** Two names may become one: the second is made longer, so that no value is lost. */
function mapped(
  object: object,
  nameFor: (name: string) => string,
  change: (value: unknown, name: string) => unknown,
): object {
  const names = new Set<string>();
  const entries = Object.entries(object).map(([given, value]) => {
    let name = nameFor(given);
    while (names.has(name)) name += 'x';
    names.add(name);
    return [name, change(value, given)];
  });
  return Object.fromEntries(entries);
}

import type { Fields } from './field';
import { stringsIn } from './nesting';

/** Replaces the texts of one message, and remembers what became of them. */
export interface TextChange {
  /** What is to stand in place of this text. */
  text(old: string): string;
  /** Texts that the vendor lets nobody change: whether they would have to be is all that is asked. */
  fixed(value: unknown): void;
  /** A copy of the object in which the texts in these fields say what they are to say. */
  fields(object: Fields, ...names: readonly string[]): Fields;
  /** The same of fields that hold lists of texts. */
  lists(object: Fields, ...names: readonly string[]): Fields;
  /** The JSON of an object that came in a string; that string where it is nested too deep to be written again. */
  json(object: object, old: string): string;
  readonly changed: boolean;
  /** A text would have to change that cannot. */
  readonly stuck: boolean;
}

/** `replace` is the app's own function: what it throws is thrown. */
export function textChange(replace: (text: string) => string): TextChange {
  let changed = false;
  let stuck = false;

  function replaced(old: string): string {
    const text: unknown = replace(old);
    if (typeof text === 'string') return text;
    throw new TypeError(`replaceText: your function returned ${typeof text} for a text; return a string`);
  }

  function text(old: string): string {
    if (old === '') return old;
    const now = replaced(old);
    changed ||= now !== old;
    return now;
  }

  const field = (value: unknown) => (typeof value === 'string' ? text(value) : value);
  const list = (value: unknown) => (Array.isArray(value) ? value.map(field) : value);

  function copyWith(change: (value: unknown) => unknown, object: Fields, names: readonly string[]): Fields {
    const copy: Record<string, unknown> = { ...object };
    for (const name of names) if (Object.hasOwn(object, name)) copy[name] = change(copy[name]);
    return copy;
  }

  return {
    text,
    fixed(value) {
      // Once it is stuck, it is: nothing else is of account.
      stuck ||= stringsIn(value).some((old) => old !== '' && replaced(old) !== old);
    },
    fields: (object, ...names) => copyWith(field, object, names),
    lists: (object, ...names) => copyWith(list, object, names),
    json(object, old) {
      try {
        return JSON.stringify(object);
      } catch {
        // JSON.parse can read what JSON.stringify has not the stack for.
        stuck ||= changed;
        return old;
      }
    },
    get changed() {
      return changed;
    },
    get stuck() {
      return stuck;
    },
  };
}

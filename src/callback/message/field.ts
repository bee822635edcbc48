import { isObject } from '../../codecs';

// Fields of what its sender's app made, which no codec has checked: what does not fit reads as absent.

/** An object of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** Undefined also for an empty text. */
export function textAt(object: Fields, name: string): string | undefined {
  const value = object[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number, also one in digits. */
export function numberAt(object: Fields, name: string): number | undefined {
  return numberIn(object[name]);
}

export function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A size, a width or a length of time, where 0 stands for "not known". */
export function amountAt(object: Fields, name: string): number | undefined {
  return amountIn(object[name]);
}

export function amountIn(value: unknown): number | undefined {
  const amount = numberIn(value);
  return amount !== undefined && amount > 0 ? amount : undefined;
}

export function objectAt(object: Fields, name: string): Fields | undefined {
  const value = object[name];
  return isObject(value) ? value : undefined;
}

export function listAt(object: Fields, name: string): readonly unknown[] {
  const value = object[name];
  return Array.isArray(value) ? value : [];
}

/** The strings of a list. */
export function textsAt(object: Fields, name: string): readonly string[] {
  return listAt(object, name).filter((value) => typeof value === 'string');
}

/** A moment in milliseconds. 0 stands for "not known", and 8.64e15 ms is as far as a Date goes. */
export function dateOf(ms: number | undefined): Date | undefined {
  return ms === undefined || ms <= 0 || ms > 8.64e15 ? undefined : new Date(ms);
}

/** The object that a text holds as JSON. Most texts hold none, and an error of JSON.parse costs more than all else here. */
export function jsonObjectIn(text: string): Fields | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

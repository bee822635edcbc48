import type { GoStruct, GoType } from './go-type';
import type { GoValue } from './parse-go-json';

/** Thrown where Go's decoder returns an UnmarshalTypeError; the message is in its words. */
export class GoTypeError extends Error {}

export type Decoded = Record<string, unknown>;

/**
 * Decodes an object into a struct by the rules of encoding/json: keys match whatever their case; the last of repeated
 * keys wins; a key nobody knows is passed over; `null` leaves a scalar alone and unsets what can be unset; a number
 * with a point or an exponent is no integer; an integer must fit its width. `null` for the object leaves all fields unset.
 */
export function decodeStruct(value: GoValue, struct: GoStruct, at: string): Decoded {
  const into: Decoded = {};
  fill(into, value, struct, at);
  return into;
}

function fill(into: Decoded, value: GoValue, struct: GoStruct, at: string): void {
  if (value.kind === 'null') return;
  if (value.kind !== 'object') throw unmarshalTypeError(value, at, 'an object');
  const byFold = new Map(Object.keys(struct).map((name) => [fold(name), name]));
  for (const [key, member] of value.members) {
    const name = Object.hasOwn(struct, key) ? key : byFold.get(fold(key));
    const type = name === undefined ? undefined : struct[name];
    if (name === undefined || type === undefined) continue;
    const decoded = decode(member, type, at === '' ? name : `${at}.${name}`, into[name]);
    if (decoded !== undefined) into[name] = decoded;
  }
}

function decode(value: GoValue, type: GoType, at: string, before: unknown): unknown {
  if (value.kind === 'null') return isScalar(type) ? before : null;
  if (typeof type === 'object') return decodeParts(value, type, at, before);
  switch (type) {
    case 'int32':
    case 'int64':
      return integerOf(value, type, at);
    case 'string':
      if (value.kind === 'string') return value.text;
      break;
    case 'bool':
      if (value.kind === 'bool') return value.value;
      break;
    case 'bytes':
      if (value.kind === 'string' && isBase64(value.text)) return value.text;
      if (value.kind === 'list') return value.items.map((item) => integerOf(item, 'int32', at));
      break;
    default:
      return asJavaScript(value);
  }
  throw unmarshalTypeError(value, at, type);
}

function decodeParts(value: GoValue, type: Exclude<GoType, string>, at: string, before: unknown): unknown {
  if ('pointer' in type) return decode(value, type.pointer, at, before);
  if ('struct' in type) {
    const into = { ...(before as Decoded | null | undefined) }; // what an earlier key of this name left there
    fill(into, value, type.struct, at);
    return into;
  }
  if ('list' in type) {
    if (value.kind !== 'list') throw unmarshalTypeError(value, at, 'a list');
    return value.items.map((item, i) => decode(item, type.list, `${at}.${i}`, undefined) ?? zeroOf(type.list));
  }
  if (value.kind !== 'object') throw unmarshalTypeError(value, at, 'an object');
  const entries = value.members.map(([key, member]) => [
    key,
    decode(member, type.map, `${at}.${key}`, undefined) ?? zeroOf(type.map),
  ]);
  return { ...(before as Decoded | null | undefined), ...Object.fromEntries(entries) };
}

const limits = { int32: [-(2n ** 31n), 2n ** 31n - 1n], int64: [-(2n ** 63n), 2n ** 63n - 1n] } as const;

function integerOf(value: GoValue, type: 'int32' | 'int64', at: string): number {
  if (value.kind !== 'number' || !/^-?\d+$/.test(value.digits)) throw unmarshalTypeError(value, at, type);
  const [least, most] = limits[type];
  const integer = BigInt(value.digits);
  if (integer < least || integer > most) throw unmarshalTypeError(value, at, type);
  return Number(integer);
}

/** A scalar that a reply lacks is its zero value. */
export function zeroOf(type: GoType): unknown {
  if (type === 'int32' || type === 'int64') return 0;
  if (type === 'string') return '';
  return type === 'bool' ? false : null;
}

function isScalar(type: GoType): boolean {
  return zeroOf(type) !== null;
}

function isBase64(text: string): boolean {
  return Buffer.from(text, 'base64').toString('base64') === text.replace(/[\r\n]/g, '');
}

/** encoding/json folds ASCII letters, and two signs that Unicode folds to s and k. */
function fold(name: string): string {
  return name
    .replace(/\u017f/g, 's')
    .replace(/\u212a/g, 'k')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function asJavaScript(value: GoValue): unknown {
  switch (value.kind) {
    case 'object':
      return Object.fromEntries(value.members.map(([key, member]) => [key, asJavaScript(member)]));
    case 'list':
      return value.items.map(asJavaScript);
    case 'number':
      return Number(value.digits);
    case 'string':
      return value.text;
    case 'bool':
      return value.value;
    default:
      return null;
  }
}

function unmarshalTypeError(value: GoValue, at: string, type: string): GoTypeError {
  const got = value.kind === 'number' ? `number ${value.digits.slice(0, 40)}` : value.kind;
  return new GoTypeError(`cannot decode ${got} into ${at === '' ? 'the reply' : at}, which is ${type}`);
}

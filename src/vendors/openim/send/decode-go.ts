import type { GoStruct, GoType } from './go-type';
import type { GoValue } from './parse-go-json';

export type Decoded = Record<string, unknown>;

/** Called for a value of the wrong type: Go's UnmarshalTypeError. */
type Report = (value: GoValue, at: string, type: string) => void;

/**
 * Decodes an object into a struct by the rules of encoding/json: keys match whatever their case; the last of repeated
 * keys wins; a key nobody knows is passed over; `null` leaves a scalar alone and unsets what can be unset; a number
 * with a point or an exponent is no integer; an integer must fit its width. `null` for the object leaves all fields unset.
 *
 * A value of the wrong type is an `error`, in Go's words, and the decoder goes on all the same: its field stays as it was, and a
 * pointer then points to a zero value (run with Go 1.19). Only the first error is reported.
 */
export function decodeStruct(value: GoValue, struct: GoStruct): { fields: Decoded; error: string | undefined } {
  const fields: Decoded = {};
  let error: string | undefined;
  fill(fields, value, struct, '', (wrong, at, type) => {
    error ??= unmarshalTypeError(wrong, at, type);
  });
  return { fields, error };
}

function fill(into: Decoded, value: GoValue, struct: GoStruct, at: string, report: Report): void {
  if (value.kind === 'null') return;
  if (value.kind !== 'object') return report(value, at, 'an object');
  const byFold = new Map(Object.keys(struct).map((name) => [fold(name), name]));
  for (const [key, member] of value.members) {
    const name = Object.hasOwn(struct, key) ? key : byFold.get(fold(key));
    const type = name === undefined ? undefined : struct[name];
    if (name === undefined || type === undefined) continue;
    const decoded = decode(member, type, at === '' ? name : `${at}.${name}`, into[name], report);
    if (decoded !== undefined) into[name] = decoded;
  }
}

/** What the field holds afterwards; `before` for a value of the wrong type, and undefined where it was never set. */
function decode(value: GoValue, type: GoType, at: string, before: unknown, report: Report): unknown {
  if (value.kind === 'null') return isScalar(type) ? before : null;
  if (typeof type === 'object') return decodeParts(value, type, at, before, report);
  switch (type) {
    case 'int32':
    case 'int64':
      return integerOf(value, type, at, before, report);
    case 'string':
      if (value.kind === 'string') return value.text;
      break;
    case 'bool':
      if (value.kind === 'bool') return value.value;
      break;
    case 'bytes':
      if (value.kind === 'string' && isBase64(value.text)) return value.text;
      if (value.kind === 'list') return value.items.map((item) => integerOf(item, 'int32', at, 0, report));
      break;
    default:
      return asJavaScript(value);
  }
  report(value, at, type);
  return before;
}

function decodeParts(
  value: GoValue,
  type: Exclude<GoType, string>,
  at: string,
  before: unknown,
  report: Report,
): unknown {
  if ('pointer' in type) return decode(value, type.pointer, at, before ?? pointedTo(type.pointer), report);
  if ('struct' in type) {
    const into = { ...(before as Decoded | null | undefined) }; // what an earlier key of this name left there
    fill(into, value, type.struct, at, report);
    return into;
  }
  const item = (part: GoValue, name: string | number, of: GoType) =>
    decode(part, of, `${at}.${name}`, undefined, report) ?? zeroOf(of);
  if ('list' in type && value.kind === 'list') return value.items.map((part, i) => item(part, i, type.list));
  if ('map' in type && value.kind === 'object') {
    const entries = value.members.map(([key, part]) => [key, item(part, key, type.map)]);
    return { ...(before as Decoded | null | undefined), ...Object.fromEntries(entries) };
  }
  report(value, at, 'list' in type ? 'a list' : 'an object');
  return before;
}

const limits = { int32: [-(2n ** 31n), 2n ** 31n - 1n], int64: [-(2n ** 63n), 2n ** 63n - 1n] } as const;

function integerOf(value: GoValue, type: 'int32' | 'int64', at: string, before: unknown, report: Report): unknown {
  const [least, most] = limits[type];
  const integer = value.kind === 'number' && /^-?\d+$/.test(value.digits) ? BigInt(value.digits) : undefined;
  if (integer !== undefined && integer >= least && integer <= most) return Number(integer);
  report(value, at, type);
  return before;
}

/** A scalar that a reply lacks is its zero value. */
export function zeroOf(type: GoType): unknown {
  if (type === 'int32' || type === 'int64') return 0;
  if (type === 'string') return '';
  return type === 'bool' ? false : null;
}

/** What a pointer points to once the decoder has made it, before there is a value; an empty list stands for a nil one. */
function pointedTo(type: GoType): unknown {
  if (typeof type === 'string') return zeroOf(type);
  return 'list' in type ? [] : {};
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

function unmarshalTypeError(value: GoValue, at: string, type: string): string {
  const got = value.kind === 'number' ? `number ${value.digits.slice(0, 40)}` : value.kind;
  return `cannot decode ${got} into ${at === '' ? 'the reply' : at}, which is ${type}`;
}

import type * as t from 'io-ts';
import { integer } from './integer';
import { isObject } from './is-object';
import { isNothingInherited, own } from './own-property';
import { text } from './text';

/** A field of an object. */
export interface Look {
  readonly key: string;
  readonly codec: t.Mixed;
  readonly required: boolean;
}

/**
 * Makes the look at an object whether all its fields fit as they are; most do, and then nothing is decoded. What takes long is
 * checked last where it stands last.
 *
 * Six of seven fields are texts and integers. A loop over the bare names for each of these two takes a fifth off all decoding. `for … of`,
 * or a list of objects with a name in each, gives most of that back.
 */
export function fitsAsItIs<A>(fields: readonly Look[]): (u: unknown) => u is A {
  const { names: texts, required: requiredTexts } = namesOf(fields, text);
  const { names: integers, required: requiredIntegers } = namesOf(fields, integer);
  const others = fields.filter(({ codec }) => codec.is !== text.is && codec.is !== integer.is);

  return (u): u is A => {
    if (!isObject(u)) return false;
    if (!isNothingInherited()) return allFit(u, fields);
    return textsFit(u, texts, requiredTexts) && integersFit(u, integers, requiredIntegers) && allFit(u, others);
  };
}

/** The first `required` names are of fields that must be there. */
function textsFit(object: Record<string, unknown>, names: readonly string[], required: number): boolean {
  for (let i = 0; i < names.length; i++) {
    const key = names[i] as string;
    const value = object[key];
    if (typeof value !== 'string' && (i < required || !isNone(object, key, value))) return false;
  }
  return true;
}

function integersFit(object: Record<string, unknown>, names: readonly string[], required: number): boolean {
  for (let i = 0; i < names.length; i++) {
    const key = names[i] as string;
    const value = object[key];
    if (!Number.isSafeInteger(value) && (i < required || !isNone(object, key, value))) return false;
  }
  return true;
}

function allFit(object: Record<string, unknown>, fields: readonly Look[]): boolean {
  for (let i = 0; i < fields.length; i++) {
    const { key, codec, required } = fields[i] as Look;
    const value = own(object, key);
    if (value === undefined ? required : !codec.is(value)) return false;
  }
  return true;
}

/** Where nothing is inherited but methods. */
function isNone(object: object, key: string, value: unknown): boolean {
  return value === undefined || (typeof value === 'function' && !Object.hasOwn(object, key));
}

/** The fields of one codec; those that are required come first. */
function namesOf(fields: readonly Look[], { is }: t.Mixed) {
  const ofThese = fields.filter(({ codec }) => codec.is === is);
  const required = ofThese.filter((field) => field.required).map(({ key }) => key);
  const optional = ofThese.filter((field) => !field.required).map(({ key }) => key);
  return { names: [...required, ...optional], required: required.length };
}

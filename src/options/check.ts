import { inspect } from 'node:util';
import { nearestName } from './nearest-name';
import { optionError } from './option-error';

/** What one option must be: `undefined` where the value is right, else the words after "must be". */
export type Rule = (value: unknown) => string | undefined;

export interface Shape {
  /** Whose options they are, for the message. Default `imCallbacks`. */
  readonly of?: string;
  /** Where the options stand, for the message: `tencent.` or nothing. */
  readonly at: string;
  readonly rules: Readonly<Record<string, Rule>>;
  /** Options whose value may show in a message whatever it is; of others only numbers and the like, for a token may have
   * slipped into any. */
  readonly plain?: readonly string[];
  /** What somebody most likely meant by a name that there is not, in words; better than the nearest name. */
  readonly meant?: ((name: string) => string | undefined) | undefined;
  /** The options in their shortest form, for somebody who gave something else than options. */
  readonly example?: string | undefined;
}

/**
 * Checks options by name and value, once, when the router is built. Throws a `TypeError` that names the option, the
 * value received and what to write instead; a name that does not exist gets the nearest one that does.
 */
export function checkOptions(options: unknown, shape: Shape): void {
  const { of = 'imCallbacks', at, rules, plain = [], example } = shape;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    const what = at === '' ? 'the options' : at.slice(0, -1);
    const instead = example === undefined ? '' : `; write ${example}`;
    throw optionError(`${of}: ${what} must be an object, got ${kindOf(options)}${instead}`);
  }
  // Inherited ones, too: a getter of a class is read like any other option.
  const inherited = Object.keys(rules).filter((name) => name in options);
  for (const name of new Set([...Object.keys(options), ...inherited])) {
    const value = (options as Readonly<Record<string, unknown>>)[name];
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) throw optionError(`${of}: there is no option ${at}${name}${suggestion(name, shape)}`);
    if (value === undefined) continue;
    const mustBe = rule(value);
    if (mustBe === undefined) continue;
    const got = plain.includes(name) ? received(value) : asFarAsItMayBeShown(name, value);
    throw optionError(`${of}: option ${at}${name} must be ${mustBe}; got ${got}`);
  }
}

export const aBoolean: Rule = (value) => (typeof value === 'boolean' ? undefined : 'true or false');
export const aFunction: Rule = (value) => (typeof value === 'function' ? undefined : 'a function');

/** A whole number of `unit` from `least` to `most`; an upper bound, because an unbounded limit does not limit. */
export function wholeNumber(unit: string, least: number, most: number): Rule {
  return (value) => {
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
    return fits ? undefined : `a whole number of ${unit} from ${least} to ${most}`;
  };
}

/** One value or a list of them, each of which `fits`. */
export function oneOrMore(fits: (one: unknown) => boolean, mustBe: string): Rule {
  return (value) => {
    // Array.from, because `every` passes over the holes of a list.
    const given: unknown[] = Array.isArray(value) ? Array.from(value) : [value];
    return given.length > 0 && given.every(fits) ? undefined : mustBe;
  };
}

/** An option that is there but undefined is most likely an environment variable that is not set. */
export function refuseUndefined(options: object, { of = 'imCallbacks', at, rules }: Shape): void {
  for (const name of Object.keys(rules)) {
    if (!(name in options) || (options as Readonly<Record<string, unknown>>)[name] !== undefined) continue;
    throw optionError(
      `${of}: option ${at}${name} is undefined; is its environment variable set? To do without it, leave it out`,
    );
  }
}

function received(value: unknown): string {
  return inspect(value, { depth: 1, breakLength: Number.POSITIVE_INFINITY, maxStringLength: 80, maxArrayLength: 5 });
}

function asFarAsItMayBeShown(name: string, value: unknown): string {
  const secret = typeof value === 'number' && /^(token|secret|credentials)$/.test(name);
  return secret ? 'a number (not shown)' : kindOf(value);
}

function kindOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean' || value === undefined || value === null)
    return `${value}`;
  if (typeof value === 'string') return value.trim() === '' ? 'an empty string' : 'a string (not shown)';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list (not shown)';
  return typeof value === 'object' ? 'an object (not shown)' : `a ${typeof value}`;
}

function suggestion(name: string, { rules, meant }: Shape): string {
  const words = meant?.(name);
  if (words !== undefined) return `; ${words}`;
  const nearest = nearestName(name, Object.keys(rules));
  return nearest === undefined ? '' : `; did you mean ${nearest}?`;
}

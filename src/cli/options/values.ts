import { InvalidArgumentError, Option } from 'commander';
import { vendorNames } from '../command-lines';

/** Options that several commands have, each spelt in one place. */
export const vendorOption = () => new Option('--vendor <vendor>', 'whose commands').choices(vendorNames);

export const phaseOption = () => new Option('--phase <phase>', 'before or after the fact').choices(['before', 'after']);

/** An option that may be given again; its value is the list of what was given. */
export const repeatable = (flags: string, about: string) =>
  new Option(flags, `${about}; may be given again`)
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], 'none');

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number) {
  return (value: string): number => {
    const number = Number(value);
    if (Number.isInteger(number) && value.trim() !== '' && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
  };
}

/** A number above 0, fractions allowed. */
export function positive(most: number) {
  return (value: string): number => {
    const number = Number(value);
    if (number > 0 && number <= most) return number;
    throw new InvalidArgumentError(`Write a number above 0, up to ${most}.`);
  };
}

/** `5%` or `0.05`. */
export function share(value: string): number {
  const number = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value);
  if (value.trim() !== '' && number >= 0 && number <= 1) return number;
  throw new InvalidArgumentError('Write a share, e.g. 5% or 0.05.');
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** `500ms`, `10s`, `2m`; milliseconds without a unit. */
export function duration(most: string) {
  const limit = inMs(most);
  return (value: string): number => {
    const ms = inMs(value);
    if (ms > 0 && ms <= limit) return ms;
    throw new InvalidArgumentError(`Write a time up to ${most}, e.g. 500ms, 10s or 2m.`);
  };
}

function inMs(value: string): number {
  const [, number, unit = 'ms'] = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(value) ?? [];
  return Number(number) * (units[unit] ?? Number.NaN);
}

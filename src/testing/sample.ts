import { freshSample } from '../catalogue/fresh-sample';
import { isObject } from '../codecs';
import { commandNamed } from '../vendors/commands';
import type { CommandName, WireBody } from './wire-body';

/** Any part of `T`, however deep; a list is given whole. */
export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/**
 * A legal body of a command as it arrives, with your `overrides` in it. Objects are merged; lists and all other values
 * replace those of the sample; a field that is `undefined` is left out. Each call returns a fresh copy. Throws a
 * `TypeError` for a name that no command has.
 */
export function sample<W extends CommandName>(command: W, overrides?: DeepPartial<WireBody<W>>): WireBody<W> {
  // The overrides are parts of the wire form, so what comes out is one.
  return merged(freshSample(commandNamed(command)), overrides ?? {}) as WireBody<W>;
}

/** Changes and returns `base`, which no other code holds. Values from `over` are copied. */
function merged(base: unknown, over: unknown): unknown {
  if (Array.isArray(over)) return over.map((item) => merged(undefined, item));
  if (!isObject(over)) return over;
  const out: Record<string, unknown> = isObject(base) ? base : {};
  for (const [name, value] of Object.entries(over)) {
    if (value === undefined) delete out[name];
    else out[name] = merged(out[name], value);
  }
  return out;
}

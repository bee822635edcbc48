// biome-ignore lint/suspicious/noTsIgnore: it is an error only where fast-check is not installed, and never here
/** @ts-ignore fast-check is optional: where it is not installed, this type is `any` and nothing else breaks. */
import type { Arbitrary } from 'fast-check';
import { commandNamed } from '../vendors/commands';
import { codecArbitrary } from './codec-arbitrary';
import type { CommandName, WireBody } from './wire-body';

/**
 * Any legal body of a command as it may arrive, for fast-check's `property`: with and without its optional fields, with
 * numbers as strings of digits, Go's `null` lists, unknown fields and unknown message elements. Every one decodes.
 * Needs `fast-check` 4 in your project, which is loaded when this is called. Throws a `TypeError` without it, or for a
 * name that no command has.
 */
export function arbitrary<W extends CommandName>(command: W): Arbitrary<WireBody<W>> {
  const { request, wire } = commandNamed(command);
  // The arbitrary is made from the codec whose wire form this is.
  return codecArbitrary(fastCheck(), request, wire) as Arbitrary<WireBody<W>>;
}

function fastCheck(): typeof import('fast-check') {
  try {
    return require('fast-check');
  } catch (cause) {
    throw new TypeError('arbitrary needs fast-check 4; install it: npm install --save-dev fast-check', { cause });
  }
}

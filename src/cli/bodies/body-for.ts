/** The bodies of callbacks that are sent: samples, bodies of events of their own, and what the command line changes in them. */

import { readFileSync } from 'node:fs';
import { isObject } from '../../codecs';
import type { Vendor } from '../../vendors';
import type { KnownCommand } from '../../vendors/commands';
import { commandLineOf } from '../command-lines';
import { usageError } from '../process/one-line-error';
import { distinctBody } from './distinct-body';
import { mistypedField } from './mistyped-field';
import { setPath } from './set-path';

/** A callback that is to be sent. */
export interface ToSend {
  readonly vendor: Vendor;
  readonly wire: string;
  /** Undefined for a name that the catalogue does not know. */
  readonly command?: KnownCommand;
}

/** How a body is given on the command line. */
export interface BodyFlags {
  set: string[];
  body?: string;
}

/**
 * Makes the bodies: the command's sample, or that of `--body`, with `--set` in it. The first one is the sample as it is;
 * those after it are events of their own. `hint` is called for what looks like a typing error.
 */
export function bodyFor(
  { set, body: file }: BodyFlags,
  hint: (text: string) => void,
): (callback: ToSend, i: number) => object {
  const given = file === undefined ? undefined : readBody(file);
  return (callback, i) => {
    const { command } = callback;
    const body = given === undefined ? sampleFor(callback, i) : structuredClone(given);
    for (const assignment of set) {
      const mistyped = given === undefined && i === 0 && command ? mistypedField(command, assignment) : undefined;
      if (mistyped !== undefined) hint(mistyped);
      setPath(body, assignment);
    }
    return body;
  };
}

function sampleFor({ command, wire, vendor }: ToSend, i: number): Record<string, unknown> {
  const body = command === undefined ? {} : i === 0 ? structuredClone(command.sample) : distinctBody(command, { n: i });
  return { ...body, ...commandLineOf(vendor).bodies.named?.(wire, command !== undefined, body) };
}

function readBody(file: string): Record<string, unknown> {
  const text = fileText(file);
  const body = parsed(text, file);
  if (!isObject(body)) throw usageError(`--body ${file} must hold a JSON object, as senders send`);
  return { ...body };
}

function fileText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw usageError(`--body ${file} cannot be read: ${(error as Error).message}`); // node:fs throws errors only
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usageError(`--body ${file} is not JSON: ${(error as Error).message}`); // JSON.parse throws errors only
  }
}

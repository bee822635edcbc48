import { readFileSync } from 'node:fs';
import type { AnyCommand } from '../../catalogue/command';
import { isObject } from '../../codecs';
import type { Vendor } from '../../vendors';
import { mistake } from '../options/mistake';
import { distinctBody } from './distinct-body';
import { setPath } from './set-path';

/** A callback that is to be sent. */
export interface ToSend {
  readonly vendor: Vendor;
  readonly wire: string;
  /** Undefined for a name that the catalogue does not know. */
  readonly command?: AnyCommand;
}

/** How a body is given on the command line. */
export interface BodyFlags {
  set: string[];
  body?: string;
}

/**
 * Makes the bodies: the command's sample, or that of `--body`, with `--set` in it. The first one is the sample as it is;
 * those after it are events of their own.
 */
export function bodyFor({ set, body: file }: BodyFlags): (callback: ToSend, i: number) => object {
  const given = file === undefined ? undefined : readBody(file);
  return ({ command, wire, vendor }, i) => {
    const body = given === undefined ? sampleFor(command, i) : structuredClone(given);
    // A spelling or a name of its own stands in Tencent's body, too.
    if (vendor === 'tencent' && given === undefined && (command === undefined || body.CallbackCommand !== undefined))
      body.CallbackCommand = wire;
    for (const assignment of set) setPath(body, assignment);
    return body;
  };
}

function sampleFor(command: ToSend['command'], i: number): Record<string, unknown> {
  if (command === undefined) return {};
  return i === 0 ? structuredClone(command.sample) : distinctBody(command, { n: i });
}

function readBody(file: string): Record<string, unknown> {
  const text = textOf(file);
  const body = parsed(text, file);
  if (!isObject(body)) throw mistake(`--body ${file} must hold a JSON object, as both senders send`);
  return { ...body };
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw mistake(`--body ${file} cannot be read: ${(error as Error).message}`); // node:fs throws errors only
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw mistake(`--body ${file} is not JSON: ${(error as Error).message}`); // JSON.parse throws errors only
  }
}

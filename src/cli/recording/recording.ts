/** What `record` writes and `replay` and `doctor` read: a file with one callback a line, as JSON. */

import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { isObject } from '../../codecs';
import { harmlessJson } from '../../observe/harmless';
import type { Vendor } from '../../vendors';
import { vendorNames } from '../command-lines';
import { usageError } from '../process/one-line-error';

/** One line of a recording: a callback without what identifies or proves its sender. */
export interface RecordedCallback {
  /** When it came: Unix milliseconds. */
  readonly at: number;
  readonly vendor: Vendor;
  /** Its name as it arrived. */
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What your app answered; null where it did not. */
  readonly reply: RecordedReply | null;
  readonly ms: number;
  /** The form that the vendor's sender gave to this request: see `VendorRecordings`. */
  readonly [form: string]: unknown;
}

export interface RecordedReply {
  readonly status: number;
  /** The vendor's fields; texts only with --keep-text. Null where it was no JSON object. */
  readonly body: unknown;
}

export interface Recording {
  /** Undefined if it was written, else the reason. After the first failure nothing more is written. */
  add(callback: RecordedCallback): string | undefined;
  close(): void;
}

/**
 * Appends to a file that only its owner may read. Each line is written at once, so that it survives if the process is
 * killed.
 */
export function openRecording(file: string, mostBytes: number): Recording {
  const fd = opened(file);
  let bytes = fstatSync(fd).size;
  let ended: string | undefined;
  return {
    add(callback) {
      if (ended !== undefined) return ended;
      // People read it with cat and head, so it must hold no control characters.
      const line = Buffer.from(`${harmlessJson(callback)}\n`);
      if (bytes + line.length > mostBytes) ended = 'it is full (--max-megabytes)';
      else ended = written(fd, line);
      bytes += line.length;
      return ended;
    },
    close: () => closeSync(fd),
  };
}

/** Returns the error, because a disk may be full. */
function written(fd: number, line: Buffer): string | undefined {
  try {
    writeSync(fd, line);
    return undefined;
  } catch (error) {
    return (error as Error).message; // node:fs throws errors only
  }
}

function opened(file: string): number {
  try {
    return openSync(file, 'a', 0o600);
  } catch (error) {
    throw usageError(`--out ${file} cannot be written: ${(error as Error).message}`); // node:fs throws errors only
  }
}

/** The most callbacks that are read at once: they are held in memory. */
const mostCallbacks = 1_000_000;

/** What `im-callbacks record` wrote, in the order in which it came. */
export async function readRecording(file: string): Promise<RecordedCallback[]> {
  const opened = await open(file).catch((error: Error) => {
    throw usageError(`${file} cannot be read: ${error.message}`);
  });
  // Opening a folder succeeds; only reading it fails.
  if ((await opened.stat()).isDirectory()) {
    await opened.close();
    throw usageError(`${file} cannot be read: it is a folder`);
  }
  const callbacks: RecordedCallback[] = [];
  let number = 0;
  for await (const line of createInterface({ input: opened.createReadStream() })) {
    number += 1;
    if (line.trim() === '') continue;
    const callback = readLine(line);
    if (typeof callback === 'string')
      throw usageError(`${file} line ${number} was not written by im-callbacks record: ${callback}`);
    if (callbacks.length === mostCallbacks)
      throw usageError(`${file} has more than ${mostCallbacks} callbacks; split it`);
    callbacks.push(callback);
  }
  return callbacks;
}

/** A line as it was written, or what is wrong with it. */
function readLine(line: string): RecordedCallback | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'it is not JSON';
  }
  if (!isObject(value)) return 'it is not a JSON object';
  const { vendor, command, body, at } = value;
  if (!vendorNames.some((name) => name === vendor)) return `its vendor is neither ${vendorNames.join(' nor ')}`;
  if (typeof command !== 'string' || !isObject(body)) return 'command or body is missing';
  if (typeof at !== 'number') return 'at is missing';
  return value as unknown as RecordedCallback; // the fields that replay reads have been checked
}

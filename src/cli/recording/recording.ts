import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { mistake } from '../options/mistake';
import type { RecordedCallback } from './recorded';

export interface Recording {
  /** False where the file is full; then nothing is written any more. */
  add(callback: RecordedCallback): boolean;
  close(): void;
}

/**
 * Appends to an NDJSON file that only its owner may read. Written at once, line by line: what was recorded is there when
 * the process is killed.
 */
export function openRecording(file: string, mostBytes: number): Recording {
  const fd = opened(file);
  let bytes = fstatSync(fd).size;
  let full = false;
  return {
    add(callback) {
      const line = Buffer.from(`${JSON.stringify(callback)}\n`);
      full ||= bytes + line.length > mostBytes;
      if (full) return false;
      bytes += writeSync(fd, line);
      return true;
    },
    close: () => closeSync(fd),
  };
}

function opened(file: string): number {
  try {
    return openSync(file, 'a', 0o600);
  } catch (error) {
    throw mistake(`--out ${file} cannot be written: ${(error as Error).message}`); // node:fs throws errors only
  }
}

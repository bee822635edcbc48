import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { mistake } from '../options/mistake';
import { type RecordedCallback, readLine } from './recorded';

/** Callbacks that are read at once: they are held in memory. */
const mostCallbacks = 1_000_000;

/** What `im-callbacks record` wrote, in the order in which it came. */
export async function readRecording(file: string): Promise<RecordedCallback[]> {
  const opened = await open(file).catch((error: Error) => {
    throw mistake(`${file} cannot be read: ${error.message}`);
  });
  // A folder can be opened, and only reading fails.
  if ((await opened.stat()).isDirectory()) {
    await opened.close();
    throw mistake(`${file} cannot be read: it is a folder`);
  }
  const callbacks: RecordedCallback[] = [];
  let number = 0;
  for await (const line of createInterface({ input: opened.createReadStream() })) {
    number += 1;
    if (line.trim() === '') continue;
    const callback = readLine(line);
    if (typeof callback === 'string')
      throw mistake(`${file} line ${number} was not written by im-callbacks record: ${callback}`);
    if (callbacks.length === mostCallbacks) throw mistake(`${file} has more than ${mostCallbacks} callbacks; split it`);
    callbacks.push(callback);
  }
  return callbacks;
}

/**
 * A process of its own that loads the module of an app, and tells its parent which handlers the receivers in it have.
 * The app's servers and timers end with this process, and its output does not get into that of the command line. No
 * secret goes to the parent.
 */

import { subscribe } from 'node:diagnostics_channel';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isObject } from '../../codecs';
import { receiverIn } from '../../receiver/receiver-in';
import { receiverChannel } from '../../receiver/receivers';
import { allCommands } from '../../vendors/commands';
import { vendorNames } from '../command-lines';

/** The vendors and handlers of one receiver, or of its options. */
export interface AppReceiver {
  /** The vendors that are mounted; empty where the options name none. */
  readonly vendors: readonly string[];
  readonly handlers: readonly string[];
}

/** The only message that the process sends. */
export type AppMessage = { readonly receivers: readonly AppReceiver[] } | { readonly error: string };

const handlerNames = [...new Set(allCommands.map(({ handler }): string => handler))];

async function receiversOf(file: string): Promise<AppReceiver[]> {
  const made: unknown[] = [];
  subscribe(receiverChannel, (receiver) => made.push(receiver));
  const module: unknown = await import(pathToFileURL(file).href);
  const find = [receiverIn, ...finderOf(file)];
  const optionsOf = (values: readonly unknown[]) => {
    const found = values.flatMap((value): Record<string, unknown>[] => {
      const options = find.map((one) => one(value)).find(isObject);
      return options === undefined ? optionsIn(value) : [options];
    });
    return [...new Set(found)];
  };
  const exported = optionsOf(exportsOf(module));
  // Most apps export nothing: they mount a receiver and listen.
  return (exported.length > 0 ? exported : optionsOf(made)).map((options) => ({
    vendors: vendorNames.filter((name) => isObject(options[name])),
    handlers: handlerNames.filter((name) => typeof options[name] === 'function'),
  }));
}

/** The module, its exports, and those of the default export, which is module.exports of a CommonJS module. */
function exportsOf(module: unknown): unknown[] {
  const named = membersOf(module);
  return [...new Set([module, ...named, ...(isObject(module) ? membersOf(module.default) : [])])];
}

function membersOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

/** The options of `imCallbacks`: an object with a handler, and perhaps with vendors. */
function optionsIn(value: unknown): Record<string, unknown>[] {
  return isObject(value) && handlerNames.some((name) => typeof value[name] === 'function') ? [value] : [];
}

type Finder = (target: unknown) => object | undefined;

/** The app may have its own copy of this package. Only that copy recognises the receivers that it made. */
function finderOf(file: string): Finder[] {
  try {
    const manifest = createRequire(file).resolve('express-im-callbacks/package.json');
    return [(require(join(dirname(manifest), 'dist/receiver/receiver-in.js')) as { receiverIn: Finder }).receiverIn];
  } catch {
    return []; // it has none, or an older one
  }
}

function tell(message: AppMessage): void {
  process.send?.(message, () => process.exit());
}

if (process.send !== undefined)
  receiversOf(process.argv[2] ?? '').then(
    (receivers) => tell({ receivers }),
    (error: unknown) => tell({ error: error instanceof Error ? error.message : String(error) }),
  );

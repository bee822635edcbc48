import { AsyncLocalStorage } from 'node:async_hooks';
import { keyOf } from '../callback/event';
import type { About } from '../callback/outcome';

/** Which callback the running code belongs to; nothing of its content. Made for log lines. */
export interface CurrentCallback {
  readonly vendor: string;
  /** The catalogue's name; the name as it arrived for a command it does not know; undefined before it was known. */
  readonly command: string | undefined;
  readonly operationID: string;
  /** `event.key`; it may hold ids of users. Undefined where the body was not decoded. */
  readonly key: string | undefined;
  /** Which attempt of the inbox this is, from 1; undefined for a request. */
  readonly attempt: number | undefined;
}

/** What `currentCallback` reads. A handler runs with its event in here, which is there anyway; the pipeline runs outside. */
const storage = new AsyncLocalStorage<About | undefined>();

/**
 * Whether anybody ever asked. On Node 20 the first `run` of a storage makes every promise of the process dearer, which is
 * 4 to 6 µs a request: as much as this package may cost, and too much for those who never ask.
 */
let asked = false;

/** Whose handler or hook is being called, as long as nobody has asked. Right until its first `await`. */
let calling: About | undefined;

/**
 * The callback that the running code works for: anywhere below a handler or a hook, after an `await` too, in a request and
 * in the worker of an inbox. Undefined elsewhere.
 *
 * It costs nothing until it is called for the first time in the process. So if that first call of all comes after an `await`
 * of a handler, it finds nothing, and so do the others that are under way at that moment. A logger's mixin calls it with
 * the first line it writes; where nothing calls it at start, do so yourself.
 */
export function currentCallback(): CurrentCallback | undefined {
  if (!asked) {
    asked = true;
    if (calling !== undefined) storage.enterWith(calling); // for what comes after its next `await`
  }
  const about = storage.getStore();
  if (about?.vendor === undefined) return undefined; // what happened to the inbox belongs to no callback
  const { vendor, command, operationID, attempt } = about;
  return { vendor, command, operationID, key: keyOf(about), attempt };
}

/** Calls a handler or a hook on behalf of a callback. */
export function onBehalfOf<T, R>(about: About, call: (value: T) => R, value: T): R {
  if (asked) return storage.run(about, call, value);
  const outer = calling;
  calling = about;
  try {
    return call(value);
  } finally {
    calling = outer;
    // The caller is no part of the callback that `enterWith` has entered meanwhile.
    if (asked) storage.enterWith(outer);
  }
}

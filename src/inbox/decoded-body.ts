import { wasShown } from '../callback/shown-body';
import { Fifo } from './fifo';
import type { StoredDelivery } from './inbox';

/** Of all bodies together. Objects may take some 20 times the memory of their text, as a list of empty ones does (Node 20). */
const mostCharacters = 2 ** 20;

/** How long a body waits for its first attempt at most, in milliseconds: what nobody takes is not kept for ever. */
const longestMs = 5000;

/** A body on its way to its first attempt. */
interface Kept {
  body: object | undefined;
  readonly characters: number;
}

/** A field of the delivery, so that the garbage collector has no weak references to follow. */
const decoded = Symbol('decoded body');
type WithBody = StoredDelivery & { [decoded]?: Kept };

const latest = new Fifo<Kept>();
let characters = 0;
let timer: NodeJS.Timeout | undefined;

/**
 * Keeps what the body of a delivery was decoded to, for its first attempt: an engine that hands out the very object that it accepted
 * spares it the parsing. Only the latest: one that has to wait is decoded again.
 */
export function keepDecoded(delivery: StoredDelivery, body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  const kept = { body, characters: delivery.body.length };
  (delivery as WithBody)[decoded] = kept;
  latest.push(kept);
  characters += kept.characters;
  while (characters > mostCharacters) forgetOldest();
  if (timer === undefined) timer = setTimeout(forgetAll, longestMs).unref();
}

function forgetOldest(): void {
  const oldest = latest.shift();
  characters -= oldest?.characters ?? characters;
  if (oldest !== undefined) oldest.body = undefined;
}

function forgetAll(): void {
  timer = undefined;
  while (latest.length > 0) forgetOldest();
}

/**
 * Returns it only once, because a handler may change it. Undefined when the body must be decoded, also when code of the host has read
 * it meanwhile and may have changed it.
 */
export function takeDecoded(delivery: StoredDelivery): object | undefined {
  const kept = (delivery as WithBody)[decoded];
  const body = kept?.body;
  if (kept === undefined || body === undefined) return undefined;
  kept.body = undefined;
  return wasShown(body) ? undefined : body;
}

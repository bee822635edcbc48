import { wasShown } from '../callback/shown-body';
import { Fifo } from './fifo';
import type { StoredDelivery } from './inbox';

interface Kept {
  /** Weak: it goes when the delivery does, also where no engine of this process hands it out. */
  readonly delivery: WeakRef<StoredDelivery>;
  readonly characters: number;
}

/** Of all bodies together. Objects may take some 20 times the memory of their text, as a list of empty ones does (Node 20). */
const mostCharacters = 2 ** 20;

const bodies = new WeakMap<StoredDelivery, object>();
const latest = new Fifo<Kept>();
let characters = 0;

/**
 * Keeps what the body of a delivery was decoded to, for its first attempt: an engine that hands out the very object that it accepted
 * spares it the parsing. Only the latest: one that has to wait is decoded again.
 */
export function keepDecoded(delivery: StoredDelivery, body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  bodies.set(delivery, body);
  latest.push({ delivery: new WeakRef(delivery), characters: delivery.body.length });
  characters += delivery.body.length;
  while (characters > mostCharacters) forgetOldest();
}

function forgetOldest(): void {
  const oldest = latest.shift();
  characters -= oldest?.characters ?? characters;
  const delivery = oldest?.delivery.deref();
  if (delivery !== undefined) bodies.delete(delivery);
}

/**
 * Returns it only once, because a handler may change it. Undefined when the body must be decoded, also when code of the host has read
 * it meanwhile and may have changed it.
 */
export function takeDecoded(delivery: StoredDelivery): object | undefined {
  const body = bodies.get(delivery);
  if (body === undefined) return undefined;
  bodies.delete(delivery);
  return wasShown(body) ? undefined : body;
}

import type { StoredDelivery } from './inbox';

const bodies = new WeakMap<StoredDelivery, unknown>();

/**
 * Keeps what the body of a delivery was decoded to, for its first attempt: an engine that hands out the very object that it accepted
 * spares it the parsing. It goes when the delivery does.
 */
export function keepDecoded(delivery: StoredDelivery, body: unknown): void {
  bodies.set(delivery, body);
}

/** Once: a handler may have changed it. Undefined where it is to be decoded. */
export function takeDecoded(delivery: StoredDelivery): unknown {
  const body = bodies.get(delivery);
  if (body !== undefined) bodies.delete(delivery);
  return body;
}

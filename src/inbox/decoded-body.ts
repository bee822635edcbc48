import type { StoredDelivery } from './inbox';

const bodies = new WeakMap<StoredDelivery, unknown>();

/**
 * Keeps the decoded body of a delivery for its first attempt: an engine that hands out the same object that it accepted need not parse
 * the body again. The entry is freed together with the delivery.
 */
export function keepDecoded(delivery: StoredDelivery, body: unknown): void {
  bodies.set(delivery, body);
}

/** Returns it only once, because a handler may change it. Undefined when the body must be decoded. */
export function takeDecoded(delivery: StoredDelivery): unknown {
  const body = bodies.get(delivery);
  if (body !== undefined) bodies.delete(delivery);
  return body;
}

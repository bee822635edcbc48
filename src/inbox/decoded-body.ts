import { wasShown } from '../callback/shown-body';
import type { StoredDelivery } from './inbox';

const bodies = new WeakMap<StoredDelivery, object>();

/**
 * Keeps the decoded body of a delivery for its first attempt: an engine that hands out the same object that it accepted need not parse
 * the body again. The entry is freed together with the delivery.
 */
export function keepDecoded(delivery: StoredDelivery, body: unknown): void {
  if (typeof body === 'object' && body !== null) bodies.set(delivery, body);
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

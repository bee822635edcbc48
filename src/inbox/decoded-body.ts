import { wasShown } from '../callback/shown-body';
import type { StoredDelivery } from './inbox';

const bodies = new WeakMap<StoredDelivery, object>();

/**
 * Keeps what the body of a delivery was decoded to, for its first attempt: an engine that hands out the very object that it accepted
 * spares it the parsing. It goes when the delivery does.
 */
export function keepDecoded(delivery: StoredDelivery, body: unknown): void {
  if (typeof body === 'object' && body !== null) bodies.set(delivery, body);
}

/**
 * Once: a handler may have changed it. Undefined where it is to be decoded, also because the host has asked for it meanwhile, and may
 * have changed it.
 */
export function takeDecoded(delivery: StoredDelivery): object | undefined {
  const body = bodies.get(delivery);
  if (body === undefined) return undefined;
  bodies.delete(delivery);
  return wasShown(body) ? undefined : body;
}

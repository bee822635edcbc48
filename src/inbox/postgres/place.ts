import { createHash } from 'node:crypto';
import type { StoredDelivery } from '../inbox';

/**
 * The number of shares that conversations are divided into; workers lease shares. The layout of the tables has the same number.
 */
export const shareCount = 64;

/** Where a delivery belongs. */
export interface Place {
  readonly share: number;
  /** The lane that keeps it in order. Two conversations may share one, and then wait for each other. */
  readonly lane: number | null;
}

/** The primary key of a delivery. */
export interface Name {
  readonly share: number;
  readonly xid: number;
  readonly id: number;
}

export function placeOf({ conversation, key }: Pick<StoredDelivery, 'conversation' | 'key'>): Place {
  const hash = digest(conversation ?? key).readInt32LE(0);
  return { share: (hash >>> 0) % shareCount, lane: conversation === undefined ? null : hash };
}

/** Half of SHA-256, as a uuid: keys may be long, and hold names of users. */
export function keyHash(key: string): string {
  const hex = digest(key).toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

import { hash } from 'node:crypto';
import type { StoredDelivery } from '../inbox';
import { numberArray } from './array-parameter';

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

/** Their names, as a `bigint[]` each. */
export function listed(names: readonly Name[]): Buffer[] {
  return [
    numberArray(names.map(({ share }) => share)),
    numberArray(names.map(({ xid }) => xid)),
    numberArray(names.map(({ id }) => id)),
  ];
}

/** Half of it is kept as a uuid: keys may be long, and hold names of users. */
export function keyHash(key: string): Buffer {
  return digest(key);
}

/** In one call, which takes half the time of an object that is filled and read. */
function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

import { hash } from 'node:crypto';
import type { StoredDelivery } from '../inbox';
import { numberArray } from './array-parameter';

/** Into so many the conversations are dealt out; a worker has the lease of some. The layout of the tables has as many. */
export const shareCount = 64;

/** Where a delivery belongs. */
export interface Place {
  readonly share: number;
  /** What it is kept in order for: two conversations may have the same, and then wait for each other. */
  readonly lane: number | null;
}

/** How a delivery is named in its table. */
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

/**
 * A queue and set of distinct 16-byte digests. It takes 24 bytes per digest when it is full, 48 when it has just grown; a Map of
 * strings takes about a hundred.
 */
export interface DigestRing {
  readonly size: number;
  /** Whether it has the 16 bytes at `at`. */
  has(bytes: Buffer, at: number): boolean;
  /** Appends a digest that it does not have. */
  push(bytes: Buffer, at: number): void;
  /** Up to `count` digests from the one at `from` on, the oldest being at 0. */
  slice(from: number, count: number): Buffer;
  dropOldest(count: number): void;
  dropNewest(count: number): void;
}

export const digestBytes = 16;
const firstCapacity = 1024;

export function digestRing(): DigestRing {
  let capacity = firstCapacity;
  let words = new Uint32Array(4 * capacity);
  // Open addressing: the slot that the first word of a digest selects, or one of the next slots, holds its position plus 1.
  let table = new Uint32Array(2 * capacity);
  let first = 0;
  let size = 0;

  const word = (slot: number, i: number) => words[4 * slot + i] ?? 0;
  const wrapped = (place: number) => place & (table.length - 1);
  const slotAt = (index: number) => (first + index) % capacity;

  /** The slot of this digest in the table, or the empty slot for it. */
  function placeOf(a: number, b: number, c: number, d: number): number {
    for (let place = wrapped(a); ; place = wrapped(place + 1)) {
      const slot = (table[place] ?? 0) - 1;
      const isIt = word(slot, 0) === a && word(slot, 1) === b && word(slot, 2) === c && word(slot, 3) === d;
      if (slot < 0 || isIt) return place;
    }
  }

  function placeIn(bytes: Buffer, at: number): number {
    return placeOf(
      bytes.readUInt32LE(at),
      bytes.readUInt32LE(at + 4),
      bytes.readUInt32LE(at + 8),
      bytes.readUInt32LE(at + 12),
    );
  }

  function enter(slot: number): void {
    table[placeOf(word(slot, 0), word(slot, 1), word(slot, 2), word(slot, 3))] = slot + 1;
  }

  /** Entries behind it move up where they may, so that no search ends too early. */
  function leave(slot: number): void {
    let hole = placeOf(word(slot, 0), word(slot, 1), word(slot, 2), word(slot, 3));
    for (let place = wrapped(hole + 1); table[place] !== 0; place = wrapped(place + 1)) {
      const home = wrapped(word((table[place] ?? 0) - 1, 0));
      if (wrapped(place - home) < wrapped(place - hole)) continue;
      table[hole] = table[place] ?? 0;
      hole = place;
    }
    table[hole] = 0;
  }

  function grow(): void {
    const grown = new Uint32Array(8 * capacity);
    grown.set(words.subarray(4 * first), 0);
    grown.set(words.subarray(0, 4 * first), 4 * (capacity - first));
    [words, first, capacity] = [grown, 0, 2 * capacity];
    table = new Uint32Array(2 * capacity);
    for (let slot = 0; slot < size; slot++) enter(slot);
  }

  return {
    get size() {
      return size;
    },
    has: (bytes, at) => table[placeIn(bytes, at)] !== 0,
    push(bytes, at) {
      if (size === capacity) grow();
      const slot = slotAt(size);
      for (let i = 0; i < 4; i++) words[4 * slot + i] = bytes.readUInt32LE(at + 4 * i);
      size += 1;
      enter(slot);
    },
    slice(from, count) {
      const most = Math.max(0, Math.min(count, size - from));
      const bytes = Buffer.alloc(digestBytes * most);
      for (let i = 0; i < 4 * most; i++) bytes.writeUInt32LE(word(slotAt(from + (i >> 2)), i & 3), 4 * i);
      return bytes;
    },
    dropOldest(count) {
      for (let i = 0; i < count; i++) {
        leave(first);
        first = slotAt(1);
        size -= 1;
      }
    },
    dropNewest(count) {
      for (let i = 0; i < count; i++) {
        size -= 1;
        leave(slotAt(size));
      }
    },
  };
}

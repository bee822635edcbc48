import type { StoredDelivery } from '../inbox';

/** Deliveries that were just stored, kept for their first attempt, so that they need not be read. */
export interface Handover {
  put(id: number, delivery: StoredDelivery): void;
  /** Removes and returns it; undefined when it must be read from the file. */
  take(id: number): StoredDelivery | undefined;
}

/** How much is kept: deliveries, and characters of their bodies. The oldest make room, because they usually wait for their lane. */
const most = { deliveries: 4096, characters: 16 * 2 ** 20 };

export function makeHandover(): Handover {
  const kept = new Map<number, StoredDelivery>();
  let characters = 0;

  function take(id: number): StoredDelivery | undefined {
    const delivery = kept.get(id);
    if (delivery === undefined) return undefined;
    kept.delete(id);
    characters -= delivery.body.length;
    return delivery;
  }

  return {
    put(id, delivery) {
      kept.set(id, delivery);
      characters += delivery.body.length;
      for (const oldest of kept.keys()) {
        if (kept.size <= most.deliveries && characters <= most.characters) return;
        take(oldest);
      }
    },
    take,
  };
}

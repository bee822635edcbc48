import type { Redis } from 'ioredis';

/**
 * How long a lost replica is still required, in milliseconds. A master that is being replaced loses its replica first and learns
 * of it some seconds later, ten at most with Sentinel's defaults: what it accepts in between is lost.
 */
const graceMs = 15_000;

/** How many replicas the master of this connection has now, and had recently. */
export interface ConnectedReplicas {
  saw(count: number): void;
  /** The highest recent number, until the lost ones have been gone for a while. */
  wanted(): number;
  /** True until the replicas of a new connection have been counted: it may lead to another master. */
  isNew(): boolean;
}

export function connectedReplicas(redis: Redis): ConnectedReplicas {
  let wanted = 0;
  let seenAt = 0;
  let isNew = true;
  redis.on('close', () => {
    wanted = 0;
    isNew = true;
  });

  return {
    saw(count) {
      const now = performance.now();
      isNew = false;
      if (count < wanted && now - seenAt <= graceMs) return;
      wanted = count;
      seenAt = now;
    },
    wanted: () => wanted,
    isNew: () => isNew,
  };
}

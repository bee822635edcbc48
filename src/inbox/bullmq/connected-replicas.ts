import type { Redis } from 'ioredis';

/**
 * How long a replica that has gone is still asked for, in milliseconds. A master that is being replaced loses its replica first and is
 * told some seconds later, ten at most as Sentinels are set up: what it accepts in between is thrown away.
 */
const graceMs = 15_000;

/** How many replicas the master of this connection has, and had a moment ago. */
export interface ConnectedReplicas {
  saw(count: number): void;
  /** As many as there were at most, until they have been gone for a while. */
  wanted(): number;
  /** True until the replicas of a new connection have been seen: it may be to another master. */
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

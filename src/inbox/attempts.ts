/** Waits for an attempt to end, for the test kit. In production nothing waits, and the cost is one check of an empty set. */
const watchers = new Set<(key: string) => void>();

/** The number of workers in this process. */
let workers = 0;

/** Returns a function to call when the worker stops. */
export function workerStarted(): () => void {
  let runs = true;
  workers += 1;
  return () => {
    if (runs) workers -= 1;
    runs = false;
  };
}

export function attemptEnded(key: string): void {
  for (const watcher of watchers) watcher(key);
}

/** Records the attempts that end from now on, in any inbox of this process. */
export function watchAttempts(): { ended(key: string): Promise<void>; stop(): void } {
  const keys = new Set<string>();
  let told = () => {};
  const watcher = (key: string) => {
    keys.add(key);
    told();
  };
  watchers.add(watcher);
  return {
    /** Resolves once an attempt of this delivery has ended; at once when no worker runs here. */
    async ended(key) {
      while (workers > 0 && !keys.has(key)) {
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      }
    },
    stop: () => watchers.delete(watcher),
  };
}

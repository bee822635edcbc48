/** Who waits for an attempt to end: the test kit. Nobody does in production, and then it costs the look at an empty set. */
const watchers = new Set<(key: string) => void>();

/** How many workers there are in this process. */
let workers = 0;

/** Returns what is to be called when it stops. */
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

/** Notes the attempts that end from now on, in whatever inbox of this process. */
export function watchAttempts(): { ended(key: string): Promise<void>; stop(): void } {
  const keys = new Set<string>();
  let told = () => {};
  const watcher = (key: string) => {
    keys.add(key);
    told();
  };
  watchers.add(watcher);
  return {
    /** Resolves once an attempt of this delivery has ended; at once where no worker runs here. */
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

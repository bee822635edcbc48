/** How many conversations are remembered at most. */
const most = 10_000;

/**
 * The conversations in which, as far as this process knows, a delivery waits already. The next one is added asleep, instead of
 * being fetched by a worker before its turn. A wrong guess costs only a wake-up, or one such fetch.
 */
export interface Backlogs {
  has(conversation: string | undefined): boolean;
  /** How many came before the one that was stored last; below 0 when it was not stored. */
  learn(conversation: string | undefined, place: number): void;
}

export function rememberBacklogs(): Backlogs {
  const known = new Set<string>();
  return {
    has: (conversation) => conversation !== undefined && known.has(conversation),
    learn(conversation, place) {
      if (conversation === undefined || place < 0) return;
      known.delete(conversation);
      if (place > 0) known.add(conversation);
      if (known.size > most) for (const oldest of known) return void known.delete(oldest);
    },
  };
}

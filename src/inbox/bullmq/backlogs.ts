/** Most conversations that are remembered. */
const most = 10_000;

/**
 * The conversations in which, as far as this process knows, something waits already: what comes next is put to sleep at once, rather
 * than met by a worker who finds that it is not its turn. To be wrong costs no more than being woken, or being met so.
 */
export interface Backlogs {
  has(conversation: string | undefined): boolean;
  /** How many were before the one that was stored last; below 0 where it was not stored. */
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

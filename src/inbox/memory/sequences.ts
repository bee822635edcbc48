import type { SequenceStore } from '../inbox';
import { maxSequences } from '../store-options';

/** The sequences of the memory engine. A Map keeps the order of insertion; re-inserting makes it the order of last use. */
export function memorySequences(): SequenceStore {
  const sequences = new Map<string, { state: string; dueAt: number | undefined }>();
  return {
    read: async (conversation) => sequences.get(conversation)?.state,
    async replace(conversation, from, to, dueAt) {
      if (sequences.get(conversation)?.state !== from) return false;
      sequences.delete(conversation);
      sequences.set(conversation, { state: to, dueAt });
      const [quietest] = sequences.keys();
      if (sequences.size > maxSequences && quietest !== undefined) sequences.delete(quietest);
      return true;
    },
    async due(now, limit, latest = Number.POSITIVE_INFINITY) {
      return [...sequences]
        .flatMap(([conversation, { state, dueAt }]) =>
          dueAt !== undefined && (dueAt <= now || dueAt > latest) ? [{ conversation, state, dueAt }] : [],
        )
        .sort((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit)
        .map(({ conversation, state }) => ({ conversation, state }));
    },
  };
}

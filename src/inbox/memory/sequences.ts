import type { SequenceStore } from '../inbox';

/** Most conversations whose numbers are remembered; the one that was quiet for longest makes room. */
export const maxSequences = 100_000;

/** Sequence notes of the memory engine. A Map keeps its order of entry, which is made the order of last use. */
export function memorySequences(): SequenceStore {
  const notes = new Map<string, { state: string; dueAt: number | undefined }>();
  return {
    read: async (conversation) => notes.get(conversation)?.state,
    async replace(conversation, from, to, dueAt) {
      if (notes.get(conversation)?.state !== from) return false;
      notes.delete(conversation);
      notes.set(conversation, { state: to, dueAt });
      const [quietest] = notes.keys();
      if (notes.size > maxSequences && quietest !== undefined) notes.delete(quietest);
      return true;
    },
    async due(now, limit) {
      return [...notes]
        .flatMap(([conversation, { state, dueAt }]) =>
          dueAt !== undefined && dueAt <= now ? [{ conversation, state, dueAt }] : [],
        )
        .sort((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit)
        .map(({ conversation, state }) => ({ conversation, state }));
    },
  };
}

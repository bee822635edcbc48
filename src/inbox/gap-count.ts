import type { DecodedEvent } from '../callback/event';
import type { Gap, SequenceStore } from './inbox';
import { dueAt, type Sequence, withNumber } from './sequence';

/** The conversation that the numbers belong to, in the words of a gap. */
export type Place = Pick<Gap, 'vendor' | 'appId' | 'kind' | 'ids'>;

/** The stored state of one conversation. */
export type Stored = Sequence & { readonly place?: Place };

export interface NumberCount {
  /** Counts the number of an event, if it has one. Rejects when that cannot be stored. */
  count(event: DecodedEvent): Promise<void>;
  /** Changes the state of a conversation, even if others do so at the same time. `until`: when it is due next. */
  change(conversation: string, changed: (known: Stored | undefined) => Stored, until?: number): Promise<void>;
  /** Tells the processes that only accept that somebody watches; otherwise they count nothing. */
  announce(): Promise<void>;
  /** Whether somebody watches. */
  isWatched(): Promise<boolean>;
}

export interface CountOptions {
  sequences: SequenceStore;
  graceMs: number;
  clock: () => number;
}

type Step = (known: Stored | undefined) => Stored;

/** Changes that are stored together. */
interface Batch {
  readonly steps: Step[];
  readonly done: Promise<void>;
}

/** How often a change is repeated because another process was faster. */
const tries = 10;
/** The key under which a watcher announces itself: no conversation has this name. */
const announcement = '';
/** How often the announcement is renewed, how long it is valid, and how often it is read, in milliseconds. */
const announced = { everyMs: 60_000, forMs: 300_000, lookMs: 10_000 };

/**
 * Counts message numbers when messages are accepted, and again when they are handled: the accepting process may have died before
 * counting.
 */
export function countNumbers({ sequences, graceMs, clock }: CountOptions): NumberCount {
  let announcedAt = Number.NEGATIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let watched = false;
  const gathering = new Map<string, Batch>();
  const storing = new Map<string, Promise<void>>();

  async function count(event: DecodedEvent): Promise<void> {
    const { sequence: number, conversation, conversationParts: parts, vendor, appId } = event;
    // Servers write 0 where a message has no number (yet).
    if (number === undefined || number <= 0 || conversation === undefined || parts === undefined) return;
    const at = event.occurredAt?.getTime();
    const place: Place = { vendor, appId, ...parts };
    await together(conversation, (known) => placed(withNumber(known, number, at, clock(), graceMs), known, place));
  }

  /** Numbers that arrive while the sequence of their conversation is being stored share the next change. */
  function together(conversation: string, step: Step): Promise<void> {
    const waiting = gathering.get(conversation) ?? gather(conversation);
    waiting.steps.push(step);
    return waiting.done;
  }

  function gather(conversation: string): Batch {
    const steps: Step[] = [];
    const before = storing.get(conversation) ?? Promise.resolve();
    const done = before
      .catch(() => undefined) // reported to the callers of that change
      .then(() => {
        gathering.delete(conversation);
        return change(
          conversation,
          (known) => steps.reduce<Stored | undefined>((so, step) => step(so), known) as Stored,
        );
      })
      .finally(() => {
        if (storing.get(conversation) === done) storing.delete(conversation);
      });
    const batch = { steps, done };
    gathering.set(conversation, batch);
    storing.set(conversation, done);
    return batch;
  }

  async function change(
    conversation: string,
    changed: (known: Stored | undefined) => Stored,
    until?: number,
  ): Promise<void> {
    for (let i = 0; i < tries; i++) {
      const before = await sequences.read(conversation);
      const known = before === undefined ? undefined : parseStored(before);
      const after = changed(known);
      if (after === known && until === undefined) return;
      const due = after.holes.length === 0 ? undefined : (until ?? dueAt(after, graceMs));
      if (await sequences.replace(conversation, before, JSON.stringify(after), due)) return;
    }
    throw new Error(`the sequence of a conversation was changed by others ${tries} times in a row`);
  }

  async function announce(): Promise<void> {
    if (performance.now() - announcedAt < announced.everyMs) return;
    announcedAt = performance.now();
    const before = await sequences.read(announcement);
    await sequences.replace(announcement, before, String(Date.now() + announced.forMs), undefined);
  }

  async function isWatched(): Promise<boolean> {
    if (performance.now() - lookedAt < announced.lookMs) return watched;
    lookedAt = performance.now();
    watched = Number((await sequences.read(announcement)) ?? 0) > Date.now();
    return watched;
  }

  return { count, change, announce, isWatched };
}

/** Undefined when it is damaged: then the sequence restarts with the next number. */
export function parseStored(text: string): Stored | undefined {
  try {
    const stored = JSON.parse(text) as Partial<Stored> | null; // normally written by `change`
    return Number.isFinite(stored?.top) && Array.isArray(stored?.holes) ? (stored as Stored) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the same object when nothing changes. */
function placed(sequence: Sequence, known: Stored | undefined, place: Place): Stored {
  return sequence === known && known.place !== undefined ? known : { ...sequence, place };
}

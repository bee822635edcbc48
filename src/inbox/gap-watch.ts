import type { DecodedEvent } from '../callback/event';
import { type Hooks, report } from '../observe/hooks';
import { within } from '../promises/within';
import type { Gap, SequenceStore } from './inbox';
import { dueAt, dueHoles, type Sequence, withNumber, withoutHoles } from './sequence';

export interface GapWatch {
  /** Takes the number of an event into account, where it has one. Never rejects: a gap is no reason not to handle an event. */
  count(event: DecodedEvent): Promise<void>;
  stop(): void;
}

export interface GapWatchOptions {
  sequences: SequenceStore;
  onGap: (gap: Gap) => unknown;
  graceMs: number;
  clock: () => number;
  hooks: Hooks;
}

/** The conversation that the numbers belong to, in the words of a gap. */
type Place = Pick<Gap, 'vendor' | 'appId' | 'kind' | 'ids'>;

/** What is stored of one conversation. */
type Stored = Sequence & { readonly place?: Place };

/** How often a sequence is written anew because another process was quicker. */
const tries = 10;
/** Longest time for `onGap`, in milliseconds. */
const longestMs = 60_000;

/** Watches the numbers of messages, and tells `onGap` of those that have not come for `graceMs`. */
export function watchGaps({ sequences, onGap, graceMs, clock, hooks }: GapWatchOptions): GapWatch {
  // Often enough that a gap is told of soon after it is due.
  const timer = setInterval(tellOfGaps, Math.min(1000, graceMs));
  timer.unref();
  let telling = false;
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });

  async function count(event: DecodedEvent): Promise<void> {
    const { sequence: number, conversation, conversationParts: parts, vendor, appId } = event;
    // Servers write 0 where a message has no number (yet).
    if (number === undefined || number <= 0 || conversation === undefined || parts === undefined) return;
    const at = event.occurredAt?.getTime();
    const place: Place = { vendor, appId, ...parts };
    try {
      await change(conversation, (known) => placed(withNumber(known, number, at, clock(), graceMs), known, place));
    } catch (cause) {
      report(hooks, { kind: 'hookFailed', hook: 'onGap', cause }, event);
    }
  }

  /** Changes what is known of a conversation, whoever else does so at the same time. */
  async function change(
    conversation: string,
    changed: (known: Stored | undefined) => Stored,
    until?: number,
  ): Promise<void> {
    for (let i = 0; i < tries; i++) {
      const before = await sequences.read(conversation);
      const known = before === undefined ? undefined : (JSON.parse(before) as Stored);
      const after = changed(known);
      if (after === known && until === undefined) return;
      const due = until ?? dueAt(after, graceMs);
      if (await sequences.replace(conversation, before, JSON.stringify(after), due)) return;
    }
    throw new Error(`the sequence of a conversation was changed by others ${tries} times in a row`);
  }

  /** One round at a time: a slow `onGap` must not be told twice. */
  async function tellOfGaps(): Promise<void> {
    if (telling) return;
    telling = true;
    try {
      for (const { conversation, state } of await sequences.due(clock(), 100))
        await tellOf(conversation, JSON.parse(state) as Stored);
    } catch {
      // The store is away, of which whoever accepts and handles has more to tell; the gaps stay due.
    }
    telling = false;
  }

  /**
   * Tells first and forgets then: a crash in between tells twice. Messages may come meanwhile, so exactly what was told is
   * forgotten of what is known by then. What `onGap` rejects is told again a grace time later; so is what was counted by a version
   * that did not store the place, which comes with the next message.
   */
  async function tellOf(conversation: string, known: Stored): Promise<void> {
    const { place } = known;
    const later = () => change(conversation, (now = known) => now, clock() + graceMs);
    if (place === undefined) return later();
    const due = dueHoles(known, clock(), graceMs);
    try {
      for (const [from, to] of due) await told({ ...place, conversation, from, to });
      await change(conversation, (now = known) => ({ ...withoutHoles(now, due), place }));
    } catch (cause) {
      // as: hooks know the vendors of this version; a store may be older or newer.
      const about = { vendor: place.vendor, command: undefined, operationID: '' };
      report(hooks, { kind: 'hookFailed', hook: 'onGap', cause }, about);
      await later();
    }
  }

  /** An `onGap` that never ends must not keep others from being told, nor the process alive after the end of the watch. */
  async function told(gap: Gap): Promise<void> {
    const answered = Promise.resolve(onGap(gap)).then(() => true);
    const inTime = await within(longestMs, Promise.race([answered, stopped]), () => false);
    if (inTime === false) throw new Error(`onGap did not end within ${longestMs} ms`);
    if (inTime === undefined) throw new Error('the worker was stopped before onGap had ended');
  }

  return {
    count,
    stop() {
      clearInterval(timer);
      stop();
    },
  };
}

/** The very same where nothing changes. */
function placed(sequence: Sequence, known: Stored | undefined, place: Place): Stored {
  return sequence === known && known.place !== undefined ? known : { ...sequence, place };
}

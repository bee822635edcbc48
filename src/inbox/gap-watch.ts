import type { DecodedEvent } from '../callback/event';
import { type Hooks, report } from '../observe/hooks';
import { within } from '../promises/within';
import { catchUp } from './gap-catch-up';
import { countNumbers, parseStored, type Stored } from './gap-count';
import type { Gap, SequenceStore } from './inbox';
import { dated, dueHoles, withoutHoles } from './sequence';

export interface GapWatch {
  /** Counts the number of an accepted event, if it has one. Never rejects, because it is counted again later. */
  countEarly(event: DecodedEvent): Promise<void>;
  /**
   * The same when it is handled: the accepting process may have died before. Never rejects: a gap is no reason not to handle an
   * event.
   */
  count(event: DecodedEvent): Promise<void>;
  /** Begins to report gaps. */
  start(): void;
  stop(): void;
}

export interface GapWatchOptions {
  sequences: SequenceStore;
  onGap: (gap: Gap) => unknown;
  graceMs: number;
  clock: () => number;
  hooks: Hooks;
}

/** Longest time for `onGap`, in milliseconds. */
const longestMs = 60_000;
/** How many conversations one round checks at most. */
const portion = 100;

/** Watches message numbers, and reports those to `onGap` that have been missing for `graceMs`. */
export function watchGaps(options: GapWatchOptions): GapWatch {
  const { sequences, onGap, graceMs, clock, hooks } = options;
  const { count, change, announce } = countNumbers(options);
  let timer: NodeJS.Timeout | undefined;
  let telling = false;
  let catchingUp: Promise<void> | undefined;
  let isStopped = false;
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });

  /** Runs before any gap is reported, and before much more is accepted. */
  function caughtUp(): Promise<void> {
    catchingUp ??= catchUp(sequences, count).catch((error) => {
      catchingUp = undefined;
      throw error;
    });
    return catchingUp;
  }

  /** One round at a time: a slow `onGap` must not get a gap twice. */
  async function tellOfGaps(): Promise<void> {
    if (telling) return;
    telling = true;
    try {
      await announce();
      await caughtUp();
      // Nothing that was counted by the same clock is due later than this.
      for (const { conversation, state } of await sequences.due(clock(), portion, clock() + 2 * graceMs))
        await tellOfDue(conversation, state);
    } catch {
      // The store is down, which accepting and handling report in more detail; the gaps stay due.
    }
    telling = false;
  }

  async function tellOfDue(conversation: string, state: string): Promise<void> {
    const known = parseStored(state);
    if (known !== undefined) return tellOf(conversation, known);
    await sequences.replace(conversation, state, state, undefined); // not due any more
    const reason = 'the sequence of one conversation is damaged in the store, so counting restarts there';
    report(
      hooks,
      { kind: 'inboxFault', reason, cause: undefined },
      { vendor: undefined, command: undefined, operationID: '' },
    );
  }

  /**
   * Reports first and removes then: a crash in between reports twice. Messages may arrive meanwhile, so only the reported numbers
   * are removed from the current state. When `onGap` rejects, the gap is reported again a grace time later. So is a gap
   * whose place a former version did not store (the next message brings it), or whose clock was set back since.
   */
  async function tellOf(conversation: string, known: Stored): Promise<void> {
    const { place } = known;
    const due = dueHoles(known, clock(), graceMs);
    const later = () =>
      change(conversation, (now = known) => ({ ...dated(now, clock()), place: now.place }), clock() + graceMs);
    if (place === undefined || due.length === 0) return later();
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

  /** An `onGap` that never ends must neither block other reports nor keep the process alive after the end of the watch. */
  async function told(gap: Gap): Promise<void> {
    const answered = Promise.resolve(onGap(gap)).then(() => true);
    const inTime = await within(longestMs, Promise.race([answered, stopped]), () => false);
    if (inTime === false) throw new Error(`onGap did not end within ${longestMs} ms`);
    if (inTime === undefined) throw new Error('the worker was stopped before onGap had ended');
  }

  return {
    countEarly: (event) => (isStopped ? Promise.resolve() : count(event).catch(() => undefined)),
    count: (event) => count(event).catch((cause) => report(hooks, { kind: 'hookFailed', hook: 'onGap', cause }, event)),
    start() {
      caughtUp().catch(() => undefined); // the next round tries again
      // Often enough that a gap is reported soon after it is due.
      timer = setInterval(tellOfGaps, Math.min(1000, graceMs));
      timer.unref();
    },
    stop() {
      isStopped = true;
      clearInterval(timer);
      stop();
    },
  };
}

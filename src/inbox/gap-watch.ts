import type { DecodedEvent } from '../callback/event';
import { type Hooks, report } from '../observe/hooks';
import type { Vendor } from '../vendors';
import type { SequenceStore } from './inbox';
import { dueAt, dueHoles, type Sequence, withNumber, withoutHoles } from './sequence';

/** Messages of one conversation that never came. */
export interface Gap {
  readonly vendor: Vendor;
  /** As in `event.conversation`. */
  readonly conversation: string;
  /** The same in its parts, e.g. `group` and `['@TGS#1']`, with the topic as a second id where there is one. */
  readonly kind: string;
  readonly ids: readonly string[];
  /** Tencent's SDKAppID as digits. */
  readonly appId: string | undefined;
  /** The first and the last number that is missing. */
  readonly from: number;
  readonly to: number;
}

export interface GapWatch {
  /** Takes the number of an event into account, where it has one. Never rejects: a gap is no reason not to handle an event. */
  note(event: DecodedEvent): Promise<void>;
  stop(): void;
}

export interface GapWatchOptions {
  sequences: SequenceStore;
  onGap: (gap: Gap) => unknown;
  graceMs: number;
  clock: () => number;
  hooks: Hooks;
}

/** How often a note is written anew because another process was quicker. */
const tries = 10;
/** Longest time for `onGap`, in milliseconds. */
const longestMs = 60_000;

/** Watches the numbers of messages, and tells `onGap` of those that have not come for `graceMs`. */
export function watchGaps({ sequences, onGap, graceMs, clock, hooks }: GapWatchOptions): GapWatch {
  // Often enough that a gap is told of soon after it is due.
  const timer = setInterval(tellOfGaps, Math.min(1000, graceMs));
  timer.unref();
  let telling = false;

  async function note(event: DecodedEvent): Promise<void> {
    const { sequence: number, conversation } = event;
    // Servers write 0 where a message has no number (yet).
    if (number === undefined || number <= 0 || conversation === undefined) return;
    const at = event.occurredAt?.getTime();
    try {
      await change(conversation, (known) => withNumber(known, number, at, clock(), graceMs));
    } catch (cause) {
      report(hooks, { kind: 'hookFailed', hook: 'onGap', cause }, event);
    }
  }

  /** Changes what is known of a conversation, whoever else does so at the same time. */
  async function change(
    conversation: string,
    changed: (known: Sequence | undefined) => Sequence,
    until?: number,
  ): Promise<void> {
    for (let i = 0; i < tries; i++) {
      const before = await sequences.read(conversation);
      const known = before === undefined ? undefined : (JSON.parse(before) as Sequence);
      const next = changed(known);
      if (next === known && until === undefined) return;
      const due = until ?? dueAt(next, graceMs);
      if (await sequences.replace(conversation, before, JSON.stringify(next), due)) return;
    }
    throw new Error(`the sequence of a conversation was changed by others ${tries} times in a row`);
  }

  /** One round at a time: a slow `onGap` must not be told twice. */
  async function tellOfGaps(): Promise<void> {
    if (telling) return;
    telling = true;
    try {
      for (const { conversation, state } of await sequences.due(clock(), 100))
        await tellOf(conversation, JSON.parse(state) as Sequence);
    } catch {
      // The store is away, of which whoever accepts and handles has more to tell; the gaps stay due.
    }
    telling = false;
  }

  /**
   * Tells first and forgets then: a crash in between tells twice. Messages may come meanwhile, so exactly what was told is
   * forgotten of what is known by then. What `onGap` rejects is told again a grace time later.
   */
  async function tellOf(conversation: string, known: Sequence): Promise<void> {
    const due = dueHoles(known, clock(), graceMs);
    const parts = partsOf(conversation);
    try {
      for (const [from, to] of due) await inTime(onGap({ ...parts, conversation, from, to }));
      await change(conversation, (now = known) => withoutHoles(now, due));
    } catch (cause) {
      const about = { vendor: parts.vendor, command: undefined, operationID: '' };
      report(hooks, { kind: 'hookFailed', hook: 'onGap', cause }, about);
      await change(conversation, (now = known) => now, clock() + graceMs);
    }
  }

  return { note, stop: () => clearInterval(timer) };
}

/** One that never ends must not keep others from being told of. */
async function inTime(telling: unknown): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`onGap did not end within ${longestMs} ms`)), longestMs);
    timer.unref();
  });
  try {
    await Promise.race([telling, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The parts that `event.conversation` is joined of. */
function partsOf(conversation: string): Pick<Gap, 'vendor' | 'appId' | 'kind' | 'ids'> {
  const [vendor, ...rest] = conversation.split('/').map(decodeURIComponent);
  const [kind = '', ...ids] = vendor === 'tencent' ? rest.slice(1) : rest;
  return { vendor: vendor as Vendor, appId: vendor === 'tencent' ? rest[0] : undefined, kind, ids };
}

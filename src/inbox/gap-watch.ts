import type { Vendor } from '../command';
import type { DecodedEvent } from '../event';
import { type Hooks, report } from '../hooks';
import type { SequenceStore } from './inbox';
import { dueAt, type Sequence, takeDue, withNumber } from './sequence';

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
  /** Takes the number of an event into account, where it has one. Rejects where the store does. */
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
    for (let i = 0; i < tries; i++) {
      const before = await sequences.read(conversation);
      const known = before === undefined ? undefined : (JSON.parse(before) as Sequence);
      const next = withNumber(known, number, at, clock(), graceMs);
      if (next === known || (await replace(conversation, before, next))) return;
    }
    throw new Error(`the sequence of a conversation was changed by others ${tries} times in a row`);
  }

  function replace(conversation: string, before: string | undefined, next: Sequence): Promise<boolean> {
    return sequences.replace(conversation, before, JSON.stringify(next), dueAt(next, graceMs));
  }

  /** One round at a time: a slow `onGap` must not be told twice. */
  async function tellOfGaps(): Promise<void> {
    if (telling) return;
    telling = true;
    try {
      for (const { conversation, state } of await sequences.due(clock(), 100)) await tellOf(conversation, state);
    } catch {
      // The store is away, of which whoever accepts and handles has more to tell; the gaps stay due.
    }
    telling = false;
  }

  /** Tells first and forgets then: a crash in between tells twice. What `onGap` rejects is told again a grace time later. */
  async function tellOf(conversation: string, state: string): Promise<void> {
    const { due, rest } = takeDue(JSON.parse(state) as Sequence, clock(), graceMs);
    const parts = partsOf(conversation);
    try {
      for (const [from, to] of due) await onGap({ ...parts, conversation, from, to });
      await replace(conversation, state, rest);
    } catch (cause) {
      const about = { vendor: parts.vendor, command: undefined, operationID: '' };
      report(hooks, { kind: 'hookFailed', hook: 'onGap', cause }, about);
      await sequences.replace(conversation, state, state, clock() + graceMs);
    }
  }

  return { note, stop: () => clearInterval(timer) };
}

/** The parts that `event.conversation` is joined of. */
function partsOf(conversation: string): Pick<Gap, 'vendor' | 'appId' | 'kind' | 'ids'> {
  const [vendor, ...rest] = conversation.split('/').map(decodeURIComponent);
  const [kind = '', ...ids] = vendor === 'tencent' ? rest.slice(1) : rest;
  return { vendor: vendor as Vendor, appId: vendor === 'tencent' ? rest[0] : undefined, kind, ids };
}

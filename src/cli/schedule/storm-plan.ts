/** When callbacks are sent, and which ones in a storm. The plan is made before the first one is sent. */

import { type Vendor, vendors } from '../../vendors';
import type { KnownCommand } from '../../vendors/commands';
import { commandLineOf } from '../command-lines';

export interface StormOptions {
  readonly seed: number;
  /** How many events. Lost ones count, repetitions do not. */
  readonly count: number;
  readonly ratePerSecond: number;
  readonly commands: readonly KnownCommand[];
  /** How many groups or chats they are spread over. */
  readonly conversations: number;
  /** Shares from 0 to 1. */
  readonly duplicates: number;
  readonly reordered: number;
  readonly late: number;
  readonly lost: number;
  /** How much later the late ones come, in milliseconds. */
  readonly lateMs: number;
}

/** One request of a storm. */
export interface Planned {
  /** Milliseconds from the start. */
  readonly at: number;
  readonly command: KnownCommand;
  readonly n: number;
  readonly conversation: number;
  readonly sequence: number;
}

export interface StormPlan {
  /** In the order in which they go out. */
  readonly requests: readonly Planned[];
  readonly duplicated: number;
  readonly reordered: number;
  readonly late: number;
  readonly lost: number;
}

/** The longest time between a callback and its repetition, in milliseconds. */
const repeatMs = 2000;

/**
 * Works out beforehand what is sent and when, so that the seed alone decides. Events come at an even rate, each the
 * next of its kind in one of several conversations. Some arrive twice, after later ones, much too late, or never.
 */
export function stormPlan(options: StormOptions): StormPlan {
  const { count, ratePerSecond, commands, conversations } = options;
  const random = seeded(options.seed);
  const pick = (n: number) => Math.floor(random() * n);
  const happens = (share: number) => random() < share;
  const tally = { duplicated: 0, reordered: 0, late: 0, lost: 0 };
  const sequences = new Map<string, number>();
  const requests: Planned[] = [];

  for (let n = 0; n < count; n++) {
    // Each event draws as many random numbers, whatever happens to it, so that the shares do not change what is sent.
    const [command, conversation] = [commands[pick(commands.length)], pick(conversations)];
    const [isLost, isLate, isReordered, isDouble] = [
      options.lost,
      options.late,
      options.reordered,
      options.duplicates,
    ].map(happens);
    const [behind, again] = [1 + random() * 4, random() * repeatMs];
    if (command === undefined) continue;
    const key = `${command.wire} ${conversation}`;
    const sequence = (sequences.get(key) ?? 0) + 1;
    sequences.set(key, sequence);

    if (isLost) {
      tally.lost += 1;
      continue;
    }
    const event = { command, n, conversation, sequence };
    let at = (n * 1000) / ratePerSecond;
    if (isLate) {
      tally.late += 1;
      at += options.lateMs;
    } else if (isReordered) {
      tally.reordered += 1;
      at += (behind * 1000) / ratePerSecond; // one to five events later
    }
    requests.push({ ...event, at });
    if (isDouble) {
      tally.duplicated += 1;
      requests.push({ ...event, at: at + again });
    }
  }
  return { requests: requests.sort((a, b) => a.at - b.at || a.n - b.n), ...tally };
}

/** The commands that a busy app of this vendor gets most often. */
export function usualCommands(vendor: Vendor): KnownCommand[] {
  const { busiest } = commandLineOf(vendor);
  const commands: readonly KnownCommand[] = vendors[vendor].commands;
  return commands.filter(({ wire }) => busiest.includes(wire));
}

/**
 * A sequence of numbers in [0, 1) that depends on the seed alone (mulberry32); for repeatable runs, not for secrets.
 */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

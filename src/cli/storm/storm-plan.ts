import type { AnyCommand } from '../../catalogue/command';
import type { Vendor } from '../../vendors';
import { openimCommands } from '../../vendors/openim';
import { tencentCommands } from '../../vendors/tencent';
import { seeded } from './random';

export interface StormOptions {
  readonly seed: number;
  /** Events; what is lost counts, what is repeated does not. */
  readonly count: number;
  readonly ratePerSecond: number;
  readonly commands: readonly AnyCommand[];
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
  readonly command: AnyCommand;
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

/** How long after the first a repeated delivery comes at most, in milliseconds. */
const repeatMs = 2000;

/**
 * Works out beforehand what is sent and when, so that the seed alone decides: events at an even rate, each the next of its
 * kind in one of several conversations, of which some come twice, behind later ones, much too late, or never.
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
    // Each event draws the same numbers whatever becomes of it, so that shares do not change what is sent.
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

/** What a busy chat sends most of. */
const usual: Readonly<Record<Vendor, readonly string[]>> = {
  tencent: [
    'Group.CallbackBeforeSendMsg',
    'Group.CallbackAfterSendMsg',
    'C2C.CallbackBeforeSendMsg',
    'C2C.CallbackAfterSendMsg',
    'Group.CallbackAfterReadReceipt',
    'State.StateChange',
  ],
  openim: [
    'callbackBeforeSendGroupMsgCommand',
    'callbackAfterSendGroupMsgCommand',
    'callbackBeforeSendSingleMsgCommand',
    'callbackAfterSendSingleMsgCommand',
    'callbackAfterGroupMsgReadCommand',
    'callbackAfterUserOnlineCommand',
  ],
};

export function usualCommands(vendor: Vendor): AnyCommand[] {
  const offered: readonly AnyCommand[] = vendor === 'tencent' ? tencentCommands : openimCommands;
  return offered.filter(({ wire }) => usual[vendor].includes(wire));
}

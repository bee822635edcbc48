import { checkOptions, type Rule, type Shape, wholeNumber } from '../options/check';

/** The options of every engine. Durations are milliseconds. */
export interface StoreOptions {
  /**
   * How long the key of an accepted delivery is remembered, from its acceptance. Default 600,000 (10 minutes). Tencent
   * retries after a time-out if its console says so; OpenIM never does.
   */
  dedupMs?: number;
  /** `'drop'` (default): a repeated delivery is acknowledged and not stored. `'observe'`: it is handled again, and counted. */
  dedupe?: 'drop' | 'observe';
  /** How many deliveries may wait. Above that, none is accepted and the sender gets 503. Default 1,000,000. */
  maxWaiting?: number;
  /** How many dead letters are kept. Above that, the oldest are deleted. Default 10,000. */
  maxDead?: number;
  /** How long a dead letter is kept. Default 2,592,000,000 (30 days). */
  deadRetentionMs?: number;
}

export type StoreSettings = Required<StoreOptions>;

export const storeRules: Readonly<Record<keyof StoreOptions, Rule>> = {
  dedupMs: wholeNumber('milliseconds', 0, 30 * 24 * 3_600_000),
  dedupe: (value) => (value === 'drop' || value === 'observe' ? undefined : "'drop' or 'observe'"),
  maxWaiting: wholeNumber('deliveries', 1, 100_000_000),
  maxDead: wholeNumber('dead letters', 0, 10_000_000),
  deadRetentionMs: wholeNumber('milliseconds', 1000, 10 * 365 * 24 * 3_600_000),
};

/** How many conversations are tracked at most; the one that was quiet for longest is removed. */
export const maxSequences = 100_000;

/** Checks the common options of an engine and its own, and fills in the defaults. */
export function storeSettings(
  engine: string,
  options: StoreOptions,
  own: Readonly<Record<string, Rule>>,
  where: Pick<Shape, 'meant' | 'example'> = {},
): StoreSettings {
  checkOptions(options, { at: `${engine}.`, rules: { ...storeRules, ...own }, plain: ['dedupe'], ...where });
  const { dedupMs = 600_000, dedupe = 'drop', maxWaiting = 1_000_000 } = options;
  const { maxDead = 10_000, deadRetentionMs = 30 * 24 * 3_600_000 } = options;
  return { dedupMs, dedupe, maxWaiting, maxDead, deadRetentionMs };
}

/** The error for a delivery that finds the inbox full. */
export function inboxFull(waiting: number): Error {
  return new Error(`the inbox is full: ${waiting} deliveries wait`);
}

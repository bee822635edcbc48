import { type AnyCommand, indexByWire } from '../../../catalogue/command';
import { topics } from './by-topic';

export type { TencentCommand } from './bodies';

/** All commands, topic by topic. */
export const tencentTopics: Readonly<Record<string, readonly AnyCommand[]>> = Object.fromEntries(
  Object.entries(topics).map(([name, topic]) => [name, Object.values<AnyCommand>(topic)]),
);

/** All of them. */
export const tencentCommands: readonly AnyCommand[] = Object.values(tencentTopics).flat();

/** The same by every name. */
export const tencentIndex = indexByWire(tencentCommands);

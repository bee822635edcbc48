import { type AnyCommand, indexByWire } from '../../../catalogue/command';
import { topics } from './by-topic';

export type { OpenimCommand } from './bodies';

/** All commands, topic by topic. */
export const openimTopics: Readonly<Record<string, readonly AnyCommand[]>> = Object.fromEntries(
  Object.entries(topics).map(([name, topic]) => [name, Object.values<AnyCommand>(topic)]),
);

/** All of them. */
export const openimCommands: readonly AnyCommand[] = Object.values(openimTopics).flat();

/** The same by every name. */
export const openimIndex = indexByWire(openimCommands);

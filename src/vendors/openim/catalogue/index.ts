import { type AnyCommand, indexByWire } from '../../../catalogue/command';
import * as conversations from './conversations';
import * as friends from './friends';
import * as groupInfo from './group-info';
import * as groupMembers from './group-members';
import * as groups from './groups';
import * as messages from './messages';
import * as presence from './presence';
import * as push from './push';
import * as reactions from './reactions';
import * as receipts from './receipts';
import * as users from './users';

const topics = {
  messages,
  receipts,
  push,
  presence,
  reactions,
  groups,
  groupInfo,
  groupMembers,
  users,
  friends,
  conversations,
};

type Topics = typeof topics;
/** Every OpenIM command, as a union. */
export type OpenimCommand = { [T in keyof Topics]: Topics[T][keyof Topics[T]] }[keyof Topics];

/** The same at run time, topic by topic, in the order of the list above. */
export const openimTopics: Readonly<Record<string, readonly AnyCommand[]>> = Object.fromEntries(
  Object.entries(topics).map(([name, topic]) => [name, Object.values<AnyCommand>(topic)]),
);

/** All of them. */
export const openimCommands: readonly AnyCommand[] = Object.values(openimTopics).flat();

/** The same by every name. */
export const openimIndex = indexByWire(openimCommands);

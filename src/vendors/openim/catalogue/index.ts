import type { AnyCommand } from '../../../command';
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

/** The same at run time. */
export const openimCommands: readonly AnyCommand[] = Object.values(topics).flatMap((topic) =>
  Object.values<AnyCommand>(topic),
);

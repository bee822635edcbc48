/** The commands of OpenIM by topic, in the order in which documents list them: one file a topic. */
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

export const topics = {
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

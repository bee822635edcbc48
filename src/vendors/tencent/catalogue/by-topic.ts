/** The commands of Tencent by topic, in the order in which documents list them: one file a topic. */
import * as bots from './bots';
import * as c2c from './c2c';
import * as calls from './calls';
import * as groupMembers from './group-members';
import * as groupMessages from './group-messages';
import * as groups from './groups';
import * as live from './live';
import * as liveBattles from './live-battles';
import * as liveGifts from './live-gifts';
import * as liveMembers from './live-members';
import * as liveMetadata from './live-metadata';
import * as notices from './notices';
import * as officialAccountSubscribers from './official-account-subscribers';
import * as officialAccounts from './official-accounts';
import * as push from './push';
import * as relations from './relations';
import * as rooms from './rooms';
import * as communityTopics from './topics';
import * as users from './users';

export const topics = {
  users,
  relations,
  c2c,
  bots,
  groups,
  groupMembers,
  groupMessages,
  communityTopics,
  officialAccounts,
  officialAccountSubscribers,
  push,
  notices,
  rooms,
  live,
  liveMembers,
  liveMetadata,
  liveBattles,
  liveGifts,
  calls,
};

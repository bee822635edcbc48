/** No check of a rewrite, and no reply, looks at each entry of a list for each other one: looks are counted, not time. */
import { refuse, rewrite } from '../../../src';
import { allCommands } from '../../../src/vendors/commands';

const count = 2000;
const each = <T>(one: (user: string) => T): T[] => Array.from({ length: count }, (_, i) => one(`u${i}`));

/** The same value; `looks` counts every read of an element or a field of it. */
function watched<T extends object>(value: T, looks: { count: number }): T {
  return new Proxy(value, {
    get(target, key, self) {
      looks.count += 1;
      const found: unknown = Reflect.get(target, key, self);
      return typeof found === 'object' && found !== null ? watched(found, looks) : found;
    },
  });
}

const friends = each((To_Account) => ({ To_Account }));
const members = each((Member_Account) => ({ Member_Account }));
const subscribers = each((Subscriber_Account) => ({ Subscriber_Account }));
const users = each((userID) => ({ userID }));
const results = { ResultItem: each((To_Account) => ({ To_Account, ResultCode: 0 })) };

it.each<[string, object, object]>([
  ['Sns.CallbackPrevFriendAdd', results, { From_Account: 'a', FriendItem: friends }],
  ['Sns.CallbackPrevFriendResponse', results, { From_Account: 'a', ResponseFriendItem: friends }],
  [
    'Group.CallbackBeforeInviteJoinGroup',
    { RefusedMembers_Account: each((user) => user) },
    { GroupId: 'g', DestinationMembers: members },
  ],
  [
    'OfficialAccount.CallbackBeforeAddSubscriber',
    { RefusedSubscribers_Account: each((user) => user) },
    { Official_Account: 'o', SubscribeAccountList: subscribers },
  ],
  ['callbackBeforeMembersJoinGroupCommand', { memberCallbackList: users }, { groupID: 'g', memberList: users }],
  ['callbackBeforeUserRegisterCommand', { users }, { users }],
  [
    'callbackBeforeImportFriendsCommand',
    { friendUserIDs: each((user) => user) },
    { ownerUserID: 'o', friendUserIDs: each((user) => user) },
  ],
])('%s', (wire, changes, body) => {
  const command = allCommands.find(({ wire: name }) => name === wire);
  const looks = { count: 0 };
  const seen = watched(body, looks);
  expect(command?.checkRewrite?.(watched(changes, looks), seen)).toBeUndefined();
  command?.reply?.(rewrite(changes), seen);
  command?.reply?.(refuse(), seen);
  expect(looks.count).toBeGreaterThan(count);
  expect(looks.count).toBeLessThan(40 * count);
});

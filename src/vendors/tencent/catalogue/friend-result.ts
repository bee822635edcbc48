import type * as t from 'io-ts';
import { firstRepeated, firstStranger } from '../../../catalogue/users-asked';
import type { Verdict } from '../../../catalogue/verdict';
import { fields, integer, list, text } from '../../../codecs';

/** Codes that refuse one user of a friend request or of its answer (1047/43468, 1047/43467). */
export const friendRefusal = { plain: 38000, own: [38000, 39000] } as const;

const FriendResult = fields('friend result', { To_Account: text, ResultCode: integer }, { ResultInfo: text });

/** What a handler may decide for each user separately. */
export const FriendResults = fields('friend results', { ResultItem: list(FriendResult) });
type FriendResults = t.TypeOf<typeof FriendResults>;

type Users = readonly { readonly To_Account: string }[];

/**
 * The reply of both friend commands: one result for each user, and an outer ErrorCode of 0 whatever the verdict. Any
 * other outer code says that the app failed, and then the request goes through. No document says what happens to a user
 * without a result (1047/43468, 1047/43467).
 */
export function friendReply(verdict: Verdict, users: Users): object {
  // The body may not have been decoded. A result without a user would apply to nobody.
  const named = (Array.isArray(users) ? users : []).filter((user) => typeof user?.To_Account === 'string');
  return { ErrorCode: 0, ErrorInfo: '', ResultItem: resultsOf(verdict, named) };
}

function resultsOf(verdict: Verdict, users: Users) {
  if (verdict.verdict === 'refuse')
    return users.map((user) => result(user, verdict.code ?? friendRefusal.plain, verdict.info));
  // Changes are checked against FriendResults before a reply is made of them.
  const given = verdict.verdict === 'rewrite' ? (verdict.fields as FriendResults).ResultItem : [];
  const results = given.map((item) => result(item, item.ResultCode, item.ResultInfo));
  // No user has two results, see below: as many results as users cover all users.
  if (results.length === users.length) return results;
  const decided = new Set(given.map(idOf));
  const rest = users.filter(({ To_Account }) => !decided.has(To_Account));
  return [...results, ...rest.map((user) => result(user, 0))];
}

function result({ To_Account }: Users[number], ResultCode: number, ResultInfo = '') {
  return { To_Account, ResultCode, ResultInfo };
}

/** What is wrong with the results of a handler. The sentence contains no user ID, since it goes to logs. */
export function checkFriendResults({ ResultItem }: FriendResults, users: Users): string | undefined {
  const [answered, asked] = [ResultItem.map(idOf), users.map(idOf)];
  const repeated = firstRepeated(answered, asked);
  if (repeated !== -1) return `ResultItem.${repeated}: this user has a result already`;
  const stranger = firstStranger(answered, asked);
  if (stranger !== -1) return `ResultItem.${stranger}: To_Account is not among the users in the request`;
  const [first, last] = friendRefusal.own;
  const strange = ResultItem.findIndex(
    ({ ResultCode }) => ResultCode !== 0 && (ResultCode < first || ResultCode > last),
  );
  if (strange === -1) return undefined;
  return `ResultItem.${strange}: ResultCode is 0 or ${first} to ${last}, not ${ResultItem[strange]?.ResultCode}`;
}

const idOf = ({ To_Account }: Users[number]) => To_Account;

import type * as t from 'io-ts';
import type { Verdict } from '../../../catalogue/verdict';
import { fields, integer, list, text } from '../../../codecs';

/** Codes that refuse one user of a friend request or of its answer (1047/43468, 1047/43467). */
export const friendRefusal = { plain: 38000, own: [38000, 39000] } as const;

const FriendResult = fields('friend result', { To_Account: text, ResultCode: integer }, { ResultInfo: text });

/** What a handler may decide for each user by itself. */
export const FriendResults = fields('friend results', { ResultItem: list(FriendResult) });
type FriendResults = t.TypeOf<typeof FriendResults>;

type Users = readonly { readonly To_Account: string }[];

/**
 * The reply of both friend commands: one result for each user, and an outer ErrorCode of 0 whatever the verdict. Any
 * other outer code says that the app failed, and then the request goes through; what becomes of a user without a result
 * no document says (1047/43468, 1047/43467).
 */
export function friendReply(verdict: Verdict, users: Users): object {
  // The body may not have decoded; a result without a user would be one for nobody.
  const named = (Array.isArray(users) ? users : []).filter((user) => typeof user?.To_Account === 'string');
  return { ErrorCode: 0, ErrorInfo: '', ResultItem: resultsOf(verdict, named) };
}

function resultsOf(verdict: Verdict, users: Users) {
  if (verdict.verdict === 'refuse')
    return users.map((user) => result(user, verdict.code ?? friendRefusal.plain, verdict.info));
  const given = verdict.verdict === 'rewrite' && FriendResults.is(verdict.fields) ? verdict.fields.ResultItem : [];
  const decided = new Set(given.map(({ To_Account }) => To_Account));
  const rest = users.filter(({ To_Account }) => !decided.has(To_Account));
  return [
    ...given.map((item) => result(item, item.ResultCode, item.ResultInfo)),
    ...rest.map((user) => result(user, 0)),
  ];
}

function result({ To_Account }: Users[number], ResultCode: number, ResultInfo = '') {
  return { To_Account, ResultCode, ResultInfo };
}

/** What is wrong with the results of a handler; no user ID is in the sentence, since it goes to logs. */
export function checkFriendResults({ ResultItem }: FriendResults, users: Users): string | undefined {
  const asked = new Set(users.map(({ To_Account }) => To_Account));
  const decided = new Set<string>();
  const [first, last] = friendRefusal.own;
  for (const [i, { To_Account, ResultCode }] of ResultItem.entries()) {
    if (decided.has(To_Account)) return `ResultItem.${i}: this user has a result already`;
    decided.add(To_Account);
    if (!asked.has(To_Account)) return `ResultItem.${i}: To_Account is none of the users in the request`;
    if (ResultCode !== 0 && (ResultCode < first || ResultCode > last))
      return `ResultItem.${i}: ResultCode is 0 or ${first} to ${last}, not ${ResultCode}`;
  }
  return undefined;
}

import type { AnyCommand } from '../../../catalogue/command';
import { isObject } from '../../../codecs';
import type { Conclusion, Undocumented } from '../../../sending/conclusion';

interface FriendResult {
  readonly To_Account: string;
  readonly ResultCode: number;
  readonly ResultInfo: string;
}

/** Only these two commands are decided user by user (1047/43468, 1047/43467). */
export const isFriendCommand = ({ wire }: AnyCommand) => wire.startsWith('Sns.CallbackPrev');

/** What the two friend commands make of `ResultItem`: allowed or refused where all users fare alike, else rewritten. */
export function concludeFriendResults(
  { refusal }: AnyCommand,
  reply: Readonly<Record<string, unknown>>,
  body: unknown,
): Conclusion {
  const results = reply.ResultItem;
  if (!Array.isArray(results) || !results.every(isFriendResult))
    return undocumented('ResultItem must be a list of To_Account, ResultCode and ResultInfo, one for each user');
  const named = new Set(results.map(({ To_Account }) => To_Account));
  if (askedIn(body).some((user) => !named.has(user)))
    return undocumented('a user of the request has no result, and what becomes of it is in no document');
  const [least, most] = refusal.own ?? [refusal.plain, refusal.plain];
  const strange = results.find(({ ResultCode }) => ResultCode !== 0 && (ResultCode < least || ResultCode > most));
  if (strange !== undefined)
    return undocumented(`ResultCode ${strange.ResultCode} is neither 0 nor from ${least} to ${most}`);
  return decided(results);
}

function decided(results: readonly FriendResult[]): Conclusion {
  const [first] = results;
  const alike = results.every(({ ResultCode }) => ResultCode === first?.ResultCode);
  if (!alike)
    return { result: 'rewritten', sender: 'goesOn', why: 'each user has a result', fields: { ResultItem: results } };
  if (first === undefined || first.ResultCode === 0)
    return { result: 'allowed', sender: 'goesOn', why: 'ResultCode is 0 for every user' };
  const { ResultCode: code, ResultInfo: info } = first;
  const why = 'ResultCode refuses every user';
  return { result: 'refused', sender: 'refuses', why, code, callerSees: code, info, detail: '' };
}

function isFriendResult(u: unknown): u is FriendResult {
  if (!isObject(u)) return false;
  return (
    typeof u.To_Account === 'string' &&
    Number.isInteger(u.ResultCode) &&
    (u.ResultInfo === undefined || typeof u.ResultInfo === 'string')
  );
}

/** The users of the request: `FriendItem` of a request, `ResponseFriendItem` of an answer to one. */
function askedIn(body: unknown): string[] {
  const { FriendItem, ResponseFriendItem } = isObject(body) ? body : {};
  const items = [FriendItem ?? ResponseFriendItem ?? []].flat();
  return items.flatMap((item) => (isObject(item) && typeof item.To_Account === 'string' ? [item.To_Account] : []));
}

function undocumented(why: string): Undocumented {
  return { result: 'undocumented', sender: 'undocumented', why };
}

import type { Verdict } from '../../../catalogue/verdict';
import { int32, isObject, text } from '../../../codecs';

/**
 * What a reply may change of a group: all but the announcement, which the server takes from the request in any case.
 */
export const changeable = {
  groupID: text,
  groupName: text,
  introduction: text,
  faceURL: text,
  ex: text,
  needVerification: int32,
  lookMemberInfo: int32,
  applyMemberFriend: int32,
};
type Name = keyof typeof changeable;

/** Plain strings in the reply of callbackBeforeSetGroupInfoCommand (server 3.4.2 to main). */
const plainInfo: readonly Name[] = ['groupID', 'groupName', 'faceURL', 'introduction'];

/** Wrappers in the reply of callbackBeforeSetGroupInfoExCommand, scalars or null on the wire: all but the group ID. */
const wrappedInfoEx = (Object.keys(changeable) as Name[]).filter((name) => name !== 'groupID');

/** The fields that the server copies from the reply whether they are there or not, by command. */
export const alwaysCopied: Readonly<Record<string, readonly string[]>> = {
  callbackBeforeSetGroupInfoCommand: plainInfo,
  callbackBeforeSetGroupInfoExCommand: ['groupID', ...wrappedInfoEx],
};

/**
 * What a reply to callbackBeforeSetGroupInfoCommand must say so that nothing breaks. The server copies these fields out
 * of the reply whether they are there or not: without them it goes on with an empty group ID, finds no such group, and
 * the user's call fails.
 */
export function groupInfoEcho(verdict: Verdict, body: unknown): object {
  return verdict.verdict === 'refuse' ? {} : echoed(plainInfo, verdict, body);
}

/** The same for callbackBeforeSetGroupInfoExCommand, where wrappers that are missing also undo the user's changes. */
export function groupInfoExEcho(verdict: Verdict, body: unknown): object {
  if (verdict.verdict === 'refuse') return {};
  const unset = Object.fromEntries(wrappedInfoEx.map((name) => [name, null]));
  return { ...unset, ...echoed(['groupID', ...wrappedInfoEx], verdict, body) };
}

/**
 * Changes of a rewrite are looked up first, because the echo overwrites them in the reply. Neither a change that is
 * `undefined` counts, nor a value of the wrong type, which a body that did not decode may hold: for one such value the
 * server refuses the whole reply.
 */
function echoed(names: readonly Name[], verdict: Verdict, body: unknown): Record<string, unknown> {
  const changes = verdict.verdict === 'rewrite' && isObject(verdict.fields) ? verdict.fields : {};
  const request = isObject(body) ? body : {};
  const echo: Record<string, unknown> = {};
  for (const name of names) {
    const value = [changes[name], request[name]].find((candidate) => changeable[name].is(candidate));
    if (value !== undefined) echo[name] = value;
  }
  return echo;
}

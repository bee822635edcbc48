import type * as t from 'io-ts';
import type { Verdict } from '../../../catalogue/verdict';
import { integer, isObject, text } from '../../../codecs';

type Echoed = Readonly<Record<string, t.Type<string, unknown, unknown> | t.Type<number, unknown, unknown>>>;

/** Plain strings in the reply of callbackBeforeSetGroupInfoCommand (server 3.4.2 to main). */
const plainInfo: Echoed = { groupID: text, groupName: text, faceURL: text, introduction: text };

/** The reply of callbackBeforeSetGroupInfoExCommand: one plain string, and wrappers: scalars or null on the wire. */
const plainInfoEx: Echoed = { groupID: text };
const wrappedInfoEx: Echoed = {
  groupName: text,
  introduction: text,
  faceURL: text,
  ex: text,
  needVerification: integer,
  lookMemberInfo: integer,
  applyMemberFriend: integer,
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
  const unset = Object.fromEntries(Object.keys(wrappedInfoEx).map((name) => [name, null]));
  return { ...echoed(plainInfoEx, verdict, body), ...unset, ...echoed(wrappedInfoEx, verdict, body) };
}

/**
 * Changes of a rewrite are looked at first, because the echo is spread over them. A change that is `undefined` is no
 * change, and a value of the wrong type, from a body that did not decode, is none either: one such value and the server
 * refuses the whole reply.
 */
function echoed(names: Echoed, verdict: Verdict, body: unknown): Record<string, unknown> {
  const changes = verdict.verdict === 'rewrite' && isObject(verdict.fields) ? verdict.fields : {};
  const request = isObject(body) ? body : {};
  const echo: Record<string, unknown> = {};
  for (const [name, codec] of Object.entries(names)) {
    const value = [changes[name], request[name]].find(codec.is);
    if (value !== undefined) echo[name] = value;
  }
  return echo;
}

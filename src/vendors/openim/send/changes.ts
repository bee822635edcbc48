import type { AnyCommand } from '../../../catalogue/command';
import { isObject } from '../../../codecs';
import type { OpenimServer } from './server';

type Values = Readonly<Record<string, unknown>>;

/** The fields of a reply that change something on this server. */
export function changesThatCount(server: OpenimServer, command: AnyCommand, changes: Values, request: Values): Values {
  if (server.losesChangesOf.includes(command.wire)) return {};
  const always = server.copiesAlways[command.wire];
  if (always !== undefined) return differing(always, changes, request);
  return changing(command, ofThoseWhoJoin(command, changes, request), request);
}

/**
 * Fields that are copied whether they are there or not: the request's own value is no change, and a missing one undoes what
 * the user wanted.
 */
function differing(always: readonly string[], changes: Values, request: Values): Values {
  const names = [...new Set([...always, ...Object.keys(changes)])];
  const differs = (name: string) => (changes[name] ?? null) !== (request[name] ?? null);
  return Object.fromEntries(names.filter(differs).map((name) => [name, changes[name] ?? null]));
}

/**
 * The request's own value is no change. Empty strings and lists count only where the catalogue does not say that they change
 * nothing.
 */
function changing({ ignoredWhenEmpty }: AnyCommand, changes: Values, request: Values): Values {
  const counts = ([name, value]: [string, unknown]) => {
    if (value === request[name]) return false;
    const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
    return !isEmpty || !ignoredWhenEmpty.includes(name);
  };
  return Object.fromEntries(Object.entries(changes).filter(counts));
}

/**
 * The server looks each entry of memberCallbackList up among the users who join and passes over the others; an entry with
 * nothing but its userID sets nothing (3.8.0 to main, internal/rpc/group/callback.go: webhookBeforeMembersJoinGroup).
 */
function ofThoseWhoJoin({ wire }: AnyCommand, changes: Values, { memberList }: Values): Values {
  const { memberCallbackList, ...others } = changes;
  if (wire !== 'callbackBeforeMembersJoinGroupCommand' || !Array.isArray(memberCallbackList)) return changes;
  const members: unknown[] = Array.isArray(memberList) ? memberList : [];
  const joining = new Set(members.map((member) => (isObject(member) ? member.userID : undefined)));
  const counting = memberCallbackList.filter(
    (entry) => isObject(entry) && joining.has(entry.userID) && hasChange(entry),
  );
  return counting.length === 0 ? others : { ...others, memberCallbackList: counting };
}

function hasChange({ userID: _userID, ...settings }: Record<string, unknown>): boolean {
  return Object.values(settings).some((value) => value !== null);
}

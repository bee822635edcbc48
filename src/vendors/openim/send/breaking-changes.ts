import type { AnyCommand } from '../../../catalogue/command';
import { isObject } from '../../../codecs';
import type { OpenimServer } from './server';

type Values = Readonly<Record<string, unknown>>;

/** Why the server cannot go on with a reply that it understood, and the code that the caller gets where it is known. */
export interface Breaking {
  readonly why: string;
  readonly callerSees: number | undefined;
}

/** What breaks the operation, or nothing. */
export function whyChangesBreak(
  server: OpenimServer,
  { wire }: AnyCommand,
  changes: Values,
  request: Values,
): Breaking | undefined {
  return emptyGroupID(server, wire, changes) ?? rules[wire]?.(server, changes, request);
}

type Rule = (server: OpenimServer, changes: Values, request: Values) => Breaking | undefined;

const rules: Readonly<Record<string, Rule>> = {
  callbackBeforeMsgModifyCommand: contentWithoutObject,
  callbackBeforeMembersJoinGroupCommand: memberWithoutID,
  callbackBeforeUserRegisterCommand: userThatIsNull,
  callbackBeforeUpdateUserInfoExCommand: unaskedField,
  callbackBeforeOfflinePushCommand: listOutsideGroups,
};

function emptyGroupID(server: OpenimServer, wire: string, changes: Values): Breaking | undefined {
  if (!server.copiesAlways[wire]?.includes('groupID') || changes.groupID !== '') return undefined;
  const why = 'the reply has no groupID, so the server goes on with an empty one and finds no group';
  return { why, callerSees: undefined };
}

/** `json.Unmarshal(content, &struct{}{})` must not fail: an object does, and so does null (main, webhookBeforeMsgModify). */
function contentWithoutObject({ checksContent }: OpenimServer, { content }: Values): Breaking | undefined {
  if (!checksContent || typeof content !== 'string' || holdsObjectOrNull(content)) return undefined;
  const why = 'content must hold a JSON object, e.g. {"content":"***"}, else the message is not sent (server main)';
  return { why, callerSees: 1001 }; // errs.ErrArgs
}

function holdsObjectOrNull(content: string): boolean {
  try {
    const value: unknown = JSON.parse(content);
    return value === null || isObject(value);
  } catch {
    return false;
  }
}

/** `*memberCallbackResp.UserID` is read unchecked (3.8.0 to main, webhookBeforeMembersJoinGroup). */
function memberWithoutID({ panicCode }: OpenimServer, { memberCallbackList }: Values): Breaking | undefined {
  const members: unknown[] = Array.isArray(memberCallbackList) ? memberCallbackList : [];
  const bad = members.findIndex((member) => !isObject(member) || (member.userID ?? null) === null);
  if (bad < 0) return undefined;
  const why = `memberCallbackList.${bad} has no userID, which the server reads through a nil pointer`;
  return { why, callerSees: panicCode };
}

/** `user.UserID` of each entry is read unchecked (3.4.2 to main, internal/rpc/user/user.go: UserRegister). */
function userThatIsNull({ panicCode }: OpenimServer, { users }: Values): Breaking | undefined {
  const bad = Array.isArray(users) ? users.indexOf(null) : -1;
  if (bad < 0) return undefined;
  return { why: `users.${bad} is null, and the server reads its userID through a nil pointer`, callerSees: panicCode };
}

/** `NotNilReplace(req.UserInfo.FaceURL, resp.FaceURL)` (3.5.1 to main, internal/rpc/user/callback.go). */
function unaskedField({ panicCode }: OpenimServer, changes: Values, request: Values): Breaking | undefined {
  const unasked = Object.keys(changes).find((name) => (request[name] ?? null) === null);
  if (unasked === undefined) return undefined;
  const why = `the reply changes ${unasked}, which the request does not: the server writes through a nil pointer`;
  return { why, callerSees: panicCode };
}

function listOutsideGroups(
  { pushListOfGroupsOnly }: OpenimServer,
  { userIDList }: Values,
  { groupID }: Values,
): Breaking | undefined {
  const hasList = Array.isArray(userIDList) && userIDList.length > 0;
  if (!pushListOfGroupsOnly || !hasList || groupID) return undefined;
  const why = 'outside groups the server writes userIDList through a nil pointer (servers 3.7)';
  return { why, callerSees: undefined };
}

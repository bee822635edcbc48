// What the server checks in a request before it calls back, but does not check again in the reply that replaces it: a
// mistake there goes straight into its database (internal/rpc of the server, 3.5 to main).

import { inTheirOrder } from '../../../catalogue/users-asked';

/** What is wrong with the user IDs that replace those of the request, `asked`. */
export function problemWithUserIDs(
  userIDs: readonly string[],
  asked: readonly string[],
  at: (index: number) => string,
): string | undefined {
  if (inTheirOrder(userIDs, asked)) return undefined; // the server has checked these
  const seen = new Set<string>();
  for (const [i, userID] of userIDs.entries()) {
    if (userID === '') return `${at(i)} is empty`;
    if (seen.has(userID)) return `${at(i)} is already in the list`;
    seen.add(userID);
  }
  return undefined;
}

/**
 * What is wrong with the role of a member. The server refuses a request with any other role, but a reply with one makes
 * a role that none of its code knows.
 */
export function problemWithRole(
  roleLevel: number | undefined,
  allowed: readonly number[],
  at = 'roleLevel',
): string | undefined {
  if (roleLevel === undefined || allowed.includes(roleLevel)) return undefined;
  return `${at} is one of ${allowed.join(', ')}, not ${roleLevel}`;
}

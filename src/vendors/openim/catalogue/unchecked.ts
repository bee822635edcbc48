// What the server checks in a request before it calls back, and does not check again in the reply that replaces it: a slip
// there goes straight into its database (internal/rpc of the server, 3.5 to main).

/** What is wrong with the IDs of users that take the place of the request's. */
export function problemWithUserIDs(userIDs: readonly string[], at: (index: number) => string): string | undefined {
  const seen = new Set<string>();
  for (const [i, userID] of userIDs.entries()) {
    if (userID === '') return `${at(i)} is empty`;
    if (seen.has(userID)) return `${at(i)} is there already`;
    seen.add(userID);
  }
  return undefined;
}

/** What is wrong with the role of a member. A request with another one is refused, a reply with it makes a role that no code knows. */
export function problemWithRole(
  roleLevel: number | undefined,
  allowed: readonly number[],
  at = 'roleLevel',
): string | undefined {
  if (roleLevel === undefined || allowed.includes(roleLevel)) return undefined;
  return `${at} is one of ${allowed.join(', ')}, not ${roleLevel}`;
}

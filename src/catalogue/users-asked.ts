/**
 * Users in a handler's answer against those in the request. A handler mostly answers for all of them in their order, which is
 * looked at first: for 20,000 users a set of them takes a third of the time in which JSON.parse reads their request.
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

/** The place of the first user in the answer who stands there a second time; -1 where there is none. */
export function firstRepeated(answered: readonly string[], asked: readonly string[]): number {
  if (inTheirOrder(answered, asked)) return -1;
  const seen = new Set<string>();
  return answered.findIndex((user) => seen.size === seen.add(user).size);
}

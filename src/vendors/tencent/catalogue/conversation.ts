import type { Identity } from '../../../catalogue/command';

/** The conversation of two users, whichever of them speaks. */
export function c2c(one: string, other: string): Identity['conversation'] {
  return ['c2c', ...[one, other].sort()];
}

/** Changes of the relation between two users are in order; an event about more users than two belongs to no one pair. */
export function conversationOfPairs(
  pairs: readonly { From_Account: string; To_Account: string }[],
): Identity['conversation'] {
  const [one, other, ...more] = new Set(pairs.flatMap(({ From_Account, To_Account }) => [From_Account, To_Account]));
  return one === undefined || other === undefined || more.length > 0 ? undefined : c2c(one, other);
}

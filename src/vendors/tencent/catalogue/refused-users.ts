import { firstStranger } from '../../../catalogue/users-asked';
import { fields, type ListType, list, text } from '../../../codecs';

/**
 * The rewrite of a command that can refuse some of its users: the list of their IDs, which groups and official accounts
 * name differently. `askedIn` gives the users of the request: nobody else can be refused.
 */
export function refusedUsers<F extends string, Body>(field: F, askedIn: (body: Body) => readonly string[]) {
  // A computed key is a plain string to the compiler.
  const optional = { [field]: list(text) } as Record<F, ListType<string, string | number | boolean>>;
  return {
    rewrite: fields('refused users', {}, optional),
    checkRewrite: (changes: { readonly [K in F]?: readonly string[] }, body: Body) =>
      problemWithRefused(field, changes[field], askedIn(body)),
  };
}

/** The sentence contains no user ID, since it goes to logs. */
function problemWithRefused(field: string, refused: readonly string[] | undefined, asked: readonly string[]) {
  if (refused === undefined || refused.length === 0) return undefined;
  const stranger = firstStranger(refused, asked);
  return stranger === -1 ? undefined : `${field}.${stranger} is not among the users in the request`;
}

/** The users and groups of a callback, found by the names of fields: enough to search for, and nothing of its content. */
export interface Parties {
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

const isUser = /(_Account|userID|sendID|recvID|receiveID)$/i;
const isGroup = /^group_?ID$/i;
/** Deep enough for the members of a receipt. */
const deepest = 4;
const mostOfEach = 10;
const longest = 200;

/** The first ten of each. */
export function partiesOf(body: unknown): Parties {
  const users = new Set<string>();
  const groups = new Set<string>();

  function add(to: Set<string>, value: unknown): void {
    if (typeof value === 'string' && value !== '' && to.size < mostOfEach) to.add(value.slice(0, longest));
  }

  function walk(value: unknown, depth: number): void {
    if (typeof value !== 'object' || value === null || depth > deepest) return;
    // Long lists are those of members.
    if (Array.isArray(value)) {
      for (const item of value.slice(0, mostOfEach)) walk(item, depth + 1);
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      if (isUser.test(name)) add(users, inner);
      else if (isGroup.test(name)) add(groups, inner);
      else walk(inner, depth + 1);
    }
  }

  walk(body, 0);
  return { users: [...users], groups: [...groups] };
}

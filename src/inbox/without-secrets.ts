/**
 * A copy without the fields at these paths, e.g. `secret` or `users[].token`: a body as the inbox may store it. The original is
 * unchanged, since a handler may still get it.
 */
export function withoutSecrets(body: unknown, paths: readonly string[]): unknown {
  return paths.reduce((rest, path) => without(rest, path.split('.')), body);
}

/** A body that does not fit its command may have any shape: where it differs from the path, there is no such field. */
function without(value: unknown, [first = '', ...rest]: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const name = first.replace(/\[\]$/, '');
  if (!Object.hasOwn(value, name)) return value;
  const { [name]: field, ...others } = value as Record<string, unknown>;
  if (rest.length === 0) return others;
  const inner = Array.isArray(field) ? field.map((item) => without(item, rest)) : without(field, rest);
  return { ...others, [name]: inner };
}

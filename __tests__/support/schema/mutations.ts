import fc from 'fast-check';

type Path = readonly (string | number)[];

/** Every place in a value, the value itself included. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  // A list of twenty thousand IDs has no more to show than its first few.
  const inside = Object.entries(value).slice(0, 40);
  return [at, ...inside.flatMap(([key, part]) => placesIn(part, [...at, key]))];
}

/** A copy with another value at this place; without one, the place is gone. */
function replaced(value: unknown, [key, ...rest]: Path, by: { value?: unknown }): unknown {
  if (key === undefined) return by.value;
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === key ? replaced(one, rest, by) : one));
  const { [key]: old, ...others } = value as Record<string, unknown>;
  if (rest.length === 0 && !('value' in by)) return others;
  return { ...others, [key]: replaced(old, rest, by) };
}

/** What no schema can tell from its like: whole numbers that a double cannot hold, as number or as digits. */
function holdsRounded(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  if (typeof value === 'string') return /^-?\d{16}$/.test(value) && !Number.isSafeInteger(Number(value));
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsRounded);
}

const likely = [null, '', '1', '-7', '1.5', 'true', 'FALSE', 'x', 0, 1, 2, -1, 1.5, true, false, [], {}, ['x'], [null]];

/** JSON bodies that are one of these samples but for one place. */
export function mutationsOf(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  const places = samples.flatMap((sample) => placesIn(sample).map((path) => ({ sample, path })));
  const by = fc.oneof(
    fc.constantFrom(...likely).map((value) => ({ value: value as unknown })),
    fc.jsonValue().map((value) => ({ value: value as unknown })),
    fc.constant({}),
  );
  return fc
    .tuple(fc.constantFrom(...places), by)
    .filter(([{ path }, value]) => path.length > 0 || 'value' in value)
    .map(([{ sample, path }, value]) => replaced(sample, path, value))
    .filter((body) => !holdsRounded(body));
}

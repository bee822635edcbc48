/**
 * The known message numbers of one conversation. Numbers are consecutive, but callbacks may come in any order, late, or never.
 */
export interface Sequence {
  /** The highest number that counts. */
  readonly top: number;
  /** When the message of `top` happened: Unix milliseconds, where known. */
  readonly at: number | undefined;
  /** The holes below it, in ascending order: first and last number, and since when, in Unix milliseconds. */
  readonly holes: readonly Hole[];
  /** An outlier, which counts once a number near it comes. */
  readonly suspect?: number;
}

type Hole = readonly [from: number, to: number, since: number];

/** A number further than this from the others counts as random, as Tencent assigns to online-only messages. */
const farAway = 10_000;
/** A second number this near to an outlier shows that both are real. */
const near = 100;
/** More holes than these are not remembered; the oldest is due at once. */
const maxHoles = 16;

/** Adds one number; returns the same object when nothing changes. `at` is the time of its message. */
export function withNumber(
  known: Sequence | undefined,
  number: number,
  at: number | undefined,
  now: number,
  graceMs: number,
): Sequence {
  if (known === undefined) return { top: number, at, holes: [] };
  if (number > known.top) return above(known, number, at, now);
  const holes = known.holes.flatMap((hole) => without(hole, number));
  if (holes.length !== known.holes.length || holes.some((hole, i) => hole !== known.holes[i]))
    return { ...known, holes };
  // Below the top and not missing: it came twice, or too late; or the numbers restart, e.g. because a group was created again
  // under its old id.
  const startsAnew = at !== undefined && known.at !== undefined && at > known.at + graceMs;
  if (!startsAnew) return known;
  return isNear(known.suspect, number)
    ? { top: Math.max(number, known.suspect), at, holes: [] }
    : { ...known, suspect: number };
}

function above(known: Sequence, number: number, at: number | undefined, now: number): Sequence {
  const { top, holes, suspect } = known;
  if (number - top > farAway && !isNear(suspect, number)) return { ...known, suspect: number };
  const from = top + 1;
  const reached = isNear(suspect, number) && suspect > top ? Math.max(number, suspect) : number;
  const missing = gapsBetween(from, number, reached, isNear(suspect, number) ? suspect : undefined, now);
  return { top: reached, at, holes: bounded([...holes, ...missing]) };
}

/** The holes from `from` to `reached`, without the numbers that came. */
function gapsBetween(from: number, number: number, reached: number, suspect: number | undefined, now: number): Hole[] {
  const came = suspect === undefined ? [number] : [number, suspect];
  let missing: readonly Hole[] = from > reached ? [] : [[from, reached, now]];
  for (const one of came) missing = missing.flatMap((hole) => without(hole, one));
  return [...missing];
}

function isNear(suspect: number | undefined, number: number): suspect is number {
  return suspect !== undefined && suspect !== number && Math.abs(suspect - number) <= near;
}

function without(hole: Hole, number: number): readonly Hole[] {
  const [from, to, since] = hole;
  if (number < from || number > to) return [hole];
  const parts: Hole[] = [
    [from, number - 1, since],
    [number + 1, to, since],
  ];
  return parts.filter(([first, last]) => first <= last);
}

function bounded(holes: readonly Hole[]): readonly Hole[] {
  const tooMany = holes.length - maxHoles;
  return holes.map((hole, i) => (i < tooMany ? [hole[0], hole[1], 0] : hole));
}

/** When the first hole has been open for `graceMs`: Unix milliseconds, or undefined. */
export function dueAt({ holes }: Sequence, graceMs: number): number | undefined {
  return holes.length === 0 ? undefined : Math.min(...holes.map(([, , since]) => since)) + graceMs;
}

/** The holes that have been open for `graceMs`. */
export function dueHoles({ holes }: Sequence, now: number, graceMs: number): readonly Hole[] {
  return holes.filter(([, , since]) => since + graceMs <= now);
}

/** The same, but no hole is younger than `now`: the clock was set back since. */
export function dated(known: Sequence, now: number): Sequence {
  return { ...known, holes: known.holes.map(([from, to, since]) => [from, to, Math.min(since, now)]) };
}

/** The same without these holes, which may have become smaller by now. */
export function withoutHoles(known: Sequence, told: readonly Hole[]): Sequence {
  const isTold = ([from, to]: Hole) => told.some(([first, last]) => first <= from && to <= last);
  return { ...known, holes: known.holes.filter((hole) => !isTold(hole)) };
}

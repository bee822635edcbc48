/** Limits a report to once a minute: one cause makes many things fail for as long as it lasts. */
export function atMostOnceAMinute(): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - last < 60_000) return false;
    last = performance.now();
    return true;
  };
}

/** Whether something is news again: much fails by one cause, and goes on failing for as long as that lasts. */
export function atMostOnceAMinute(): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - last < 60_000) return false;
    last = performance.now();
    return true;
  };
}

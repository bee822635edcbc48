/** Node takes a longer one for 1 ms. */
const longestTimer = 2 ** 31 - 1;

/** Waits for an end, good or bad, and no longer than `ms`. */
export async function within(ms: number, end: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(ms, longestTimer));
  });
  await Promise.race([end.catch(() => {}), late]);
  clearTimeout(timer);
}

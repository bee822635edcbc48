/**
 * Gathers the items of one turn of the event loop, for an engine to store them together: one round trip and one commit serve
 * many. At most `inFlight` portions are sent at once; later items wait for the next one, so portions grow with the load.
 */
export interface GatherOptions<T> {
  /** How many portions are sent at once. Default 1. */
  readonly inFlight?: number;
  /** Most items of one portion. Default 512. */
  readonly most?: number;
  /** Bytes of an item, and the most bytes of one portion; an item that is larger goes alone. */
  readonly sizeOf?: (item: T) => number;
  readonly mostBytes?: number;
  /** The ordering key of an item: two with the same key are never sent in different portions at once. Default: none. */
  readonly orderOf?: (item: T) => unknown;
}

interface Waiting<T, R> {
  readonly item: T;
  resolve(answer: R): void;
  reject(error: unknown): void;
}

/** `flush` returns one result for each item, in order; a result that is an `Error` rejects only its item. */
export function gather<T, R>(
  flush: (items: readonly T[]) => Promise<readonly (R | Error)[]>,
  {
    inFlight = 1,
    most = 512,
    sizeOf = () => 0,
    mostBytes = Number.POSITIVE_INFINITY,
    orderOf = () => undefined,
  }: GatherOptions<T> = {},
): (item: T) => Promise<R> {
  const busy = new Set<unknown>();
  let queue: Waiting<T, R>[] = [];
  let underWay = 0;
  let planned = false;

  function plan(): void {
    if (planned || underWay >= inFlight || queue.length === 0) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      for (let next = portion(); next.length > 0; next = portion()) void send(next);
    });
  }

  function portion(): Waiting<T, R>[] {
    const taken: Waiting<T, R>[] = [];
    if (underWay >= inFlight) return taken;
    const left: Waiting<T, R>[] = [];
    let bytes = 0;
    for (const waiting of queue) {
      bytes += sizeOf(waiting.item);
      const isFull = taken.length > 0 && (taken.length >= most || bytes > mostBytes);
      if (isFull || busy.has(orderOf(waiting.item))) left.push(waiting);
      else taken.push(waiting);
    }
    queue = left;
    return taken;
  }

  async function send(sent: readonly Waiting<T, R>[]): Promise<void> {
    const orders = sent.map(({ item }) => orderOf(item)).filter((order) => order !== undefined);
    for (const order of orders) busy.add(order);
    underWay += 1;
    try {
      const answers = await flush(sent.map(({ item }) => item));
      sent.forEach(({ resolve, reject }, i) => {
        const answer = answers[i];
        if (answer instanceof Error) reject(answer);
        else resolve(answer as R); // one answer for each item
      });
    } catch (error) {
      for (const { reject } of sent) reject(error);
    }
    for (const order of orders) busy.delete(order);
    underWay -= 1;
    plan();
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      queue.push({ item, resolve, reject });
      plan();
    });
}

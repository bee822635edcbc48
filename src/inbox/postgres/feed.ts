import type { Scheduler } from '../scheduler';
import type { Database } from './database';
import type { Hand } from './hand';
import { type Lease, start } from './lease';
import type { Ledger } from './ledger';
import { readNew, type Wanted } from './read';
import { takeIn } from './take-in';

/** Loads the deliveries that wait in the leased shares, as far as there is room. */
export interface Feed {
  /** There may be more in these shares. */
  wake(shares: readonly number[]): void;
  /** There may be more in any share. */
  wakeAll(): void;
  /** A delivery was handled, so there may be room. */
  roomMade(): void;
  stop(): void;
}

export interface FeedNeeds {
  database: Database;
  leases: ReadonlyMap<number, Lease>;
  hand: Hand;
  ledger: Ledger;
  scheduler: Pick<Scheduler, 'add'>;
  /** Reading has failed several times in a row. */
  failed(cause: unknown, times: number): void;
}

/** With less room than this, a read is not worth the round trip. */
const leastRoom = 500;
const mostOfShare = 500;
/** Deliveries that are due later than this, in milliseconds, are dropped from memory and read again when due. */
export const longestAsideMs = 5000;

export function makeFeed({ database, leases, hand, ledger, scheduler, failed }: FeedNeeds): Feed {
  let [stopped, reading, again, aside] = [false, false, false, false];
  let starved = false;
  let failures = 0;
  let server: string | undefined;

  function poke(): void {
    if (stopped) return;
    again = true;
    if (reading) return;
    reading = true;
    setImmediate(read);
  }

  async function read(): Promise<void> {
    try {
      while (again && !stopped) {
        again = false;
        await readOnce();
        failures = 0;
      }
    } catch (cause) {
      failures += 1;
      // Another server may answer next, and it has its own transaction numbers.
      for (const lease of leases.values()) startOver(lease);
      failed(cause, failures);
    }
    reading = false;
  }

  async function readOnce(): Promise<void> {
    const open = [...leases.values()].filter(({ ended }) => !ended);
    const asked = whatIsWanted(open);
    if (asked === undefined) return;
    const { most } = asked;
    hand.dropped();
    const { highest } = ledger;
    const answer = await readNew(database, asked);
    if (stopped) return;
    takeIn(answer, asked, { hand, ledger, scheduler });
    if (most > 0 && asked.leases.length === open.length) ledger.read(highest, answer);
    // Another server has transaction numbers of its own.
    if (server !== undefined && answer.server !== server) for (const lease of leases.values()) startOver(lease);
    server = answer.server;
    again ||= asked.leases.some((lease) => lease.wanted && !lease.ended && most > 0);
  }

  function whatIsWanted(open: readonly Lease[]): Wanted | undefined {
    const room = hand.room();
    const hungry = hand.hungry();
    starved = room < leastRoom;
    const fed = new Set(hungry.map(({ lease }) => lease));
    // Late ones of a share are read with all else of it, or newer ones would overtake them.
    const wanted = open.filter((lease) => fed.has(lease) || aside || (lease.wanted && room >= leastRoom));
    if (wanted.length === 0) return undefined;
    const most = room < leastRoom ? 0 : Math.min(mostOfShare, Math.ceil(room / wanted.length));
    for (const lease of wanted) if (most > 0) lease.wanted = false;
    const asked = { leases: wanted, most, hungry, aside, draws: ledger.hasGap };
    aside = false;
    return asked;
  }

  return {
    wake(shares) {
      let any = false;
      for (const share of shares) {
        const lease = leases.get(share);
        if (lease === undefined) continue;
        lease.wanted = lease.behind = any = true;
      }
      if (any) poke();
    },
    wakeAll() {
      for (const lease of leases.values()) lease.wanted = true;
      aside = true;
      poke();
    },
    roomMade() {
      if (starved || hand.hungry().length > 0) poke();
    },
    stop() {
      stopped = true;
    },
  };
}

function startOver(lease: Lease): void {
  lease.page = start;
  lease.late = [];
  lease.wanted = lease.behind = true;
}

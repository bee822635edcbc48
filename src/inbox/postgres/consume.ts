import { errorMessage } from '../error-message';
import type { ConsumeOptions, Consumer, InboxFault, Run } from '../inbox';
import { makeScheduler } from '../scheduler';
import type { PortionWatch } from './accept';
import type { Database } from './database';
import { deadLetters } from './dead-letters';
import { makeFeed } from './feed';
import { makeHand } from './hand';
import { makeHandoff } from './handoff';
import { makeInsistence } from './insist';
import type { Lease } from './lease';
import { makeLeases } from './leases';
import { makeLedger } from './ledger';
import { fewest, type PostgresSettings } from './options';
import { recording } from './record';
import { serving } from './serve';
import { turnstile } from './transaction';
import { listenFor } from './wake';

/** How often leases are renewed, and new deliveries are looked for without a hint, in milliseconds. */
const beatMs = 1000;
/** How many reads must fail, one a second, before the worker counts as stalled. */
const patience = 5;
/** Most deliveries that are handled and not recorded while others begin: after a crash they are handled again. */
const mostUnrecorded = 256;

export interface PostgresConsumer extends Consumer {
  /** Something was stored elsewhere, or in another way than by accepting it. */
  wake(shares: readonly number[]): void;
  /** A portion is sent. */
  readonly sent: PortionWatch;
  isMine(share: number): boolean;
  /** The tables were dropped. */
  lost(message: string, cause: unknown): void;
}

/** Hands out the deliveries that wait in the shares leased to this worker. */
export async function consumeTables(
  database: Database,
  settings: PostgresSettings,
  run: Run,
  { concurrency, onFault = () => {} }: ConsumeOptions,
): Promise<PostgresConsumer> {
  const fault = atMostOnceAMinute(onFault);
  const hand = makeHand();
  const ledger = makeLedger();
  const { insist, giveUp, isBehind } = makeInsistence(fault);
  const leases = makeLeases({ database, lockMs: settings.lockMs, ended: endLease, taken: () => feed.wakeAll() });
  const records = recording(database, leases.worker, insist);
  const scheduler = makeScheduler(
    serving({
      database,
      hand,
      records,
      dead: deadLetters(database, settings),
      // The other connections are for accepting, recording, listening and everything else.
      enter: turnstile(settings.connections - fewest + 1),
      run,
      insist,
      good: leases.good,
      slotsLeft: () => stopped === undefined && scheduler.running - scheduler.unrecorded < concurrency,
      mayRunAhead: () => !isBehind() && scheduler.unrecorded < mostUnrecorded,
      roomMade: () => feed.roomMade(),
      fault,
    }),
    concurrency,
  );
  const feed = makeFeed({ database, leases: leases.held, hand, ledger, scheduler, failed: cannotRead });
  const handoff = makeHandoff({
    leases: leases.held,
    ledger,
    hand,
    scheduler,
    good: () => stopped === undefined && leases.good(),
    wake: (shares) => feed.wake(shares),
  });
  let stopped: Promise<number> | undefined;

  function endLease(lease: Lease, lost: boolean): void {
    const reason = new DOMException('another worker has the delivery by now', 'AbortError');
    for (const row of lease.rows) {
      if (lost) row.stopping?.stop(reason);
      if (row.stage === 'noted' && row.stopping === undefined) records.over(row);
    }
    hand.forget(lease);
  }

  function cannotRead(cause: unknown, times: number): void {
    if (times < patience) return;
    const message = `the inbox cannot be read, and is tried again every second: ${errorMessage(cause)}`;
    fault({ fault: 'stalled', message, cause });
  }

  await leases.beat();
  const listening = listenFor(database, (shares) => feed.wake(shares));
  let beating = false;
  const timer = setInterval(beat, Math.min(beatMs, settings.lockMs / 3));

  async function beat(): Promise<void> {
    feed.wakeAll();
    if (beating) return;
    beating = true;
    await leases.beat().catch(() => leases.good());
    beating = false;
  }

  async function stop(timeoutMs: number): Promise<number> {
    clearInterval(timer);
    feed.stop();
    listening.stop();
    const left = await scheduler.stop(timeoutMs);
    giveUp();
    // Otherwise they expire.
    await leases.end([...records.running].filter(({ stage }) => stage === 'started')).catch(() => undefined);
    return left;
  }

  return {
    get running() {
      return scheduler.running;
    },
    stop(timeoutMs) {
      stopped ??= stop(timeoutMs);
      return stopped;
    },
    wake: (shares) => feed.wake(shares),
    sent: handoff.sent,
    lost(message, cause) {
      ledger.reset();
      fault({ fault: 'lost', message, cause });
    },
    isMine: (share) => leases.held.get(share)?.ended === false,
  };
}

/** Reports each kind of fault once for as long as it lasts, but every damaged delivery. */
function atMostOnceAMinute(tell: (fault: InboxFault) => void): (fault: InboxFault) => void {
  const last = new Map<string, number>();
  return (fault) => {
    const isNews = performance.now() - (last.get(fault.fault) ?? Number.NEGATIVE_INFINITY) > 60_000;
    if (!isNews && fault.fault !== 'damaged') return;
    last.set(fault.fault, performance.now());
    tell(fault);
  };
}

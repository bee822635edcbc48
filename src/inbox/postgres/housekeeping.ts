import type { Database } from './database';
import type { DeadLetters } from './dead-letters';
import { lockClass } from './layout';

/** How often one of all processes does it, in milliseconds. */
const everyMs = 10_000;
/** How many keys one statement removes; it is repeated until none is left. */
const portion = 10_000;

export interface HouseNeeds {
  database: Database;
  dedupMs: number;
  lockMs: number;
  dead: DeadLetters;
  sequences: { trim(): Promise<void> };
}

/** What is to be done from time to time. Its timer keeps no process alive; what fails is tried again the next time. */
export function housekeeping({ database, dedupMs, lockMs, dead, sequences }: HouseNeeds): { stop(): void } {
  const { query, schema: s } = database;
  let [stopped, busy] = [false, false];
  const timer = setInterval(tick, everyMs);
  timer.unref();

  async function tick(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      while (!stopped && (await forgetKeys()) >= portion) {
        // more keys have expired
      }
      await shorten();
      await dead.trim();
      await sequences.trim();
      await forgetWorkers();
    } catch {
      // the next tick tries again
    }
    busy = false;
  }

  /** A transaction lock: ten processes must not all look for the same keys. */
  const alone = `pg_try_advisory_xact_lock(${lockClass}, hashtext('${s} housekeeping'))`;
  const now = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';

  async function forgetKeys(): Promise<number> {
    const text = `
WITH me AS MATERIALIZED (SELECT ${alone} AS alone)
DELETE FROM ${s}.seen WHERE key IN (SELECT key FROM ${s}.seen WHERE (SELECT alone FROM me) AND until < ${now} LIMIT ${portion}) AND until < ${now}`;
    return (await query({ text }, { ms: 60_000 })).changed;
  }

  /** After the clock was set back: nothing may be remembered, put off or leased for longer than it would be now. */
  async function shorten(): Promise<void> {
    const text = `UPDATE ${s}.seen SET until = ${now} + $1::bigint WHERE until > ${now} + $1::bigint`;
    await query({ text, values: [dedupMs] }, { ms: 60_000 });
    const aside = `UPDATE ${s}.delivery SET due_at = ${now} + delay_ms WHERE aside AND due_at > ${now} + delay_ms`;
    await query({ text: aside }, { ms: 60_000 });
    // A worker that lives renews its own. Not down to lockMs: a process beside this one may have a longer one.
    const most = `now() + 4 * $1::bigint * interval '1 millisecond'`;
    for (const table of ['share', 'worker'])
      await query({ text: `UPDATE ${s}.${table} SET until = ${most} WHERE until > ${most}`, values: [lockMs] });
  }

  /** A worker that has been gone for long: the worker that took over has counted its attempts. */
  async function forgetWorkers(): Promise<void> {
    const text = `DELETE FROM ${s}.worker AS w WHERE until < now() - interval '10 minutes' AND NOT EXISTS (SELECT FROM ${s}.share WHERE owner = w.id)`;
    await query({ text });
  }

  return {
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}

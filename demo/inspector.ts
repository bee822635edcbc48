import type { Request, RequestHandler, Response } from 'express';
import { recordOf, type SettledRecord } from 'express-im-callbacks';
import { type Parties, partiesOf } from './parties';

/** One callback as the page lists it. Nothing of its content is in here. */
export interface Entry extends Parties {
  readonly id: string;
  /** Grows with each change of an entry. */
  readonly version: number;
  readonly at: number;
  readonly vendor: string;
  readonly command: string;
  readonly outcome: string;
  readonly failure: string | undefined;
  readonly status: number;
  readonly ms: number;
  readonly operationID: string;
  /** The last attempt of the inbox to handle it. */
  readonly handling: Handling | undefined;
}

interface Handling {
  readonly outcome: string;
  readonly attempt: number;
  readonly ms: number;
}

/** Details that are shown only on request. */
export interface Inside {
  readonly body: string;
  readonly reply: string;
}

export interface Inspector {
  /** Watches the callbacks that pass through; to be mounted in front of the receiver. */
  readonly watch: RequestHandler;
  /** For the hook `onSettled`, which also reports attempts of the inbox. */
  settled(record: SettledRecord): void;
  entriesSince(version: number): readonly Entry[];
  inside(id: string): Inside | undefined;
}

const mostEntries = 300;
const largestBody = 65_536;

/** The last callbacks with request and reply: in memory, bounded in number and in size. */
export function makeInspector(): Inspector {
  const entries = new Map<string, { entry: Entry; key: string | undefined; inside: Inside }>();
  const handlings = new Map<string, Handling>();
  // Distinguishes them from those of the previous process: a page outlives a restart.
  const started = Date.now().toString(36);
  let count = 0;
  let version = 0;

  function keep(res: Response, reply: string): void {
    const record = recordOf(res);
    if (record === undefined) return;
    const { vendor, event, outcome, failure, status, operationID, ageMs: ms } = record;
    const at = record.receivedAt.getTime();
    const key = event?.key;
    const handling = outcome === 'stored' && key ? handlings.get(key) : undefined;
    count += 1;
    version += 1;
    const id = `${started}-${count}`;
    const command = record.command ?? '';
    const end = { outcome: outcome ?? 'failed', failure: failure?.kind, status, ms };
    const body = event?.body ?? record.body;
    const entry = { id, version, at, vendor, command, ...partiesOf(body), ...end, operationID, handling };
    entries.set(id, {
      entry,
      key: outcome === 'stored' ? key : undefined,
      inside: { body: written(body), reply },
    });
    dropOldest(entries, mostEntries);
  }

  return {
    watch(_req: Request, res: Response, next) {
      let reply = '';
      const end = res.end.bind(res);
      // The arguments pass through unchanged; the cast avoids the overloads of `end`.
      res.end = ((...args: Parameters<typeof end>) => {
        if (args[0] instanceof Uint8Array || typeof args[0] === 'string') reply = String(args[0]);
        return end(...args);
      }) as typeof res.end;
      res.once('finish', () => keep(res, reply));
      next();
    },

    settled({ key, attempt, outcome, ms }) {
      if (key === undefined || attempt === undefined) return;
      const handling = { outcome, attempt, ms };
      // An attempt may end before the ACK has left.
      handlings.set(key, handling);
      dropOldest(handlings, mostEntries);
      for (const kept of entries.values()) {
        if (kept.key !== key) continue;
        version += 1;
        kept.entry = { ...kept.entry, version, handling };
      }
    },

    entriesSince(seen) {
      return [...entries.values()].map(({ entry }) => entry).filter((entry) => entry.version > seen);
    },

    inside: (id) => entries.get(id)?.inside,
  };
}

/** A Map returns its keys in the order of insertion. */
function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}

function written(body: unknown): string {
  if (body === undefined) return '';
  try {
    const text = JSON.stringify(body, null, 2);
    return text.length > largestBody ? `(${text.length} characters of JSON, too many to be kept)` : text;
  } catch {
    return '(nested too deeply to be written down)';
  }
}

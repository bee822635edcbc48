import type { Request, Response } from 'express';
import type { Inspector } from './inspector';
import type { Views } from './views';

export interface FeedOptions {
  views: Views;
  inspector: Inspector;
  /** What every page receives once a second. */
  health: () => Promise<object>;
  onTrouble: (error: unknown) => void;
}

export interface Feed {
  /** A page that stays connected. */
  connect(req: Request, res: Response): void;
  /** Shows a sentence on the pages that are connected. */
  tell(sentence: string): void;
  /** Resolves when the first page connects. */
  readonly opened: Promise<void>;
  close(): void;
}

interface Client {
  readonly res: Response;
  readonly withText: boolean;
  /** The versions up to which this page has everything. */
  seen: number;
  seenEntries: number;
}

const mostClients = 50;
const mostRows = 200;
/** A page that has missed more than this must reload. */
const mostMissed = 5000;
const tickMs = 250;

/**
 * Server-sent events. A page is not sent what happens, but the rows that have changed since the version it has; so a page that
 * lost its connection, for a second or over a restart, is just a little behind, and the server keeps nothing for it. The id of
 * each event is that version, and a browser that reconnects sends the last one it saw.
 *
 * The server polls the database four times a second, and handlers notify nobody: this also finds changes of another process, and
 * a hundred receipts for one message become one row.
 */
export function makeFeed({ views, inspector, health, onTrouble }: FeedOptions): Feed {
  const clients = new Set<Client>();
  let ticks = 0;
  let open: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let timer: NodeJS.Timeout | undefined;

  /** Work that fails now, e.g. because the database is locked, is done at the next tick. */
  async function tick(): Promise<void> {
    try {
      for (const client of clients) pump(client);
      ticks += 1;
      if (ticks % 4 !== 1) return;
      const data = await health();
      for (const { res } of clients) if (!res.writableNeedDrain) send(res, 'health', data);
    } catch (error) {
      onTrouble(error);
    }
  }

  /** Writes what the page lacks while its connection accepts it: nothing is queued for a slow page. */
  function pump(client: Client): void {
    const { res, withText } = client;
    while (!res.writableNeedDrain) {
      const { version, rows } = views.changesSince(client.seen, mostRows, withText);
      if (version === client.seen) break;
      client.seen = version;
      send(res, 'rows', rows, version);
    }
    const entries = res.writableNeedDrain ? [] : inspector.entriesSince(client.seenEntries);
    if (entries.length === 0) return;
    client.seenEntries = Math.max(...entries.map((entry) => entry.version));
    send(res, 'callbacks', entries);
  }

  function connect(req: Request, res: Response): void {
    if (clients.size >= mostClients) {
      res.status(503).set('Retry-After', '5').send('too many pages are open');
      return;
    }
    const current = views.version();
    const seen = Number(req.get('Last-Event-ID') ?? req.query.since ?? 0);
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    res.write('retry: 1000\n\n');
    // A version from the future belongs to an earlier database that is gone.
    const canResume = Number.isSafeInteger(seen) && seen <= current && current - seen <= mostMissed;
    if (!canResume) send(res, 'reset', {}, current);
    const client = { res, withText: req.query.text === '1', seen: canResume ? seen : current, seenEntries: 0 };
    clients.add(client);
    open();
    res.once('close', () => {
      clients.delete(client);
      if (clients.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    });
    ticks = 0;
    timer ??= setInterval(tick, tickMs);
    void tick();
  }

  return {
    connect,
    opened,
    tell(sentence) {
      for (const { res } of clients) if (!res.writableNeedDrain) send(res, 'told', sentence);
    },
    close() {
      clearInterval(timer);
      for (const { res } of clients) res.end();
      clients.clear();
    },
  };
}

function send(res: Response, event: string, data: unknown, id?: number): void {
  res.write(`event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
}

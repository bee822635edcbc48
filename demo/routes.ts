import express, { type Request, Router } from 'express';
import type { Inbox } from 'express-im-callbacks';
import type { Feed } from './feed';
import type { Inspector } from './inspector';
import type { Samples } from './samples';
import type { Views } from './views';

export interface RouteOptions {
  views: Views;
  feed: Feed;
  inspector: Inspector;
  inbox: Inbox;
  /** Test callbacks that the page may have sent; undefined: none. */
  samples: Samples | undefined;
  /** Whether a page shows the text of messages before anybody asks. */
  showsText: boolean;
  /** Where the files of the page are. */
  pageFolder: string;
}

const mostRows = 100;

/** The page and its API. An answer has text of messages only when the request has `text=1`. */
export function routes({ views, feed, inspector, inbox, samples, showsText, pageFolder }: RouteOptions): Router {
  const router = Router();
  router.get('/events', feed.connect);

  router.get('/api/page', (_req, res) => {
    res.json({ showsText, samples: samples?.list ?? [] });
  });

  router.post('/api/samples/:id', async (req, res) => {
    const sent = await samples?.send(req.params.id, originOf(req));
    if (sent === undefined) res.status(404).json({ error: 'there is no such test callback' });
    else if (sent === 'busy') res.status(429).json({ error: 'too many are on their way; try again' });
    else res.json({ result: sent.conclusion.result, why: sent.conclusion.why });
  });

  // Reads the version first: a change between the two reads is then sent twice, not missed.
  router.get('/api/state', (req, res) => {
    const version = views.version();
    res.json({ version, rows: views.newest(mostRows, wantsText(req)) });
  });

  router.get('/api/messages', (req, res) => {
    const { group, before } = req.query;
    const from = before === undefined ? null : Number(before);
    if (typeof group !== 'string' || (from !== null && !Number.isSafeInteger(from))) {
      res.status(400).json({ error: 'write /api/messages?group=<id of a group>&before=<id of a message>' });
      return;
    }
    res.json(views.messages(group, from, mostRows, wantsText(req)));
  });

  router.get('/api/callbacks/:id', (req, res) => {
    const inside = inspector.inside(req.params.id);
    if (inside === undefined) res.status(404).json({ error: 'it is no longer kept' });
    else res.json(inside);
  });

  // Dead letters have a body, which is sent only for a single one.
  router.get('/api/dead', async (_req, res) => {
    const letters = await inbox.dead({ limit: mostRows });
    res.json(
      letters.map(({ id, error, attempts, diedAt: at, delivery: { vendor, wire: command, operationID } }) => {
        return { id, error, attempts, at, vendor, command, operationID };
      }),
    );
  });
  router.get('/api/dead/:id', async (req, res) => {
    const letters = await inbox.dead({ limit: mostRows });
    const letter = letters.find(({ id }) => id === req.params.id);
    if (letter === undefined) res.status(404).json({ error: 'it no longer exists' });
    else res.json({ body: JSON.stringify(JSON.parse(letter.delivery.body), null, 2) });
  });
  router.post('/api/dead/:id/revive', async (req, res) => {
    const revived = await inbox.revive(req.params.id);
    res.status(revived ? 200 : 404).json({ revived });
  });

  router.use(express.static(pageFolder));
  return router;
}

/** The address on which this server listens, whatever name the request used. */
function originOf({ socket }: Request): string {
  const { localAddress = '127.0.0.1', localPort, localFamily } = socket;
  return `http://${localFamily === 'IPv6' ? `[${localAddress}]` : localAddress}:${localPort}`;
}

function wantsText(req: Request): boolean {
  return req.query.text === '1';
}

import express, { type ErrorRequestHandler, type Express } from 'express';
import { type ImCallbacks, type Inbox, imCallbacks, type WorkerOptions } from 'express-im-callbacks';
import { otel } from 'express-im-callbacks/otel';
import type { Logger } from 'pino';
import { makeActivity } from './activity';
import type { Config } from './config';
import type { Database } from './database';
import { type Feed, makeFeed } from './feed';
import { guard } from './guard';
import { handlers } from './handlers';
import { makeHealth } from './health';
import { makeInspector } from './inspector';
import { prometheusRoute } from './metrics';
import { moderation } from './moderation';
import { routes } from './routes';
import { makeSamples } from './samples';
import { openStore } from './store';
import { verdicts } from './verdicts';
import { openViews } from './views';

type Page = 'pageHosts' | 'testCallbacks' | 'showsText';

export interface AppOptions {
  config: Pick<Config, Page | 'sdkAppId' | 'token' | 'secret' | 'blockedWords'>;
  /** Where the files of the page are. */
  pageFolder: string;
  database: Database;
  inbox: Inbox;
  worker?: WorkerOptions;
  log: Logger;
}

export interface App {
  readonly app: Express;
  readonly callbacks: ImCallbacks;
  /** Closes what would keep the server open: connected pages, and senders. */
  closePages(): void;
  /** The pages that are connected. */
  readonly pages: Feed;
}

/** Everything put together. Nothing listens yet. */
export function createApp({ config, pageFolder, database, inbox, worker, log }: AppOptions): App {
  const store = openStore(database);
  const views = openViews(database);
  const activity = makeActivity();
  const inspector = makeInspector();

  const onTrouble = (error: unknown) => log.error(codeOf(error), 'something failed beside the callbacks');

  const metrics = prometheusRoute();
  const callbacks = imCallbacks({
    tencent: { sdkAppId: config.sdkAppId, token: config.token },
    openim: { secret: config.secret },
    inbox,
    telemetry: otel(),
    ...(worker && { worker }),
    ...handlers(store),
    ...verdicts(store, moderation(config.blockedWords), onTrouble),
    onGap(gap) {
      log.warn(gap, 'messages that no callback has brought');
      store.saveGap(gap);
    },
    onSettled(record) {
      activity.settled(record);
      inspector.settled(record);
      log.info(record, 'callback');
    },
    onFailure(failure) {
      activity.failed(failure);
      const { kind, vendor, command, operationID, message, attempt, retryInMs } = failure;
      const cause = 'cause' in failure ? codeOf(failure.cause) : undefined;
      log.warn({ kind, vendor, command, operationID, attempt, retryInMs, ...cause }, message);
    },
    onUnknownCommand({ vendor, wire, operationID }) {
      log.warn({ vendor, wire: wire.slice(0, 80), operationID }, 'not in the catalogue');
    },
  });
  const health = makeHealth({ callbacks, inbox, activity });
  const feed = makeFeed({ views, inspector, health: health.forPages, onTrouble });

  const samples = config.testCallbacks ? makeSamples({ ...config, lastSeq: views.lastSeq }) : undefined;

  const app = express();
  app.disable('x-powered-by');
  app.use('/im-callback', inspector.watch, callbacks);
  app.use(guard(config.pageHosts));
  app.get('/health', health.route);
  app.get('/metrics', metrics);
  app.use(routes({ views, feed, inspector, inbox, samples, showsText: config.showsText, pageFolder }));
  // Express' own would print what was thrown.
  const failed: ErrorRequestHandler = (error, _req, res, next) => {
    onTrouble(error);
    if (res.headersSent) next(error);
    else res.status(500).json({ error: 'it failed; the log says more' });
  };
  app.use(failed);

  function closePages(): void {
    feed.close();
    samples?.close();
  }
  return { app, callbacks, closePages, pages: feed };
}

/** What was thrown may quote the message that it choked on; its name and code do not. */
function codeOf(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: error.name, ...('code' in error && { code: String(error.code) }) };
}

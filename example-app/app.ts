import express, { type Express } from 'express';
import { type ImCallbacks, imCallbacks, type SettledRecord } from 'express-im-callbacks';
import { handlers } from './handlers';

export interface AppOptions {
  sdkAppId: number;
  token: string;
  secret: string;
  /** Where the log lines go. */
  log: (line: string) => void;
}

/** An app in production, as far as callbacks are concerned: it parses JSON for its own routes, and mounts the receiver. */
export function createApp({ sdkAppId, token, secret, log }: AppOptions): { app: Express; callbacks: ImCallbacks } {
  const app = express();
  app.use(express.json());

  const callbacks = imCallbacks({
    tencent: { sdkAppId, token },
    openim: { secret },
    ...handlers(log),
    onUnknownCommand: (event) => log(`? ${event.vendor} ${event.wire} is not in the catalogue`),
    onFailure: (failure) => log(`! ${failure.vendor} ${failure.command ?? '-'} ${failure.kind}: ${failure.message}`),
    onSettled: (record) => log(lineOf(record)),
  });
  app.use('/im-callback', callbacks);

  app.get('/', (_req, res) => {
    res.type('text').send('Callbacks are received at POST /im-callback. See the terminal for commands to send one.\n');
  });
  return { app, callbacks };
}

/** One line a callback: who, what, how it ended, how long it took. */
function lineOf({ vendor, command, outcome, failure, status, ms, operationID }: SettledRecord): string {
  const end = failure === undefined ? outcome : `${outcome} (${failure})`;
  return `→ ${vendor} ${command ?? '-'} ${end} ${status} ${ms.toFixed(1)} ms ${operationID}`;
}

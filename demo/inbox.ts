import { join } from 'node:path';
import type { Inbox } from 'express-im-callbacks';
import { sqliteInbox } from 'express-im-callbacks/inbox/sqlite';
import type { Config } from './config';

/** A separate file; with INBOX_URL tables in PostgreSQL, which several processes may share. */
export async function makeInbox({ inboxUrl, dataFolder }: Pick<Config, 'inboxUrl' | 'dataFolder'>): Promise<Inbox> {
  if (inboxUrl === undefined) return sqliteInbox({ file: join(dataFolder, 'inbox.db') });
  // Loaded only now: without PostgreSQL no client for it is needed.
  const { postgresInbox } = await import('express-im-callbacks/inbox/postgres');
  return postgresInbox({ connection: inboxUrl });
}

import { join } from 'node:path';
import type { Inbox } from 'express-im-callbacks';
import { sqliteInbox } from 'express-im-callbacks/inbox/sqlite';
import type { Config } from './config';

/** A file of its own; with INBOX_URL tables in PostgreSQL, which several processes may share. */
export async function makeInbox({ inboxUrl, dataFolder }: Pick<Config, 'inboxUrl' | 'dataFolder'>): Promise<Inbox> {
  if (inboxUrl === undefined) return sqliteInbox({ file: join(dataFolder, 'inbox.db') });
  // Only now: who has no PostgreSQL needs no client for one.
  const { postgresInbox } = await import('express-im-callbacks/inbox/postgres');
  return postgresInbox({ connection: inboxUrl });
}

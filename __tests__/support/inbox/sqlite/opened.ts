import type { Inbox } from '../../../../src/inbox/inbox';
import { type SqliteInboxOptions, sqliteInbox } from '../../../../src/inbox/sqlite';

/** What the running test has opened; it is closed after the test. */
export const opened: Inbox[] = [];

afterEach(async () => {
  for (const inbox of opened.splice(0)) await inbox.close();
});

/** An open inbox, until the test ends. */
export async function open(options: SqliteInboxOptions): Promise<Inbox> {
  const inbox = sqliteInbox(options);
  await inbox.open();
  opened.push(inbox);
  return inbox;
}

/**
 * Archives every message in PostgreSQL, each exactly once: the row and the end of its delivery are one transaction.
 *
 *   npm install pg
 *   DATABASE_URL=postgres://app@127.0.0.1/chat node archive.mjs
 */
import express from 'express';
import { imCallbacks } from 'express-im-callbacks';
import { postgresInbox } from 'express-im-callbacks/inbox/postgres';
import { messageOf } from 'express-im-callbacks/message';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
pool.on('error', (error) => console.error('an idle connection was lost:', error.message));
// `json`, not `jsonb`: a message may hold the character U+0000, which `jsonb` refuses.
await pool.query(`
  CREATE TABLE IF NOT EXISTS archived_message (
    key text PRIMARY KEY, vendor text NOT NULL, conversation text, sender text, content text NOT NULL,
    sent_at timestamptz NOT NULL, body json NOT NULL
  )
`);

/** @param {import('express-im-callbacks').EventFor<'onGroupMsg' | 'onC2cMsg'>} event */
async function archive(event) {
  const { sender, text, sentAt } = messageOf(event);
  await event.transaction(async (client) => {
    await client.query(
      // Vendors repeat a callback whose reply was lost, and not only while the inbox remembers its key.
      'INSERT INTO archived_message VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING',
      [
        event.key,
        event.vendor,
        event.conversation,
        sender?.id,
        text.replaceAll('\0', ''), // no text of PostgreSQL holds it
        sentAt ?? event.receivedAt,
        JSON.stringify(event.body),
      ],
    );
  });
}

const callbacks = imCallbacks({
  tencent: { sdkAppId: Number(process.env.IM_SDK_APP_ID ?? 1400000001), token: process.env.IM_CALLBACK_TOKEN },
  openim: { secret: process.env.OPENIM_SECRET },
  inbox: postgresInbox({ pool }),
  onGroupMsg: archive,
  onC2cMsg: archive,
});
await callbacks.ready();

const server = express()
  .use('/im-callback', callbacks)
  .listen(process.env.PORT ?? 3000, () => console.log('listening'));
server.keepAliveTimeout = 75_000;

process.once('SIGTERM', async () => {
  await callbacks.drain({ timeoutMs: 10_000 });
  server.close();
  server.closeAllConnections();
  await pool.end();
});

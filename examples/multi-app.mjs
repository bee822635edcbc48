/**
 * One receiver for many apps of Tencent: a SaaS whose customers each have an SDKAppID and a token. They are rows of a table, so a
 * new customer needs no restart. What one customer's users write is stored under that customer.
 *
 *   npm install libsql
 *   node multi-app.mjs
 */
import express from 'express';
import { allow, imCallbacks, refuse } from 'express-im-callbacks';
import { messageOf, textOf } from 'express-im-callbacks/message';
import Database from 'libsql';

const database = new Database(process.env.DATABASE_FILE ?? 'tenants.db');
database.exec(`
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS tenant (
    sdk_app_id INTEGER PRIMARY KEY, name TEXT NOT NULL, token TEXT NOT NULL, blocked_word TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS message (
    sdk_app_id INTEGER NOT NULL REFERENCES tenant, key TEXT NOT NULL, sender TEXT, text TEXT NOT NULL,
    PRIMARY KEY (sdk_app_id, key)
  );
`);
const tenantOf = database.prepare('SELECT name, token, blocked_word AS blockedWord FROM tenant WHERE sdk_app_id = ?');
const insert = database.prepare('INSERT INTO message VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');

/** @param {number | string | undefined} sdkAppId @returns {{ name: string, token: string, blockedWord: string } | undefined} */
function tenant(sdkAppId) {
  return /** @type {any} the columns of the statement */ (tenantOf.get(Number(sdkAppId)));
}

const callbacks = imCallbacks({
  tencent: {
    // Asked once a minute for each app. An app that is not known is turned away.
    resolveApp(sdkAppId) {
      const token = tenant(sdkAppId)?.token;
      return token === undefined ? undefined : { sdkAppId, token };
    },
  },

  // The signature has proved for which app it is: event.appId is as safe as that customer's token.
  beforeGroupMsg(event) {
    const word = tenant(event.appId)?.blockedWord;
    return word && textOf(event).includes(word) ? refuse(`no ${word} here`) : allow();
  },

  onGroupMsg(event) {
    const { sender, text } = messageOf(event);
    insert.run(Number(event.appId), event.key, sender?.id ?? null, text);
  },
});

const app = express();
app.use('/im-callback', callbacks);
app.listen(process.env.PORT ?? 3000, () => console.log('listening')).keepAliveTimeout = 75_000;

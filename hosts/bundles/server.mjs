import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { allow, imCallbacks, refuse } from 'express-im-callbacks';
import { sqliteInbox } from 'express-im-callbacks/inbox/sqlite';
import { otel } from 'express-im-callbacks/otel';
import { asyncapi } from 'express-im-callbacks/schema';

const callbacks = imCallbacks({
  tencent: { sdkAppId: 1400000001, token: process.env.IM_CALLBACK_TOKEN },
  openim: { secret: process.env.OPENIM_SECRET },
  telemetry: otel(),
  inbox: sqliteInbox({ file: 'inbox.db', driver: 'node:sqlite' }), // which needs no package beside the bundle
  beforeGroupMsg: (event) => (JSON.stringify(event.body).includes('spam') ? refuse({ info: '不行' }) : allow()),
  beforeGroupMembersAdd: (event) => (event.body.memberList.at(-1)?.userID === 'banned' ? refuse() : allow()),
  onGroupMsg: (event) => console.log(event.command),
});

async function main() {
  await callbacks.ready();
  // Or a driver of your own, e.g. `(file) => new Database(file)` with better-sqlite3, which stays outside of the bundle.
  const other = sqliteInbox({ file: 'other.db', driver: (file) => new DatabaseSync(file) });
  await other.open();
  await other.close();
  const { version } = asyncapi().info;
  if (version !== process.env.VERSION) throw new Error(`the version is ${version}`);
  createServer(callbacks).listen(3000);
}
main();

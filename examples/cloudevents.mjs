/**
 * Forwards every after-callback to a broker as a CloudEvent, over HTTP in structured mode. Each is stored first: while the broker
 * is down they wait, in the order of their conversation, and a crash loses none. The broker may get one twice, with the same `id`.
 *
 *   BROKER_URL=http://127.0.0.1:8080/events node cloudevents.mjs
 */
import express from 'express';
import { commands, imCallbacks } from 'express-im-callbacks';
import { sqliteInbox } from 'express-im-callbacks/inbox/sqlite';

const broker = process.env.BROKER_URL ?? 'http://127.0.0.1:8080/events';

/** See https://github.com/cloudevents/spec. @param {import('express-im-callbacks').AnyEvent} event */
export function toCloudEvent(event) {
  return {
    specversion: '1.0',
    id: event.key,
    source: event.appId === undefined ? `/${event.vendor}` : `/${event.vendor}/${event.appId}`,
    type: `im.${event.vendor}.${event.command}`,
    ...(event.conversation !== undefined && { subject: event.conversation, partitionkey: event.conversation }),
    time: (event.occurredAt ?? event.receivedAt).toISOString(),
    datacontenttype: 'application/json',
    data: event.body,
  };
}

/** Where it throws, the inbox tries again. @param {import('express-im-callbacks').AnyEvent} event */
async function forward(event) {
  const response = await fetch(broker, {
    method: 'POST',
    headers: { 'Content-Type': 'application/cloudevents+json; charset=utf-8' },
    body: JSON.stringify(toCloudEvent(event)),
    signal: event.signal,
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the broker answered ${response.status}`);
}

/** The name of each option that takes an after-handler, with the same handler. */
const handlers = Object.fromEntries(
  commands.filter(({ phase }) => phase === 'after').map(({ handler }) => [handler, forward]),
);

const callbacks = imCallbacks({
  tencent: { sdkAppId: Number(process.env.IM_SDK_APP_ID ?? 1400000001), token: process.env.IM_CALLBACK_TOKEN },
  openim: { secret: process.env.OPENIM_SECRET },
  inbox: sqliteInbox({ file: process.env.INBOX_FILE ?? 'inbox.db' }),
  ...handlers,
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
});

import { createApp } from './app';
import { curlCommands } from './curl';

const port = Number(process.env.PORT ?? 3000);
const settings = {
  sdkAppId: Number(process.env.IM_SDK_APP_ID ?? 1400000001),
  token: process.env.IM_CALLBACK_TOKEN ?? 'demo-token',
  secret: process.env.OPENIM_SECRET ?? 'demo-secret-path-segment',
};

const { app, callbacks } = createApp({
  ...settings,
  log: (line) => console.log(`${new Date().toISOString().slice(11, 23)} ${line}`),
});
const server = app.listen(port, '127.0.0.1', () => {
  console.log(`Listening on http://localhost:${port}. Paste one of these into another terminal:\n`);
  for (const command of curlCommands({ ...settings, origin: `http://localhost:${port}` })) console.log(`${command}\n`);
});
// Both vendors keep connections open; closing an idle one just as a callback comes would lose it.
server.keepAliveTimeout = 75_000;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

/** No new connections, what is in hand is finished, and then the idle connections go. */
async function stop(): Promise<void> {
  server.close();
  const { unfinished } = await callbacks.drain({ timeoutMs: 5000 });
  console.log(`Stopped with ${unfinished} callbacks unfinished.`);
  server.closeAllConnections();
}

/** Receives the callbacks of the OpenIM server beside it; compose.yml starts both. */
import express from 'express';
import { allow, imCallbacks, refuse } from 'express-im-callbacks';
import { textOf } from 'express-im-callbacks/message';

export const callbacks = imCallbacks({
  openim: { secret: process.env.OPENIM_SECRET },
  beforeGroupMsg: (event) => (textOf(event).includes('spam') ? refuse('no spam') : allow()),
  onGroupMsg(event) {
    console.log(event.body.sendID, 'in', event.body.groupID, 'wrote', textOf(event));
  },
});

const app = express();
app.use('/im-callback', callbacks);
app.get('/health', (_req, res) => {
  res.json({ ready: true });
});
// 0.0.0.0: in a container 127.0.0.1 is the container itself, and OpenIM is in another one.
const server = app.listen(Number(process.env.PORT ?? 3000), '0.0.0.0', () => console.log('listening'));
server.keepAliveTimeout = 75_000;

process.once('SIGTERM', async () => {
  await callbacks.drain({ timeoutMs: 10_000 });
  server.close();
  server.closeAllConnections();
});

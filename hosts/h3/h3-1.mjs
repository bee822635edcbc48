import { createServer } from 'node:http';
import { createApp, fromNodeMiddleware, toNodeListener } from 'h3-1';
import { im } from './im.mjs';

const app = createApp();
app.use('/im-callback', fromNodeMiddleware(im)); // in Nuxt: server/middleware, or a handler of server/api
createServer(toNodeListener(app)).listen(3000);

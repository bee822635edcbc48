import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { im } from './im.mjs';

const app = new Hono();
app.all('/im-callback/*', (c) => {
  im(c.env.incoming, c.env.outgoing);
  return RESPONSE_ALREADY_SENT;
});
serve({ fetch: app.fetch, port: 3000 });

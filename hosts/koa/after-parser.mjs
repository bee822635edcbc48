import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';
import { im } from './im.mjs';

const app = new Koa();
app.use(bodyParser({ jsonLimit: '1mb', enableRawChecking: true }));
app.use((ctx, next) => {
  if (!/^\/im-callback(\/|$)/.test(ctx.path)) return next();
  ctx.req.rawBody = ctx.request.rawBody; // the parser leaves what it read with Koa's request, not with Node's
  ctx.respond = false;
  im(ctx.req, ctx.res);
});
app.listen(3000);

import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';
import { im } from './im.mjs';

const app = new Koa();
app.use((ctx, next) => {
  if (!/^\/im-callback(\/|$)/.test(ctx.path)) return next();
  ctx.respond = false; // the receiver answers by itself
  im(ctx.req, ctx.res);
});
app.use(bodyParser()); // behind it
app.listen(3000);

import Koa from 'koa';
import connect from 'koa-connect';
import { im } from './im.mjs';

const app = new Koa();
const receive = connect(im);
app.use((ctx, next) => (/^\/im-callback(\/|$)/.test(ctx.path) ? receive(ctx, next) : next()));
app.listen(3000);

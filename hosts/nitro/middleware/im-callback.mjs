import { defineEventHandler, fromNodeMiddleware } from 'h3';
import { im } from '../im.mjs';

const receive = fromNodeMiddleware(im);

/** In Nuxt: server/middleware/im-callback.ts. What it returns nothing for goes on to the routes. */
export default defineEventHandler((event) => (/^\/im-callback[/?]/.test(event.path) ? receive(event) : undefined));

import { fromNodeMiddleware } from 'h3';
import { im } from '../../im.mjs';

export default fromNodeMiddleware(im); // in Nuxt: server/routes/im-callback/[...path].ts

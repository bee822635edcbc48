import { createServer } from 'node:http';
import { fromNodeHandler, H3, toNodeHandler } from 'h3';
import { im } from './im.mjs';

const app = new H3();
app.all('/im-callback/**', fromNodeHandler(im));
createServer(toNodeHandler(app)).listen(3000);

import { createServer } from 'node:http';
import next from 'next';
import { im } from './im.mjs';

const app = next({ dev: false });
await app.prepare();
const handle = app.getRequestHandler();
createServer((req, res) => (/^\/im-callback[/?]/.test(req.url) ? im(req, res) : handle(req, res))).listen(3000);

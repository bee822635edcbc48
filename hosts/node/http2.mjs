import { createServer } from 'node:http2';
import { im } from './im.mjs';

createServer(im).listen(3000); // or createSecureServer({ key, cert, allowHTTP1: true }, im)

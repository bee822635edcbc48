import { createServer } from 'node:http';
import { im } from './im.mjs';

createServer(im).listen(3000);

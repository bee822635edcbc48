import middie from '@fastify/middie';
import Fastify from 'fastify';
import { im } from './im.mjs';

const app = Fastify();
await app.register(middie);
app.use('/im-callback', im); // before Fastify's parsers, which do not come to see these requests
await app.listen({ port: 3000 });

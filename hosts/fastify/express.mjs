import express from '@fastify/express';
import Fastify from 'fastify';
import { im } from './im.mjs';

const app = Fastify();
await app.register(express);
app.use('/im-callback', im); // before Fastify's parsers, which do not come to see these requests
await app.listen({ port: 3000 });

import Fastify from 'fastify';
import { im } from './im.mjs';

const app = Fastify();
await app.register(async (scope) => {
  scope.removeAllContentTypeParsers(); // in this scope only: the body is the receiver's to read
  scope.addContentTypeParser('*', (_request, _body, done) => done(null));
  scope.all('/im-callback*', (request, reply) => {
    reply.hijack();
    im(request.raw, reply.raw);
  });
});
await app.listen({ port: 3000 });

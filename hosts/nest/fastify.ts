import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IM_CALLBACKS, ReceiverModule } from './receiver.js';

const app = await NestFactory.create<NestFastifyApplication>(ReceiverModule, new FastifyAdapter(), { logger: false });
app.use('/im-callback', app.get(IM_CALLBACKS));
await app.listen(3000);

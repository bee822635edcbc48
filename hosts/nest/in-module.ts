import { Module } from '@nestjs/common';
import { HttpAdapterHost, NestFactory } from '@nestjs/core';
import type { ImCallbacks } from 'express-im-callbacks';
import { InjectCallbacks, ReceiverModule } from './receiver.js';

@Module({ imports: [ReceiverModule] })
class AppModule {
  constructor(host: HttpAdapterHost, @InjectCallbacks() im: ImCallbacks) {
    host.httpAdapter.use('/im-callback', im);
  }
}

const app = await NestFactory.create(AppModule, { logger: false });
await app.listen(3000);

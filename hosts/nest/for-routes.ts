import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ImCallbacks } from 'express-im-callbacks';
import { InjectCallbacks, ReceiverModule } from './receiver.js';

@Module({ imports: [ReceiverModule] })
class AppModule implements NestModule {
  constructor(@InjectCallbacks() private readonly im: ImCallbacks) {}
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(this.im).forRoutes('im-callback', 'im-callback/*path');
  }
}

// Behind the parsers of Nest: rawBody keeps integers exact, and OpenIM's member lists are longer than the usual 100 kB.
const app = await NestFactory.create<NestExpressApplication>(AppModule, { logger: false, rawBody: true });
app.useBodyParser('json', { limit: '1mb' });
await app.listen(3000);

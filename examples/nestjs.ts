/**
 * NestJS: the receiver is a provider, its handlers use your services, and Nest's shutdown drains it.
 *
 *   npm install @nestjs/common @nestjs/core @nestjs/platform-express reflect-metadata rxjs
 *
 * docs/hosts.md has the other ways of mounting it, and Fastify.
 */
import { type BeforeApplicationShutdown, Inject, Injectable, Module } from '@nestjs/common';
import { HttpAdapterHost, NestFactory } from '@nestjs/core';
import { allow, type EventFor, type ImCallbacks, imCallbacks, refuse } from 'express-im-callbacks';
import { textOf } from 'express-im-callbacks/message';

/** Services as you have them. */
@Injectable()
class Moderation {
  readonly blockedWords = ['spam'];
  judge(event: EventFor<'beforeGroupMsg' | 'beforeC2cMsg'>) {
    const text = textOf(event);
    return this.blockedWords.some((word) => text.includes(word)) ? refuse('not welcome here') : allow();
  }
}

@Injectable()
class Messages {
  async save(event: EventFor<'onGroupMsg'>): Promise<void> {
    console.log('saved', event.key); // with your repository
  }
}

const IM_CALLBACKS = Symbol('imCallbacks');

@Module({
  providers: [
    Moderation,
    Messages,
    {
      provide: IM_CALLBACKS,
      inject: [Moderation, Messages],
      useFactory: (moderation: Moderation, messages: Messages) =>
        imCallbacks({
          tencent: { sdkAppId: Number(process.env.IM_SDK_APP_ID ?? 1400000001), token: process.env.IM_CALLBACK_TOKEN },
          openim: { secret: process.env.OPENIM_SECRET },
          beforeGroupMsg: (event) => moderation.judge(event),
          beforeC2cMsg: (event) => moderation.judge(event),
          onGroupMsg: (event) => messages.save(event),
        }),
    },
  ],
})
class ImModule implements BeforeApplicationShutdown {
  constructor(
    host: HttpAdapterHost,
    @Inject(IM_CALLBACKS) private readonly callbacks: ImCallbacks,
  ) {
    // In front of Nest's own parsers, which stop at 100 kB: OpenIM's member lists are longer.
    host.httpAdapter.use('/im-callback', callbacks);
  }

  /** Nest calls it before it closes the connections. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.callbacks.drain({ timeoutMs: 10_000 });
  }
}

const app = await NestFactory.create(ImModule, { logger: ['error', 'warn'] });
app.enableShutdownHooks();
await app.listen(process.env.PORT ?? 3000);
app.getHttpServer().keepAliveTimeout = 75_000;

import type { IncomingMessage, ServerResponse } from 'node:http';
import { All, Controller, Module, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ImCallbacks } from 'express-im-callbacks';
import { InjectCallbacks, ReceiverModule } from './receiver.js';

@Controller('im-callback')
class CallbackController {
  constructor(@InjectCallbacks() private readonly im: ImCallbacks) {}
  @All(['', '*path'])
  receive(@Req() req: IncomingMessage, @Res() res: ServerResponse): void {
    this.im(req, res);
  }
}

@Module({ imports: [ReceiverModule], controllers: [CallbackController] })
class AppModule {}

const app = await NestFactory.create<NestExpressApplication>(AppModule, { logger: false, rawBody: true });
app.useBodyParser('json', { limit: '1mb' });
await app.listen(3000);

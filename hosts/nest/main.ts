import { NestFactory } from '@nestjs/core';
import { IM_CALLBACKS, ReceiverModule } from './receiver.js';

const app = await NestFactory.create(ReceiverModule, { logger: false });
app.use('/im-callback', app.get(IM_CALLBACKS)); // before listen(), so before the parsers of Nest
await app.listen(3000);

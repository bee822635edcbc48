import { Inject, Injectable, Module } from '@nestjs/common';
import { allow, imCallbacks, refuse } from 'express-im-callbacks';

/** Your own services are injected as ever. */
@Injectable()
export class Moderation {
  refuses(body: object): boolean {
    return JSON.stringify(body).includes('spam');
  }
}

@Injectable()
export class Messages {
  async save(body: object): Promise<void> {
    if (JSON.stringify(body).includes('cannot be saved')) throw new Error('the database is away');
  }
}

export const IM_CALLBACKS = Symbol('imCallbacks');
export const InjectCallbacks = () => Inject(IM_CALLBACKS);

@Module({
  providers: [
    Moderation,
    Messages,
    {
      provide: IM_CALLBACKS,
      inject: [Moderation, Messages],
      useFactory: (moderation: Moderation, messages: Messages) =>
        imCallbacks({
          tencent: { sdkAppId: 1400000001, token: process.env.IM_CALLBACK_TOKEN },
          openim: { secret: process.env.OPENIM_SECRET },
          beforeGroupMsg: ({ body }) => (moderation.refuses(body) ? refuse({ info: '不行' }) : allow()),
          beforeGroupMembersAdd: ({ body }) => (body.memberList.at(-1)?.userID === 'banned' ? refuse() : allow()),
          onGroupMsg: ({ body }) => messages.save(body),
        }),
    },
  ],
  exports: [IM_CALLBACKS],
})
export class ReceiverModule {}

/** Every entry of the package, used as strictly as TypeScript can be. */
import express from 'express';
import { allow, type ImCallbacks, imCallbacks, refuse } from 'express-im-callbacks';
import { bullmqInbox } from 'express-im-callbacks/inbox/bullmq';
import { memoryInbox } from 'express-im-callbacks/inbox/memory';
import { sqliteInbox } from 'express-im-callbacks/inbox/sqlite';
import { messageOf, replaceText, textOf } from 'express-im-callbacks/message';
import { openimCommands } from 'express-im-callbacks/openim';
import { otel } from 'express-im-callbacks/otel';
import { asyncapi } from 'express-im-callbacks/schema';
import { createSender } from 'express-im-callbacks/sender';
import { tencentCommands } from 'express-im-callbacks/tencent';
import { arbitrary, deliver, sample } from 'express-im-callbacks/testing';
import { inboxContract } from 'express-im-callbacks/testing/inbox-contract';

const { IM_CALLBACK_TOKEN } = process.env;
const callbacks: ImCallbacks = imCallbacks({
  tencent: { sdkAppId: 1400000001, token: IM_CALLBACK_TOKEN },
  telemetry: otel(),
  inbox: sqliteInbox({ file: 'inbox.db' }),
  beforeGroupMsg: (event) => (textOf(event) === 'g' ? refuse({ code: 10100, info: 'no' }) : allow()),
  beforeC2cMsg: (event) => replaceText(event, (text) => text.trim()) ?? refuse(),
  onGroupMsg: async ({ body }) => {
    // @ts-expect-error: a number, so that a type that has become any is an error of this file
    const id: string = body.MsgSeq;
    console.log(id);
  },
  onC2cMsg: (event) => console.log(messageOf(event).media.map(({ url }) => url)),
});
const app = express();
app.use('/im-callback', callbacks);

export const kit = [
  arbitrary,
  createSender,
  deliver,
  sample('Group.CallbackAfterSendMsg'),
  openimCommands,
  tencentCommands,
  asyncapi(),
];
export const contract = () =>
  inboxContract(
    async (_name, run) => run(),
    async () => ({ make: (options) => memoryInbox(options) }),
  );
export const inboxes = [memoryInbox(), bullmqInbox({ connection: { url: 'redis://127.0.0.1:6379' } })];

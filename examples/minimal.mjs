/**
 * Both vendors on one URL, and one rule for both.
 *
 *   IM_CALLBACK_TOKEN=… OPENIM_SECRET=… node minimal.mjs
 */
import express from 'express';
import { allow, imCallbacks, refuse } from 'express-im-callbacks';
import { textOf } from 'express-im-callbacks/message';

const app = express();
app.use(
  '/im-callback',
  imCallbacks({
    tencent: { sdkAppId: Number(process.env.IM_SDK_APP_ID ?? 1400000001), token: process.env.IM_CALLBACK_TOKEN },
    openim: { secret: process.env.OPENIM_SECRET },

    // Before a message goes out: the reply decides.
    beforeGroupMsg: (event) => (textOf(event).includes('spam') ? refuse('no spam') : allow()),

    // After the fact: one handler for both, and event.vendor tells whose body it is.
    onGroupMsg(event) {
      console.log(event.vendor, event.conversation, textOf(event));
    },
    onReadReceipt(event) {
      if (event.vendor === 'openim') console.log(event.body.sendID, 'has read up to', event.body.unreadMsgNum);
      else console.log(event.body.GroupId, event.body.GroupMsgReceiptList);
    },
  }),
);
const server = app.listen(process.env.PORT ?? 3000, () => console.log('listening'));
server.keepAliveTimeout = 75_000; // above the proxy's and the vendors'

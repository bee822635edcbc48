import express, { type Express } from 'express';
import { allow, type EventFor, type ImCallbacks, type Inbox, imCallbacks, refuse } from 'express-im-callbacks';
import { messageOf, textOf } from 'express-im-callbacks/message';
import type { Store } from './store';

export interface AppOptions {
  readonly sdkAppId: number;
  readonly token: string | undefined;
  readonly secret: string | undefined;
  readonly blockedWords: readonly string[];
  readonly inbox: Inbox;
  readonly store: Store;
}

/** Everything put together. Nothing listens yet. */
export function createApp({ sdkAppId, token, secret, blockedWords, inbox, store }: AppOptions): {
  app: Express;
  callbacks: ImCallbacks;
} {
  function judge(event: EventFor<'beforeGroupMsg' | 'beforeC2cMsg'>) {
    // NFKC makes `spam` of `ｓｐａｍ`.
    const text = textOf(event).normalize('NFKC').toLowerCase();
    return blockedWords.some((word) => text.includes(word)) ? refuse('a word in it is not welcome here') : allow();
  }

  const callbacks = imCallbacks({
    tencent: { sdkAppId, token },
    openim: { secret },
    inbox,

    beforeGroupMsg: judge,
    beforeC2cMsg: judge,

    onGroupMsg(event) {
      const { id, conversation, sender, text, sentAt } = messageOf(event);
      store.saveMessage({
        key: event.key,
        vendor: event.vendor,
        groupId: conversation?.id ?? '',
        id: id ?? '',
        sender: sender?.id ?? '',
        text,
        sentAt: sentAt ?? event.receivedAt,
      });
    },

    onReadReceipt(event) {
      const of = { key: event.key, vendor: event.vendor };
      if (event.vendor === 'openim') {
        // OpenIM names the reader and how far he has read, but not the group.
        const { sendID, unreadMsgNum } = event.body;
        store.saveReceipts([{ ...of, groupId: null, messageId: String(unreadMsgNum), reader: sendID }]);
        return;
      }
      const { GroupId, GroupMsgReceiptList } = event.body;
      store.saveReceipts(
        GroupMsgReceiptList.flatMap(({ MsgSeq, ReadReceiptMembers = [] }) =>
          ReadReceiptMembers.map(({ Member_Account = '' }) => ({
            ...of,
            groupId: GroupId,
            messageId: String(MsgSeq),
            reader: Member_Account,
          })),
        ),
      );
    },

    // Neither holds anything of what people wrote.
    onSettled: ({ vendor, command, outcome, ms }) =>
      console.log(`${vendor} ${command}: ${outcome}, ${ms.toFixed(1)} ms`),
    onFailure: ({ vendor, command, kind, message, cause }) =>
      console.error(`${vendor} ${command}: ${kind}, ${message}`, cause ?? ''),
  });

  const app = express();
  app.use('/im-callback', callbacks);
  // For a load balancer: 503 while nothing can be stored, and from the moment at which draining begins.
  app.get('/health', (_req, res) =>
    callbacks.ready().then(
      (inboxStatus) => res.json({ ready: true, durability: inboxStatus?.durability }),
      () => res.status(503).json({ ready: false }),
    ),
  );
  // To see that something has arrived. It has no login: put yours in front of it, or leave it out.
  app.get('/messages', (_req, res) => {
    res.json(store.latestMessages());
  });
  return { app, callbacks };
}

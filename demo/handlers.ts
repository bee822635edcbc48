import type { AnyEvent, EventOf, HandlersOf } from 'express-im-callbacks';
import { messageOf } from 'express-im-callbacks/message';
import type { OpenimCommand } from 'express-im-callbacks/openim';
import type { TencentCommand } from 'express-im-callbacks/tencent';
import { contentOf } from './message';
import type { Group, Store } from './store';

/** More than Tencent allows; OpenIM has no limit. */
const mostMentions = 30;

/** What is kept of the facts that both vendors report; `event.vendor` tells whose body it is. */
export function handlers(store: Store): HandlersOf<TencentCommand | OpenimCommand> {
  return {
    onGroupMsg(event) {
      const message = messageOf(event);
      const { conversation, sender, mentions, sentAt } = message;
      const mentioned = mentions.everybody ? ['everybody', ...mentions.users] : mentions.users;
      store.saveMessage({
        ...groupOf(event, conversation?.topicId ?? conversation?.id ?? ''),
        ...contentOf(message),
        key: event.key,
        seq: seqOf(event),
        sender: sender?.id ?? '',
        nickname: sender?.name ?? null,
        mentions: mentioned.slice(0, mostMentions),
        at: sentAt?.getTime() ?? timeOf(event),
      });
    },

    onReadReceipt(event) {
      if (event.vendor === 'openim') {
        // It does not say in which group.
        const { sendID: reader, unreadMsgNum: upTo } = event.body;
        store.saveRead({ key: event.key, reader, upTo, at: timeOf(event) });
        return;
      }
      const receipts = event.body.GroupMsgReceiptList.map(
        ({ MsgSeq, ReadNum = 0, UnreadNum = 0, ReadReceiptMembers = [] }) => ({
          seq: MsgSeq,
          read: ReadNum,
          unread: UnreadNum,
          members: ReadReceiptMembers.flatMap(({ Member_Account }) => Member_Account ?? []),
        }),
      );
      store.saveReceipts(groupOf(event, event.body.GroupId), receipts);
    },

    onGroupCreate(event) {
      if (event.vendor === 'openim') {
        const { groupID, groupName } = event.body;
        if (groupID && groupName) store.nameGroup(groupOf(event, groupID), groupName);
      } else if (event.body.Name) {
        store.nameGroup(groupOf(event, event.body.GroupId), event.body.Name);
      }
    },

    onOfficialAccountMsg(event) {
      const { Official_Account: account } = event.body;
      store.saveBroadcast({ ...contentOf(messageOf(event)), key: event.key, account, at: timeOf(event) });
    },
  };
}

function groupOf(event: AnyEvent, name: string): Group {
  return { conversation: event.conversation ?? `${event.vendor}/${name}`, vendor: event.vendor, name };
}

type GroupMsg = EventOf<Extract<TencentCommand | OpenimCommand, { handler: 'onGroupMsg' }>>;

/** The number of a message in its group. OpenIM assigns it later; an online-only message has a random one. */
function seqOf({ vendor, body }: GroupMsg): number | null {
  return vendor === 'openim' || body.OnlineOnlyFlag === 1 ? null : (body.MsgSeq ?? null);
}

function timeOf({ occurredAt, receivedAt }: AnyEvent): number {
  return (occurredAt ?? receivedAt).getTime();
}

import type { AnyEvent, HandlersOf } from 'express-im-callbacks';
import type { OpenimCommand } from 'express-im-callbacks/openim';
import type { TencentCommand } from 'express-im-callbacks/tencent';
import { openimContent, tencentContent } from './message';
import type { Group, Store } from './store';

/** More than Tencent allows; OpenIM has no limit. */
const mostMentions = 30;
/** OpenIM writes this among the users where everybody is mentioned. */
const openimEverybody = 'AtAllTag';

/** What is kept of the facts that both vendors report; `event.vendor` tells whose body it is. */
export function handlers(store: Store): HandlersOf<TencentCommand | OpenimCommand> {
  return {
    onGroupMsg(event) {
      const { key } = event;
      if (event.vendor === 'openim') {
        const { sendID, senderNickname, groupID, contentType, content, sendTime, createTime } = event.body;
        const users = event.body.atUserList ?? [];
        store.saveMessage({
          ...groupOf(event, groupID),
          ...openimContent(contentType, content),
          key,
          seq: null, // always 0 here: it is given later
          sender: sendID,
          nickname: senderNickname ?? null,
          mentions: users.map((user) => (user === openimEverybody ? 'everybody' : user)).slice(0, mostMentions),
          at: timeOf(event, sendTime ?? createTime),
        });
        return;
      }
      const { GroupId, TopicId, From_Account, MsgSeq, MsgTime, MsgBody, OnlineOnlyFlag, GroupAtInfo = [] } = event.body;
      store.saveMessage({
        ...groupOf(event, TopicId ?? GroupId),
        ...tencentContent(MsgBody),
        key,
        // The number of an online-only message is random.
        seq: OnlineOnlyFlag === 1 ? null : (MsgSeq ?? null),
        sender: From_Account,
        nickname: null,
        mentions: GroupAtInfo.map(({ GroupAt_Account }) => GroupAt_Account ?? 'everybody').slice(0, mostMentions),
        at: timeOf(event, MsgTime === undefined ? undefined : MsgTime * 1000),
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
      const { Official_Account: account, MsgBody } = event.body;
      store.saveBroadcast({ ...tencentContent(MsgBody), key: event.key, account, at: timeOf(event) });
    },
  };
}

function groupOf(event: AnyEvent, name: string): Group {
  return { conversation: event.conversation ?? `${event.vendor}/${name}`, vendor: event.vendor, name };
}

/** The message's own time where it has one, else that of the event. A body may hold any number; a Date reaches to 8.64e15. */
function timeOf({ occurredAt, receivedAt }: AnyEvent, at = 0): number {
  return at > 0 && at <= 8.64e15 ? at : (occurredAt ?? receivedAt).getTime();
}

import {
  type AnyEvent,
  allow,
  type EventOf,
  type HandlersOf,
  type ImCallbacksOptions,
  type Refuse,
  refuse,
} from 'express-im-callbacks';
import type { OpenimCommand } from 'express-im-callbacks/openim';
import type { TencentCommand } from 'express-im-callbacks/tencent';
import { type Content, openimContent, tencentContent } from './message';
import type { Rule } from './moderation';
import type { Group, Store } from './store';

type Command = TencentCommand | OpenimCommand;
type BeforeMsg = EventOf<Extract<Command, { handler: 'beforeGroupMsg' | 'beforeC2cMsg' }>>;

/** More than Tencent allows; OpenIM has no limit. */
const mostMentions = 30;
/** OpenIM writes this among the users where everybody is mentioned. */
const openimEverybody = 'AtAllTag';

/** The handlers of both vendors; `event.vendor` tells whose body it is. */
export function handlers(store: Store, rules: readonly Rule[], onTrouble: (error: unknown) => void) {
  const after: HandlersOf<Command> = {
    onGroupMsg(event) {
      const { key } = event;
      if (event.vendor === 'openim') {
        const {
          sendID,
          senderNickname,
          groupID,
          contentType,
          content,
          atUserList = [],
          sendTime,
          createTime,
        } = event.body;
        store.saveMessage({
          ...groupOf(event, groupID),
          ...openimContent(contentType, content),
          key,
          seq: null, // always 0 here: it is given later
          sender: sendID,
          nickname: senderNickname ?? null,
          mentions: atUserList.map((user) => (user === openimEverybody ? 'everybody' : user)).slice(0, mostMentions),
          at: sendTime ?? createTime ?? event.receivedAt.getTime(),
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
        at: MsgTime === undefined ? (event.occurredAt ?? event.receivedAt).getTime() : MsgTime * 1000,
      });
    },

    onReadReceipt(event) {
      if (event.vendor === 'openim') {
        // It does not say in which group.
        const { sendID: reader, unreadMsgNum: upTo } = event.body;
        store.saveRead({ key: event.key, reader, upTo, at: event.receivedAt.getTime() });
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
      const at = (event.occurredAt ?? event.receivedAt).getTime();
      store.saveBroadcast({ ...tencentContent(MsgBody), key: event.key, account, at });
    },
  };

  /** A message is refused also where the note of it cannot be written. */
  function judge(event: BeforeMsg): Refuse | undefined {
    const content = contentOf(event);
    const rule = rules.find(({ breaks }) => breaks(content));
    if (rule === undefined) return undefined;
    const { reason } = rule;
    const code = codes[event.command];
    const at = event.receivedAt.getTime();
    try {
      store.saveRefusal({ ...content, ...partiesOf(event), key: event.key, code, reason, at });
    } catch (error) {
      onTrouble(error);
    }
    return refuse({ code, info: reason });
  }

  const before: HandlersOf<Command> = {
    beforeGroupMsg: (event) => judge(event) ?? allow(),
    beforeC2cMsg: (event) => judge(event) ?? allow(),
  };
  return { ...after, ...before } satisfies Partial<ImCallbacksOptions>;
}

/** The app's own code for a refused message, from the range that each command has for it. */
const codes: Readonly<Record<BeforeMsg['command'], number>> = {
  'Group.CallbackBeforeSendMsg': 10100,
  'C2C.CallbackBeforeSendMsg': 120001,
  callbackBeforeSendGroupMsgCommand: 20001,
  callbackBeforeSendSingleMsgCommand: 20001,
};

function groupOf(event: AnyEvent, name: string): Group {
  return { conversation: event.conversation ?? `${event.vendor}/${name}`, vendor: event.vendor, name };
}

function contentOf({ vendor, body }: BeforeMsg): Content {
  return vendor === 'tencent' ? tencentContent(body.MsgBody) : openimContent(body.contentType, body.content);
}

function partiesOf(event: BeforeMsg): { vendor: string; chat: string; sender: string } {
  const { vendor } = event;
  switch (event.command) {
    case 'Group.CallbackBeforeSendMsg':
      return { vendor, chat: event.body.GroupId, sender: event.body.From_Account };
    case 'C2C.CallbackBeforeSendMsg':
      return { vendor, chat: event.body.To_Account, sender: event.body.From_Account };
    case 'callbackBeforeSendGroupMsgCommand':
      return { vendor, chat: event.body.groupID, sender: event.body.sendID };
    case 'callbackBeforeSendSingleMsgCommand':
      return { vendor, chat: event.body.recvID, sender: event.body.sendID };
  }
}

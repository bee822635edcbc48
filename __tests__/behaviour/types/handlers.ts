/** This file only has to compile: what is legal does, and each `@ts-expect-error` is a mistake that must not. */
import { allow, answer, drop, imCallbacks, refuse, rewrite, startWorker } from '../../../src';
import { memoryInbox } from '../../../src/inbox/memory';

const tencent = { sdkAppId: 1400000001 };
declare function expectType<T>(value: T): void;

// With one vendor, an event needs no narrowing.
imCallbacks({
  tencent,
  onGroupMsg: async (event) => {
    expectType<'tencent'>(event.vendor);
    expectType<'Group.CallbackAfterSendMsg'>(event.command);
    expectType<string>(event.appId);
    expectType<string>(event.body.GroupId);
    expectType<number | undefined>(event.body.EventTime);
    for (const element of event.body.MsgBody) {
      if (element.MsgType === 'TIMTextElem') expectType<string>(element.MsgContent.Text);
      if (element.MsgType === 'TIMImageElem')
        expectType<number | undefined>(element.MsgContent.ImageInfoArray?.[0]?.Width);
    }
  },
  onReadReceipt: (event) => expectType<number>(event.body.GroupMsgReceiptList[0]?.MsgSeq ?? 0),
});

imCallbacks({
  openim: {},
  onReadReceipt: (event) => {
    expectType<undefined>(event.appId);
    expectType<number>(event.body.unreadMsgNum);
  },
});

// With both, the body narrows on vendor and on command.
imCallbacks({
  tencent,
  openim: {},
  onReadReceipt(event) {
    // @ts-expect-error: which vendor's body this is has not been asked yet
    event.body.GroupId;
    if (event.vendor === 'tencent') expectType<string>(event.body.GroupId);
    else expectType<string>(event.body.sendID);
    if (event.command === 'callbackAfterGroupMsgReadCommand') expectType<number>(event.body.unreadMsgNum);
  },
  beforeGroupMsg: (event) => (event.vendor === 'openim' ? refuse({ code: 20100 }) : drop()),
  onAny: (event) => {
    if (event.command === 'OfficialAccount.CallbackAfterSendMsg') expectType<string>(event.body.Official_Account);
  },
});

// Every verdict a command takes, sync or async.
imCallbacks({ tencent, beforeGroupMsg: () => allow() });
imCallbacks({ tencent, beforeGroupMsg: async () => rewrite({ CloudCustomData: 'x' }) });
imCallbacks({
  tencent,
  beforeGroupMsg: () => rewrite({ MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: '***' } }] }),
});

// @ts-expect-error: after the fact there is nothing to refuse
imCallbacks({ tencent, onGroupMsg: () => refuse() });
// @ts-expect-error: nor from a promise
imCallbacks({ tencent, onGroupMsg: async () => allow() });
// @ts-expect-error: a before-handler decides
imCallbacks({ tencent, beforeGroupMsg: () => {} });
// @ts-expect-error: on every path
imCallbacks({ tencent, beforeGroupMsg: async (event) => (event.body.GroupId === '' ? refuse() : undefined) });
// @ts-expect-error: OpenIM has no drop
imCallbacks({ openim: {}, beforeGroupMsg: () => drop() });
// @ts-expect-error: nor does it read changes of this command
imCallbacks({ openim: {}, beforeGroupMsg: () => rewrite({ content: 'x' }) });
// @ts-expect-error: no such reply field
imCallbacks({ tencent, beforeGroupMsg: () => rewrite({ Text: 'x' }) });
// @ts-expect-error: no such handler
imCallbacks({ tencent, onGroupMessage: () => {} });
// @ts-expect-error: OpenIM has no official accounts
imCallbacks({ openim: {}, onOfficialAccountMsg: () => {} });
// @ts-expect-error: the app id is what tells your traffic from others'
imCallbacks({ tencent: {} });
// @ts-expect-error: a version is a string; 3.10 is not 3.1
imCallbacks({ openim: { serverVersion: 3.8 } });
// @ts-expect-error: policies are keyed by wire names of before-commands
imCallbacks({ tencent, failurePolicy: { 'Group.CallbackAfterSendMsg': 'refuse' } });
// @ts-expect-error: a code is a number
refuse({ code: '10100' });

// An inbox changes no type: the same handlers, and what goes with an inbox.
imCallbacks({
  tencent,
  inbox: memoryInbox(),
  worker: { concurrency: 4 },
  onGroupMsg: (event) => expectType<'Group.CallbackAfterSendMsg'>(event.command),
  onGap: ({ ids: [groupId], from, to }) => expectType<[string | undefined, number, number]>([groupId, from, to]),
});

// @ts-expect-error: an inbox is an object that stores, not a path
imCallbacks({ tencent, inbox: 'inbox.db' });

startWorker({
  inbox: memoryInbox(),
  onGroupMsg: (event) => expectType<'tencent' | 'openim'>(event.vendor),
});

// @ts-expect-error: a worker without an inbox has nothing to do
startWorker({ onGroupMsg: () => {} });

// @ts-expect-error: a worker receives nothing
startWorker({ inbox: memoryInbox(), tencent });

// One command after the fact is answered.
imCallbacks({ tencent, onChatbotSignal: () => answer({ RspData: '{}' }) });
imCallbacks({ tencent, onChatbotSignal: async () => undefined });
// @ts-expect-error: the answer is a string that holds JSON
imCallbacks({ tencent, onChatbotSignal: () => answer({ RspData: {} }) });
// @ts-expect-error: nobody reads an answer to this one
imCallbacks({ tencent, onGroupMsg: () => answer({ RspData: '{}' }) });

/** Test callbacks for the page's buttons: each goes to this very server over HTTP, signed as its vendor signs it. */
import { createSender, type Sent } from 'express-im-callbacks/sender';

export interface Sample {
  readonly id: string;
  readonly label: string;
  /** One sentence: what is sent. */
  readonly about: string;
}

export interface SamplesOptions {
  readonly sdkAppId: number;
  readonly token: string;
  readonly secret: string;
  /** The number of the last message in a group of Tencent's. */
  readonly lastSeq: (group: string) => number;
}

export type Samples = ReturnType<typeof makeSamples>;

const group = '@TGS#TEST';
const openimGroup = 'test-group';
const sentences = [
  'good morning',
  '早上好，今天爬山吗？',
  'صباح الخير',
  'who brings the stove?',
  'see you at the bridge',
];
const readers = ['wei', 'amal', 'noor', 'jonas'];
/** How many callbacks are sent at once; further clicks must wait. */
const mostAtOnce = 5;

/** `send` is given the origin of the server, which is known only once it listens. */
export function makeSamples({ sdkAppId, token, secret, lastSeq }: SamplesOptions) {
  let senders: ReturnType<typeof connect> | undefined;
  let underWay = 0;
  let last: ReturnType<typeof tencentMessage> | undefined;
  let reads = 0;
  let count = 0;
  let hasOpenimGroup = false;

  function connect(origin: string) {
    const to = `${origin}/im-callback`;
    const tencent = createSender({ vendor: 'tencent', to, sdkAppId, token });
    return { tencent, openim: createSender({ vendor: 'openim', to, secret }) };
  }

  function tencentMessage(Text: string, MsgSeq: number) {
    const now = Date.now();
    const MsgBody = [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text } }];
    const written = { GroupId: group, Type: 'Public', From_Account: 'mira', Random: now % 1e9, MsgBody };
    return { ...written, MsgSeq, MsgTime: Math.floor(now / 1000), EventTime: now };
  }

  function nextSentence(): string {
    count += 1;
    return sentences[count % sentences.length] ?? '';
  }

  type Senders = ReturnType<typeof connect>;
  const acts: Readonly<Record<string, (senders: Senders) => Promise<Sent>>> = {
    async message({ tencent }) {
      const message = tencentMessage(nextSentence(), Math.max(last?.MsgSeq ?? 0, lastSeq(group)) + 1);
      const { MsgSeq: _given, MsgTime: _later, ...before } = message; // assigned once the message is let through
      await tencent.send('Group.CallbackBeforeSendMsg', before);
      const created = { GroupId: group, Name: 'Test group' };
      if (last === undefined) await tencent.send('Group.CallbackAfterCreateGroup', created);
      last = message;
      reads = 0;
      return tencent.send('Group.CallbackAfterSendMsg', message);
    },

    refused({ tencent }) {
      const { MsgSeq: _never, MsgTime: _neither, ...before } = tencentMessage('cheap watches, no spam', 0);
      return tencent.send('Group.CallbackBeforeSendMsg', before);
    },

    async read(to) {
      if (last === undefined || reads === readers.length) await acts.message?.(to);
      const Member_Account = readers[reads] ?? '';
      reads += 1;
      const ReadReceiptMembers = [{ Member_Account }];
      const UnreadNum = readers.length - reads;
      const receipt = { MsgSeq: last?.MsgSeq ?? 0, ReadNum: reads, UnreadNum, ReadReceiptMembers };
      const body = { GroupId: group, Type: 'Public', GroupMsgReceiptList: [receipt], EventTime: Date.now() };
      return to.tencent.send('Group.CallbackAfterReadReceipt', body);
    },

    broadcast({ tencent }) {
      const { MsgBody, MsgTime, EventTime } = tencentMessage('trail report: snow above 1,800 m', 0);
      const body = { Official_Account: '@TOA#_trail_news', MsgKey: `test-${EventTime}`, MsgBody, MsgTime, EventTime };
      return tencent.send('OfficialAccount.CallbackAfterSendMsg', body);
    },

    async openim({ openim }) {
      const now = Date.now();
      const message = {
        ...{ sendID: 'ines', senderNickname: 'Ines', groupID: openimGroup, sessionType: 3, contentType: 101 },
        ...{ clientMsgID: `test-${now}`, serverMsgID: `test-${now}`, sendTime: now, createTime: now, seq: 0 },
        content: JSON.stringify({ content: nextSentence() }),
      };
      await openim.send('callbackBeforeSendGroupMsgCommand', message);
      if (!hasOpenimGroup)
        await openim.send('callbackAfterCreateGroupCommand', { groupID: openimGroup, groupName: 'OpenIM test group' });
      hasOpenimGroup = true;
      return openim.send('callbackAfterSendGroupMsgCommand', message);
    },

    async duplicate(to) {
      if (last === undefined) await acts.message?.(to);
      return to.tencent.send('Group.CallbackAfterSendMsg', last ?? {});
    },

    dead({ tencent }) {
      return tencent.sendAny('Group.CallbackAfterSendMsg', { GroupId: group, MsgBody: [] });
    },
  };

  return {
    list: samples,
    /** `busy` when too many are being sent; undefined when there is no such sample. */
    async send(id: string, origin: string): Promise<Sent | 'busy' | undefined> {
      const act = Object.hasOwn(acts, id) ? acts[id] : undefined;
      if (act === undefined) return undefined;
      if (underWay >= mostAtOnce) return 'busy';
      underWay += 1;
      senders ??= connect(origin);
      try {
        return await act(senders);
      } finally {
        underWay -= 1;
      }
    },
    close(): void {
      senders?.tencent.close();
      senders?.openim.close();
    },
  };
}

const samples: readonly Sample[] = [
  { id: 'message', label: 'Group message', about: 'Tencent asks about a message in a group, then reports it.' },
  { id: 'read', label: 'Read receipt', about: 'One more member has read the last test message.' },
  { id: 'refused', label: 'Refused message', about: 'A message with a word in it that is not welcome here.' },
  { id: 'duplicate', label: 'Duplicate', about: 'The last test message once more, as after a reply that got lost.' },
  { id: 'broadcast', label: 'Broadcast', about: 'An official account writes to its subscribers.' },
  { id: 'openim', label: 'OpenIM message', about: 'The same of the other chat service.' },
  { id: 'dead', label: 'Dead letter', about: 'A message without its author, which no handler can take.' },
];

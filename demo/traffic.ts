import { createSender } from 'express-im-callbacks/sender';
import { type Room, rooms, sentences } from './rooms';

export interface TrafficOptions {
  origin: string;
  sdkAppId: number;
  token: string;
  secret: string;
  /** How many times faster than real people. */
  pace?: number;
}

/** Traffic of both chat services at a realistic pace, until stopped: follows the story in the demo and the screenshots. */
export function startTraffic({ origin, sdkAppId, token, secret, pace = 1 }: TrafficOptions): () => void {
  const to = `${origin}/im-callback`;
  const tencent = createSender({ vendor: 'tencent', to, sdkAppId, token });
  const openim = createSender({ vendor: 'openim', to, secret });
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;

  /** A random time between the two, in seconds; less at a higher pace. */
  function after(least: number, most: number, act: () => Promise<unknown>): void {
    if (stopped) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        act().catch((error) => console.error(error));
      },
      ((least + Math.random() * (most - least)) * 1000) / pace,
    );
    timers.add(timer);
  }

  async function talk(): Promise<void> {
    after(0.4, 2, talk);
    const room = oneOf(rooms);
    const author = oneOf(room.members);
    const text = isRare(12) ? 'cheap watches, no spam' : oneOf(sentences);
    if (room.vendor === 'openim') await sayInOpenim(room, author, text);
    else await sayInTencent(room, author, text);
  }

  async function sayInTencent(room: Room, author: string, text: string): Promise<void> {
    const content = isRare(8)
      ? { MsgType: 'TIMImageElem' as const, MsgContent: { UUID: 'a1', ImageFormat: 1 } }
      : { MsgType: 'TIMTextElem' as const, MsgContent: { Text: text } };
    const now = Date.now();
    const message = { GroupId: room.id, Type: 'Public', From_Account: author, Random: random(), MsgBody: [content] };
    const { conclusion } = await tencent.send('Group.CallbackBeforeSendMsg', { ...message, EventTime: now });
    if (conclusion.sender !== 'goesOn') return;
    // Now and then one that is never reported: a gap.
    room.seq += isRare(25) ? 2 : 1;
    const MsgSeq = room.seq;
    const sent = {
      ...message,
      MsgSeq,
      MsgTime: Math.floor(now / 1000),
      EventTime: now,
      ...(isRare(6) && { GroupAtInfo: [{ GroupAtAllFlag: 0, GroupAt_Account: oneOf(room.members) }] }),
    };
    await tencent.send('Group.CallbackAfterSendMsg', sent);
    // A reply that the service did not get in time: the same once more.
    if (isRare(10)) await tencent.send('Group.CallbackAfterSendMsg', sent);
    const readers = shuffled(room.members.filter((member) => member !== author));
    after(1, 4, () => read(room, MsgSeq, readers, 0));
  }

  /** One reader after another; the last one sometimes does not look. */
  async function read(room: Room, MsgSeq: number, readers: readonly string[], done: number): Promise<void> {
    const [Member_Account, ...left] = readers.slice(done);
    if (Member_Account === undefined || (left.length === 0 && isRare(3))) return;
    const receipt = { MsgSeq, ReadNum: done + 1, UnreadNum: left.length, ReadReceiptMembers: [{ Member_Account }] };
    const body = { GroupId: room.id, Type: 'Public', GroupMsgReceiptList: [receipt], EventTime: Date.now() };
    await tencent.send('Group.CallbackAfterReadReceipt', body);
    after(1, 9, () => read(room, MsgSeq, readers, done + 1));
  }

  async function sayInOpenim(room: Room, author: string, text: string): Promise<void> {
    const id = `${Date.now()}${random()}`;
    const now = Date.now();
    const message = {
      sendID: author,
      senderNickname: author[0]?.toUpperCase() + author.slice(1),
      groupID: room.id,
      clientMsgID: id,
      serverMsgID: id,
      sessionType: 3,
      contentType: 101,
      content: JSON.stringify({ content: text }),
      sendTime: now,
      createTime: now,
      seq: 0,
    };
    const { conclusion } = await openim.send('callbackBeforeSendGroupMsgCommand', message);
    if (conclusion.sender !== 'goesOn') return;
    room.seq += 1;
    await openim.send('callbackAfterSendGroupMsgCommand', message);
    const reader = oneOf(room.members);
    const body = { sendID: reader, receiveID: reader, unreadMsgNum: room.seq, contentType: 3 };
    after(2, 6, () => openim.send('callbackAfterGroupMsgReadCommand', body));
  }

  async function broadcast(): Promise<void> {
    after(20, 40, broadcast);
    const now = Date.now();
    const MsgBody = [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: 'trail report: snow above 1,800 m' } }];
    const body = { Official_Account: '@TOA#_trail_news', MsgKey: `${now}`, MsgBody, EventTime: now };
    await tencent.send('OfficialAccount.CallbackAfterSendMsg', body);
  }

  after(0.5, 1, talk);
  after(4, 8, broadcast);
  // A body that lacks its author fits no handler: it becomes a dead letter.
  after(30, 40, () => tencent.sendAny('Group.CallbackAfterSendMsg', { GroupId: '@TGS#1TRAILS', MsgBody: [] }));

  return function stop() {
    stopped = true;
    for (const timer of timers) clearTimeout(timer);
    tencent.close();
    openim.close();
  };
}

function oneOf<T>(items: readonly T[]): T {
  // The lists above are not empty.
  return items[Math.floor(Math.random() * items.length)] as T;
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function isRare(oneIn: number): boolean {
  return Math.random() * oneIn < 1;
}

function random(): number {
  return Math.floor(Math.random() * 1_000_000_000);
}

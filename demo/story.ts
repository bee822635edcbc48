/** The first twenty seconds of the demo: one of everything that the page can show, in an order that explains itself. */
import { setTimeout as wait } from 'node:timers/promises';
import { createSender } from 'express-im-callbacks/sender';
import { rooms } from './rooms';

export interface StoryOptions {
  readonly origin: string;
  readonly sdkAppId: number;
  readonly token: string;
  readonly secret: string;
  /** How many times faster than the normal pace. */
  readonly pace?: number;
  /** Ends it early. */
  readonly signal?: AbortSignal;
  /** Called with one sentence as each scene begins. */
  readonly onStep?: (sentence: string) => void;
  /** Makes the handler of broadcasts fail until the returned function is called. */
  readonly breakBroadcasts: () => () => void;
}

/** Resolves when the story is over. Rejects when the server does not answer the page's own requests. */
export async function tellStory(options: StoryOptions): Promise<void> {
  const { origin, sdkAppId, token, secret, pace = 1, signal, onStep = () => undefined, breakBroadcasts } = options;
  const to = `${origin}/im-callback`;
  const tencent = createSender({ vendor: 'tencent', to, sdkAppId, token });
  const openim = createSender({ vendor: 'openim', to, secret });
  const [trails, , lunch] = rooms;
  const pause = (seconds: number) => wait((seconds * 1000) / pace, undefined, { signal });

  function written(From_Account: string, Text: string) {
    const MsgBody = [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text } }];
    const now = Date.now();
    return { GroupId: trails.id, Type: 'Public', From_Account, Random: now % 1e9, MsgBody, EventTime: now };
  }

  /** Asks first, then reports; `skipped` messages before it are never reported. */
  async function say(author: string, text: string, skipped = 0) {
    const message = written(author, text);
    await tencent.send('Group.CallbackBeforeSendMsg', message);
    trails.seq += 1 + skipped;
    const sent = { ...message, MsgSeq: trails.seq, MsgTime: Math.floor(Date.now() / 1000) };
    await tencent.send('Group.CallbackAfterSendMsg', sent);
    return sent;
  }

  async function read(MsgSeq: number, readers: readonly string[]): Promise<void> {
    for (const [i, Member_Account] of readers.entries()) {
      const counts = { ReadNum: i + 1, UnreadNum: readers.length - i - 1 };
      const receipt = { MsgSeq, ...counts, ReadReceiptMembers: [{ Member_Account }] };
      const body = { GroupId: trails.id, Type: 'Public', GroupMsgReceiptList: [receipt], EventTime: Date.now() };
      await tencent.send('Group.CallbackAfterReadReceipt', body);
      await pause(0.8);
    }
  }

  async function sayAtLunch(author: string, text: string): Promise<void> {
    const now = Date.now();
    const message = {
      ...{ sendID: author, senderNickname: author, groupID: lunch.id, sessionType: 3, contentType: 101, seq: 0 },
      ...{ clientMsgID: `story-${now}`, serverMsgID: `story-${now}`, sendTime: now, createTime: now },
      content: JSON.stringify({ content: text }),
    };
    await openim.send('callbackBeforeSendGroupMsgCommand', message);
    lunch.seq += 1;
    await openim.send('callbackAfterSendGroupMsgCommand', message);
  }

  async function broadcast(): Promise<void> {
    const { MsgBody, EventTime } = written('', 'trail report: snow above 1,800 m');
    const body = { Official_Account: '@TOA#_trail_news', MsgKey: `${EventTime}`, MsgBody, EventTime };
    await tencent.send('OfficialAccount.CallbackAfterSendMsg', body);
  }

  try {
    for (const { vendor, id, title } of rooms) {
      if (vendor === 'openim') await openim.send('callbackAfterCreateGroupCommand', { groupID: id, groupName: title });
      else await tencent.send('Group.CallbackAfterCreateGroup', { GroupId: id, Name: title, EventTime: Date.now() });
    }
    onStep('mira writes to a group, and four members read it.');
    const { MsgSeq } = await say('mira', 'who is in on Saturday?');
    await pause(1);
    await read(MsgSeq, ['wei', 'amal', 'noor', 'jonas']);

    onStep('A message with a word that is not welcome is refused.');
    await tencent.send('Group.CallbackBeforeSendMsg', written('jonas', 'cheap watches, no spam'));
    await pause(3);

    onStep('The other chat service reports a message too.');
    await sayAtLunch('wei', 'soup is ready');
    await pause(2);

    onStep('A reply gets lost, so the same callback comes twice; its handler runs once.');
    const twice = await say('jonas', 'I can bring the stove');
    await pause(1);
    await tencent.send('Group.CallbackAfterSendMsg', twice);
    await pause(2);

    onStep('One message is never reported: its number is missing.');
    await say('noor', 'see you at the bridge', 1);
    await pause(3);

    onStep('A handler keeps failing, so its callback becomes a dead letter.');
    const mend = breakBroadcasts();
    try {
      await broadcast();
      await pause(1);
      const id = await deadLetter(origin);
      await pause(3);
      onStep('The cause is fixed and the dead letter revived: nothing was lost.');
      mend();
      await fetch(`${origin}/api/dead/${id}/revive`, { method: 'POST', headers: { Origin: origin } });
    } finally {
      mend();
    }
    await pause(2);
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    tencent.close();
    openim.close();
  }
}

/** The first dead letter, once there is one. */
async function deadLetter(origin: string): Promise<string> {
  for (;;) {
    const response = await fetch(`${origin}/api/dead`);
    const [letter] = (await response.json()) as { id: string }[]; // what routes.ts answers
    if (letter !== undefined) return letter.id;
    await wait(100);
  }
}

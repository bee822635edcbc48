/** The forms of messages that both vendors' references and clients know, each read as what it is. */
import { messageOf, textOf } from '../../../src/message';
import { nested, nestedOf2, openimContents } from '../../support/fixtures/messages-openim';
import { relay, reply, tencentElements } from '../../support/fixtures/messages-tencent';
import { eventOf } from '../../support/message/event';

describe('an element of Tencent', () => {
  it.each(tencentElements)('$says', ({ element, part, texts = [] }) => {
    const event = eventOf('Group.CallbackBeforeSendMsg', { MsgBody: [element as never] });
    const message = messageOf(event);
    expect(message.parts).toHaveLength(1);
    expect(message.parts[0]).toMatchObject(part);
    expect(message.kind).toBe(part.kind);
    expect(textOf(event)).toBe(texts.join('\n'));
  });

  it('a relay, with the messages in it', () => {
    const { merged, kind } = messageOf(eventOf('C2C.CallbackAfterSendMsg', { MsgBody: [relay as never] }));
    expect(kind).toBe('merged');
    expect(merged).toMatchObject({ title: 'Chat of the hikers', summary: ['Alice: hi'], fallback: 'please update' });
    expect(merged?.messages).toMatchObject([
      {
        kind: 'text',
        text: 'hi',
        sender: { id: 'u_alice' },
        conversation: { kind: 'group', id: '@TGS#1NOVA7QLX' },
        sentAt: new Date(1718000900000),
        id: '12',
      },
      { kind: 'file', sender: { id: 'u_bob' }, quoted: { text: 'hi', id: 'm1' } },
    ]);
  });

  it('a relay that is too big for the callback has no messages', () => {
    const MsgContent = { Title: 'Chat', MsgNum: 300, CompatibleText: '', AbstractList: [], JsonMsgKey: 'key' };
    const event = eventOf('C2C.CallbackAfterSendMsg', { MsgBody: [{ MsgType: 'TIMRelayElem', MsgContent }] });
    expect(messageOf(event).merged).toEqual({ kind: 'merged', title: 'Chat', summary: [], messages: [] });
  });
});

describe('a content of OpenIM', () => {
  it.each(openimContents)('$says', ({ contentType, content, part, texts = [] }) => {
    const event = eventOf('callbackBeforeMsgModifyCommand', { contentType, content });
    const message = messageOf(event);
    expect(message.parts).toHaveLength(1);
    expect(message.parts[0]).toMatchObject(part);
    expect(message.kind).toBe(part.kind);
    expect(textOf(event)).toBe(texts.join('\n'));
  });

  it.each([
    ['of 3.x', nested],
    ['of 2.x', nestedOf2],
    [
      'whose names are in capitals',
      { SENDID: '4100000003', CONTENTTYPE: 101, CLIENTMSGID: 'ab12', TEXTELEM: { CONTENT: 'see you' } },
    ],
  ])('a quotation %s', (_which, quoteMessage) => {
    const content = JSON.stringify({ text: 'yes', quoteMessage, messageEntityList: [] });
    const event = eventOf('callbackAfterSendGroupMsgCommand', { contentType: 114, content });
    const { text, quoted } = messageOf(event);
    expect(text).toBe('yes');
    expect(quoted).toMatchObject({ kind: 'text', text: 'see you', sender: { id: '4100000003' }, id: 'ab12' });
    expect(textOf(event)).toBe('yes\nsee you');
  });

  it('forwarded messages', () => {
    const content = JSON.stringify({
      title: 'Chat',
      abstractList: ['Ada: see you'],
      multiMessage: [nested, nestedOf2],
    });
    const event = eventOf('callbackAfterSendGroupMsgCommand', { contentType: 107, content });
    expect(messageOf(event).merged).toMatchObject({
      title: 'Chat',
      summary: ['Ada: see you'],
      messages: [
        { text: 'see you', sender: { id: '4100000003', name: 'Ada' }, sentAt: new Date(1718000000456) },
        { text: 'see you', kind: 'text' },
      ],
    });
  });

  it('an empty content has no part', () => {
    expect(messageOf(eventOf('callbackAfterSendGroupMsgCommand', { content: '' }))).toMatchObject({
      kind: 'empty',
      parts: [],
    });
  });
});

it('several elements are one message, in their order', () => {
  const event = eventOf('Group.CallbackBeforeSendMsg', {
    MsgBody: [
      { MsgType: 'TIMTextElem', MsgContent: { Text: 'look' } },
      { MsgType: 'TIMImageElem', MsgContent: { UUID: 'a' } },
      { MsgType: 'TIMTextElem', MsgContent: { Text: 'nice' } },
    ],
  });
  const { kind, text, parts, media } = messageOf(event);
  expect([kind, text]).toEqual(['mixed', 'look\nnice']);
  expect(parts.map((part) => part.kind)).toEqual(['text', 'image', 'text']);
  expect(media).toEqual([parts[1]]);
});

describe('around the message', () => {
  it('Tencent, in a topic of a group', () => {
    const event = eventOf('Group.CallbackAfterSendMsg', {
      TopicId: 't',
      GroupAtInfo: [{ GroupAtAllFlag: 1 }, { GroupAtAllFlag: 0, GroupAt_Account: 'u_bob' }],
      CloudCustomData: reply,
    });
    expect(messageOf(event)).toMatchObject({
      mentions: { everybody: true, users: ['u_bob'] },
      quoted: {
        text: 'meet at the hut',
        sender: { id: undefined, name: 'Alice' },
        sentAt: new Date(1718000206000),
        id: '144115200000000001-1718000009-4021556',
      },
      attached: reply,
      sender: { id: 'u_alice' },
      conversation: { kind: 'group', id: '@TGS#1NOVA7QLX', topicId: 't' },
      sentAt: new Date(1718000206321),
      id: '1204',
    });
    expect(textOf(event)).toBe('meet at the hut\nmeet at the hut');
  });

  it('a message for those who are online alone has a number that names nothing', () => {
    expect(messageOf(eventOf('Group.CallbackAfterSendMsg', { OnlineOnlyFlag: 1 })).id).toBeUndefined();
  });

  it('an edited message was sent when it was sent', () => {
    const edited = messageOf(eventOf('C2C.CallbackAfterModifyMsg'));
    expect([edited.sentAt, edited.id]).toEqual([new Date(1718000010000), '70211_4021556_1718000010']);
    expect(messageOf(eventOf('Group.CallbackAfterModifyMsg'))).toMatchObject({ sentAt: undefined, sender: undefined });
  });

  it('bots are mentioned', () => {
    expect(messageOf(eventOf('Bot.OnGroupMessage')).mentions).toEqual({ everybody: false, users: ['@RBT#007'] });
  });

  it('what a client tells a chatbot is custom', () => {
    expect(messageOf(eventOf('Chatbot.OnC2CSignalMessage'))).toMatchObject({
      kind: 'custom',
      custom: { data: '{"action":"stop"}' },
      conversation: { kind: 'c2c', id: '@RBT#007' },
    });
  });

  it('an official account sends to itself', () => {
    expect(messageOf(eventOf('OfficialAccount.CallbackAfterSendMsg'))).toMatchObject({
      sender: { id: '@TOA#_nova_news' },
      conversation: { kind: 'officialAccount', id: '@TOA#_nova_news' },
      id: '12_1_1718000308',
    });
  });

  it('OpenIM, in a group', () => {
    const event = eventOf('callbackAfterSendGroupMsgCommand', { atUserList: ['4100000002', 'AtAllTag'], ex: 'x' });
    expect(messageOf(event)).toMatchObject({
      mentions: { everybody: true, users: ['4100000002'] },
      attached: 'x',
      sender: { id: '4100000001', name: 'Mira', faceUrl: 'https://img.example.com/mira.png' },
      conversation: { kind: 'group', id: '900100200' },
      sentAt: new Date(1718000000456),
      id: 'ab12cd34ef56ab12cd34ef56ab12cd34',
    });
  });

  it('OpenIM names the mentioned in the content where the list is empty', () => {
    const content = JSON.stringify({ text: 'hi', atUserList: ['AtAllTag'] });
    const { mentions } = messageOf(eventOf('callbackAfterSendGroupMsgCommand', { contentType: 106, content }));
    expect(mentions).toEqual({ everybody: true, users: [] });
  });

  it('OpenIM does not know when a message was sent that is not', () => {
    const event = eventOf('callbackBeforeSendSingleMsgCommand', { sendTime: 0, createTime: 0 });
    expect(messageOf(event)).toMatchObject({ sentAt: undefined, conversation: { kind: 'c2c', id: '4100000002' } });
  });

  it('a push says what phones show, and whom it is for', () => {
    expect(messageOf(eventOf('callbackBeforeOfflinePushCommand', { ex: 'of the push' }))).toMatchObject({
      push: { title: 'Mira', description: 'good morning' },
      conversation: { kind: 'group', id: '900100200' },
      attached: undefined,
    });
    expect(
      messageOf(eventOf('callbackBeforeOnlinePushCommand', { userIDList: ['4100000001', '4100000002'] })),
    ).toMatchObject({
      push: undefined,
      conversation: { kind: 'c2c', id: '4100000002' },
    });
    const toMany = eventOf('callbackBeforeOnlinePushCommand', { userIDList: ['4100000002', '4100000003'] });
    expect(messageOf(toMany).conversation).toBeUndefined();
  });

  it('the content of the word filter is the text itself', () => {
    const event = eventOf('callbackWordFilterCommand', { content: '{"content":"x"}' });
    expect(messageOf(event).text).toBe('{"content":"x"}');
  });
});

it('an event that carries no message has none', () => {
  expect(messageOf(eventOf('Group.CallbackAfterReadReceipt'))).toBeUndefined();
  expect(messageOf({ vendor: 'tencent', command: 'toString', body: {} })).toBeUndefined();
  expect(
    messageOf({ vendor: 'a vendor of tomorrow', command: 'Group.CallbackAfterSendMsg', body: {} }),
  ).toBeUndefined();
});

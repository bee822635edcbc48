/** What moderation gets to see: every text, wherever it stands, and nothing that nobody wrote. */
import { textOf } from '../../../src/message';
import { nested } from '../../support/fixtures/messages-openim';
import { relay } from '../../support/fixtures/messages-tencent';
import { eventOf } from '../../support/message/event';

it('captions, names of files, titles, what is forwarded and what it quotes', () => {
  const event = eventOf('Group.CallbackBeforeSendMsg', {
    MsgBody: [
      { MsgType: 'TIMTextElem', MsgContent: { Text: 'look' } },
      { MsgType: 'TIMFileElem', MsgContent: { FileName: 'map.pdf' } },
      { MsgType: 'TIMLocationElem', MsgContent: { Desc: 'the old bridge' } },
      relay as never,
    ],
  });
  expect(textOf(event).split('\n')).toEqual([
    'look',
    'map.pdf',
    'the old bridge',
    'Chat of the hikers',
    'Alice: hi',
    'please update',
    'hi',
    'a.txt',
    'hi',
  ]);
});

it('no names and IDs: those of innocent people may hold any word', () => {
  const content = JSON.stringify({ text: 'hello', quoteMessage: { ...nested, senderNickname: 'antispam-anna' } });
  const overrides = { contentType: 114, content, senderNickname: 'antispam-anna', groupID: 'antispam' };
  expect(textOf(eventOf('callbackBeforeSendGroupMsgCommand', overrides))).toBe('hello\nsee you');
});

describe('custom data', () => {
  const event = eventOf('C2C.CallbackBeforeSendMsg', {
    MsgBody: [
      // "spam", spelt as only a parser of JSON reads it.
      {
        MsgType: 'TIMCustomElem',
        MsgContent: { Data: String.raw`{"a":["\u0073pam"]}`, Desc: 'a gift', Ext: 'not JSON' },
      },
      { MsgType: 'TIMFaceElem', MsgContent: { Index: 1, Data: '[smile]' } },
      { MsgType: 'TIMTomorrowElem', MsgContent: { Deep: { Words: 'of tomorrow' } } } as never,
    ],
    CloudCustomData: '{"b":"attached"}',
  });

  it('is not in it', () => expect(textOf(event)).toBe('a gift'));

  it('is, where it is asked for, each string of it', () => {
    const texts = textOf(event, { custom: true }).split('\n');
    expect(texts).toEqual(['a gift', 'spam', 'not JSON', '[smile]', 'TIMTomorrowElem', 'of tomorrow', 'attached']);
  });

  it('of OpenIM, also in what it forwards', () => {
    const forwarded = {
      ...nested,
      contentType: 110,
      textElem: undefined,
      customElem: { data: '{"x":"deep"}' },
      ex: 'e',
    };
    const content = JSON.stringify({ title: 'Chat', multiMessage: [forwarded] });
    const merged = eventOf('callbackBeforeSendGroupMsgCommand', { contentType: 107, content, ex: 'extra' });
    expect(textOf(merged)).toBe('Chat');
    expect(textOf(merged, { custom: true })).toBe('Chat\ndeep\ne\nextra');
  });
});

describe('texts that somebody tries to hide', () => {
  const inContent = (contentType: number, content: object) =>
    textOf(eventOf('callbackBeforeSendGroupMsgCommand', { contentType, content: JSON.stringify(content) }));

  it('in a second quotation', () => {
    const second = { ...nested, textElem: { content: 'spam' } };
    expect(inContent(114, { text: 'yes', quoteMessage: nested, QuoteMessage: second })).toBe('yes\nspam\nsee you');
  });

  it('in an elem of another type than the message says it is of', () => {
    const quoteMessage = { ...nested, contentType: 102, pictureElem: {}, textElem: { content: 'spam' } };
    expect(inContent(114, { text: 'yes', quoteMessage })).toBe('yes\nspam');
  });

  it('in the string of a message that has an elem, too', () => {
    const quoteMessage = { ...nested, content: '{"content":"spam"}' };
    expect(inContent(114, { text: 'yes', quoteMessage })).toBe('yes\nsee you\nspam');
  });

  it('in a message within messages, deeper than they are read', () => {
    let message: object = { contentType: 101, textElem: { content: 'spam' } };
    for (let depth = 0; depth < 30; depth++)
      message = { contentType: 114, quoteElem: { text: 't', quoteMessage: message } };
    expect(inContent(114, { text: 'yes', quoteMessage: message })).toMatch(/spam$/);
  });

  it('in a relay within relays', () => {
    let element: object = { MsgType: 'TIMTextElem', MsgContent: { Text: 'spam' } };
    for (let depth = 0; depth < 30; depth++)
      element = { MsgType: 'TIMRelayElem', MsgContent: { MsgList: [{ MsgBody: [element] }] } };
    expect(textOf(eventOf('Group.CallbackBeforeSendMsg', { MsgBody: [element as never] }))).toContain('spam');
  });

  it('in one of two answers that TUIKit knows', () => {
    const CloudCustomData = String.raw`{"messageReply":{},"messageRef\u0065rence":{"messageAbstract":"spam"}}`;
    expect(textOf(eventOf('Group.CallbackBeforeSendMsg', { MsgBody: [], CloudCustomData }))).toBe('spam');
  });
});

it('is empty for an event that carries no message', () => {
  expect(textOf(eventOf('Group.CallbackAfterReadReceipt') as never)).toBe('');
});

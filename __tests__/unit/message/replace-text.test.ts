/** The verdict that changes texts, for either vendor: what it changes, what it leaves alone, and when it cannot. */
import { allow, refuse } from '../../../src';
import { checkVerdict } from '../../../src/callback/check-verdict';
import { replaceText } from '../../../src/message';
import { commandNamed } from '../../../src/vendors/commands';
import { nested } from '../../support/fixtures/messages-openim';
import { relay, reply } from '../../support/fixtures/messages-tencent';
import { eventOf, undecoded } from '../../support/message/event';

const mask = (text: string) => text.replaceAll(/spam|hi\b|hut/g, '***');

/** The fields of a rewrite, after the check that a receiver makes of it. */
function fieldsOf(event: { command: string; body: unknown }, verdict: unknown): unknown {
  expect(checkVerdict(commandNamed(event.command), verdict, event.body)).toMatchObject({ _tag: 'Right' });
  return (verdict as { fields?: unknown }).fields;
}

describe('Tencent', () => {
  it('all elements go back, with the texts changed', () => {
    const image = { MsgType: 'TIMImageElem', MsgContent: { UUID: 'a', x_undocumented: 1 } } as const;
    const event = eventOf('Group.CallbackBeforeSendMsg', {
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'buy spam' } }, image],
    });
    expect(fieldsOf(event, replaceText(event, mask))).toEqual({
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'buy ***' } }, image],
    });
  });

  it('a change of one text is not undone by another that stays', () => {
    const text = (Text: string) => ({ MsgType: 'TIMTextElem' as const, MsgContent: { Text } });
    const event = eventOf('C2C.CallbackBeforeSendMsg', { MsgBody: [text('spam'), text('hello')] });
    expect(fieldsOf(event, replaceText(event, mask))).toEqual({ MsgBody: [text('***'), text('hello')] });
  });

  it('also what is forwarded and what it quotes', () => {
    const event = eventOf('C2C.CallbackBeforeSendMsg', { MsgBody: [relay as never] });
    const fields = fieldsOf(event, replaceText(event, mask));
    expect(fields).toMatchObject({
      MsgBody: [
        {
          MsgContent: {
            AbstractList: ['Alice: ***'],
            MsgNum: 2,
            MsgList: [
              { MsgBody: [{ MsgContent: { Text: '***' } }], MsgSeq: 12 },
              { CloudCustomData: expect.stringContaining('"messageAbstract":"***","messageSender":"Alice"') },
            ],
          },
        },
      ],
    });
    expect(fields).not.toHaveProperty('CloudCustomData');
  });

  it('of the answer in CloudCustomData, that alone', () => {
    const event = eventOf('Group.CallbackBeforeSendMsg', {
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'yes' } }],
      CloudCustomData: reply,
    });
    expect(fieldsOf(event, replaceText(event, mask))).toEqual({
      CloudCustomData: reply.replace('meet at the hut', 'meet at the ***'),
    });
  });

  it('a word that reaches over two chunks', () => {
    const Chunks = [{ Index: 1, Markdown: 'buy sp' }, { Index: 2 }, { Index: 3, Markdown: 'am' }];
    const event = eventOf('C2C.CallbackBeforeSendMsg', {
      MsgBody: [{ MsgType: 'TIMStreamElem', MsgContent: { Chunks } }],
    });
    expect(fieldsOf(event, replaceText(event, mask))).toMatchObject({
      MsgBody: [{ MsgContent: { Chunks: [{ Markdown: 'buy ***' }, { Index: 2 }, { Markdown: '' }] } }],
    });
  });

  it('not the name of a file: that is for the handler to decide', () => {
    const named = (FileName: string) =>
      eventOf('Group.CallbackBeforeSendMsg', { MsgBody: [{ MsgType: 'TIMFileElem', MsgContent: { FileName } }] });
    expect(replaceText(named('spam.exe'), mask)).toBeUndefined();
    expect(replaceText(named('map.pdf'), mask)).toBe(allow());
  });
});

describe('OpenIM', () => {
  it('the content is a JSON object in a string again', () => {
    const content = '{"content":"buy spam","x_undocumented":{"n":1}}';
    const event = eventOf('callbackBeforeMsgModifyCommand', { content });
    expect(fieldsOf(event, replaceText(event, mask))).toEqual({
      content: '{"content":"buy ***","x_undocumented":{"n":1}}',
    });
  });

  it('under every name that Go takes for it', () => {
    const event = eventOf('callbackBeforeMsgModifyCommand', { content: '{"content":"hello","CONTENT":"spam"}' });
    expect(fieldsOf(event, replaceText(event, mask))).toEqual({ content: '{"content":"hello","CONTENT":"***"}' });
  });

  it('also what it quotes, and what that forwards', () => {
    const inner = {
      contentType: 107,
      mergeElem: { title: 'spam', abstractList: ['a: hi'], multiMessage: [{ contentType: 101, content: 'hi' }] },
    };
    const content = JSON.stringify({ text: 'spam', quoteMessage: { ...nested, ...inner, textElem: undefined } });
    const event = eventOf('callbackBeforeMsgModifyCommand', { contentType: 114, content });
    const { content: changed } = fieldsOf(event, replaceText(event, mask)) as { content: string };
    expect(JSON.parse(changed)).toMatchObject({
      text: '***',
      quoteMessage: {
        sendID: '4100000003',
        mergeElem: { title: '***', abstractList: ['a: ***'], multiMessage: [{ content: '***' }] },
      },
    });
  });

  it('the bare text of 2.x', () => {
    const bare = eventOf('callbackBeforeMsgModifyCommand', { content: 'buy spam' });
    expect(fieldsOf(bare, replaceText(bare, mask))).toEqual({ content: 'buy ***' });
    const filtered = eventOf('callbackWordFilterCommand', { content: 'buy spam' });
    expect(fieldsOf(filtered, replaceText(filtered, mask))).toEqual({ content: 'buy ***' });
  });

  it('a text that is JSON itself becomes the content of a text', () => {
    const event = eventOf('callbackBeforeMsgModifyCommand', { content: '{"a":"spam"}' });
    expect(fieldsOf(event, replaceText(event, mask))).toEqual({ content: '{"content":"{\\"a\\":\\"***\\"}"}' });
  });

  it('not in a message too deep to be read', () => {
    let message: object = { contentType: 101, textElem: { content: 'spam' } };
    for (let depth = 0; depth < 30; depth++) message = { contentType: 114, quoteElem: { quoteMessage: message } };
    const content = JSON.stringify({ text: 'hello', quoteMessage: message });
    const event = eventOf('callbackBeforeMsgModifyCommand', { contentType: 114, content });
    expect(replaceText(event, mask)).toBeUndefined();
    expect(replaceText(event, (text) => text.replace('ham', 'spam'))).toBe(allow());
  });

  it('not where JSON.stringify has not the stack for it', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const event = eventOf('callbackBeforeMsgModifyCommand', { content: `{"content":"spam","x":${deep}}` });
    expect(replaceText(event, mask)).toBeUndefined();
  });

  it('not by a command that reads no changes: allowed where nothing would change, for the handler to decide where it would', () => {
    const event = eventOf('callbackBeforeSendGroupMsgCommand', { content: '{"content":"spam"}' });
    expect(replaceText(event, mask) ?? refuse()).toEqual(refuse());
    expect(replaceText(eventOf('callbackBeforeSendGroupMsgCommand'), mask)).toBe(allow());
  });
});

it('allows a message in which nothing changes', () => {
  expect(replaceText(eventOf('callbackBeforeMsgModifyCommand'), mask)).toBe(allow());
  expect(replaceText(eventOf('C2C.CallbackBeforeSendMsg'), mask)).toBe(allow());
  expect(replaceText(undecoded('C2C.CallbackBeforeSendMsg', undefined), mask)).toBe(allow());
});

it('leaves the body as it was', () => {
  const event = eventOf('C2C.CallbackBeforeSendMsg', { MsgBody: [relay as never] });
  const before = structuredClone(event.body);
  replaceText(event, () => 'x');
  expect(event.body).toEqual(before);
});

describe('something other than a function', () => {
  const event = eventOf('C2C.CallbackBeforeSendMsg');

  it('is named, with what to write', () => {
    expect(() => replaceText(event, 'spam' as never)).toThrow(
      new TypeError(
        "replaceText: the second argument must be a function, e.g. (text) => text.replaceAll('spam', '***')",
      ),
    );
    expect(() => replaceText(event, (() => undefined) as never)).toThrow(
      new TypeError('replaceText: your function returned undefined for a text; return a string'),
    );
  });

  it('throws its own errors', () => {
    const failing = () => {
      throw new Error('no word list');
    };
    expect(() => replaceText(event, failing)).toThrow('no word list');
  });
});

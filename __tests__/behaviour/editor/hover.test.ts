/** What an editor shows of the package: what the catalogue knows of handlers and fields, and what options and verdicts do. */
import { type Consumer, makeConsumer } from '../../support/editor/consumer';
import { type Editor, type Hover, openInEditor } from '../../support/editor/language-service';

const code = `import { allow, answer, drop, type EventFor, type HandlersOf, imCallbacks, refuse, rewrite } from 'express-im-callbacks';
import type { TencentCommand } from 'express-im-callbacks/tencent';
import { deliver } from 'express-im-callbacks/testing';

imCallbacks({
  tencent: { sdkAppId: 1400000001, token: 'a-token', toleranceSeconds: 60, deadlineMs: 1000 },
  openim: { secret: 'a-secret-of-tests-0' },
  failurePolicy: 'allow',
  maxConcurrent: 100,
  onFailure: (failure) => console.log(failure.retryInMs),
  onReadReceipt(event) {
    if (event.vendor === 'openim') console.log(event.body.unreadMsgNum);
    else console.log(event.body.GroupMsgReceiptList[0]?.ReadNum);
  },
  onChatbotSignal: () => answer({ RspData: '{}' }),
});

imCallbacks({
  tencent: { sdkAppId: 1400000001 },
  onGroupMsg(event) {
    console.log(event.key, event.body.MsgSeq, event.body.MsgBody);
  },
  beforeGroupMsg: async (event) => {
    if (event.remainingMs() === 0) return drop();
    if (event.body.CloudCustomData === '') return rewrite({ CloudCustomData: 'x' });
    return event.body.From_Account === 'u_mallory' ? refuse({ code: 10100, info: 'no' }) : allow();
  },
});
export const own: HandlersOf<TencentCommand> = { onGroupFull: ({ conversation }) => console.log(conversation) };
export const delivered = deliver(() => undefined, 'Group.CallbackAfterRecallMsg', { MsgSeqList: [{ MsgSeq: 1 }] });
export const lengthOf = (event: EventFor<'onGroupMsg', 'tencent'>) =>
  event.body.MsgBody.map((element) => (element.MsgType === 'TIMSoundElem' ? element.MsgContent.Second : 0));
export const onMsg = (event: EventFor<'onC2cMsg', 'openim'>) => event.body.sendTime;
`;

let consumer: Consumer;
let editor: Editor;
beforeAll(() => {
  consumer = makeConsumer({ 'app.ts': code });
  editor = openInEditor(consumer, 'app.ts');
}, 240_000);
afterAll(() => consumer?.remove());

it('is asked about code that compiles', () => expect(editor.problems).toEqual([]));

describe('a handler', () => {
  it('is explained: when it is called, by which commands, what surprises, where its fields are, and how it is written', () => {
    const { type, text, tags } = editor.hover('onGroupMsg(');
    expect(type).toBe('(property) onGroupMsg?: AfterHandler<TencentGroupMsgCommand> | undefined');
    expect(text).toContain('A group message was sent. Called after the fact: what it returns does not matter.');
    expect(text).toContain('- Tencent Cloud Chat: `Group.CallbackAfterSendMsg`, 群内发言之后回调.');
    expect(text).toContain('random for online-only messages');
    expect(text).toContain('- OpenIM: `callbackAfterSendGroupMsgCommand`.');
    expect(text).toContain('docs/commands.md#groupcallbackaftersendmsg');
    expect(tags[0]).toMatch(/^@example onGroupMsg: async \(event\) => \{ await save\(/);
    expect(tags).toContain('@see https://www.tencentcloud.com/document/product/1047/34375');
  });

  it('before the fact has its verdicts and codes', () => {
    const { type, text } = editor.hover('beforeGroupMsg');
    expect(type).toBe('(property) beforeGroupMsg?: BeforeHandler<TencentBeforeGroupMsgCommand> | undefined');
    expect(text).toContain(
      '`allow()`, `refuse()` with a code from 10100 to 10200 or the plain 1, `rewrite()` of MsgBody,',
    );
    expect(text).toContain('Called before the fact: what it returns decides.');
  });

  it('of two vendors has the names of both', () => {
    const { text } = editor.hover('onReadReceipt');
    expect(text).toContain('`Group.CallbackAfterReadReceipt`');
    expect(text).toContain('`callbackAfterGroupMsgReadCommand`, also `callbackGroupMsgReadCommand`');
  });

  it('that may answer says so', () => {
    expect(editor.hover('onChatbotSignal').text).toContain('An `answer()` may hold RspData.');
  });
});

/** Where the mouse rests, and what is shown there. */
const places: [place: string, shown: Partial<Record<keyof Hover, string>>][] = [
  [
    'event.body.MsgSeq',
    {
      type: '(property) MsgSeq?: number | undefined',
      text: 'orders the messages of the group; random for online-only messages',
    },
  ],
  [
    'event.body.MsgBody',
    { type: '(property) MsgBody: TencentMessageElement[]', text: 'the message: a list of elements' },
  ],
  ['event.body.GroupMsgReceiptList[0]?.ReadNum', { text: 'members who have read it' }],
  ['event.body.unreadMsgNum', { text: 'not a count' }],
  ['event.body.From_Account', { type: '(property) From_Account: string', text: 'user ID of the sender' }],
  ['event.body.sendTime', { text: 'milliseconds' }],
  ['element.MsgContent.Second', { text: 'its length in SECONDS' }],
  ['MsgSeqList', { text: 'the messages that are gone' }],
  ['onGroupFull', { text: 'A group' }],
  ['conversation', { text: 'What the event belongs to' }],
  ['event.key', { text: 'An idempotency key.' }],
  ['event.remainingMs', { text: 'Milliseconds left until the deadline' }],
  ['imCallbacks', { text: 'Makes the receiver.', tags: '@throws' }],
  ['  tencent', { text: 'Tencent Cloud Chat: receives its callbacks' }],
  ['sdkAppId', { text: 'Your SDKAppID', tags: '@example' }],
  ['token', { text: 'The authentication token of the console.', tags: '@example' }],
  ['toleranceSeconds', { text: 'in SECONDS. Default 60.' }],
  ['deadlineMs', { text: 'Default 1,600 ms for Tencent', tags: '@throws' }],
  ['secret', { text: 'A secret first path segment', tags: '@example' }],
  ['failurePolicy', { text: "Default `'allow'`", tags: '@example' }],
  ['maxConcurrent', { text: 'Default: no limit.', tags: '@throws' }],
  ['onFailure', { tags: '@example' }],
  ['failure.retryInMs', { text: 'Milliseconds until the next attempt' }],
  ['? refuse', { text: 'The operation must not go on.', tags: '@example' }],
  ['code', { text: 'the vendor’s plain refusal'.replace('’', "'") }],
  ['return rewrite', { text: 'with these fields changed', tags: '@example' }],
  ['return drop', { text: 'OpenIM has no such reply', tags: '@example' }],
  [': allow', { text: 'The operation may go on.', tags: '@example' }],
  ['=> answer', { tags: '@example' }],
  [
    'EventFor<',
    { text: 'The event that a handler gets, by the name of its option or of its command', tags: '@example' },
  ],
];

it.each(places)('%s is explained', (place, shown) => {
  const found = editor.hover(place);
  if (shown.type !== undefined) expect(found.type).toBe(shown.type);
  expect(found.text).toContain(shown.text ?? '');
  expect(found.text).not.toBe('');
  if (shown.tags !== undefined) expect(found.tags.join('\n')).toContain(shown.tags);
});

it('shows types by their names: none fills the screen', () => {
  // Of EventFor itself an editor shows the definition.
  const shown = places.filter(([place]) => place !== 'EventFor<').map(([place]) => editor.hover(place).type);
  expect(shown.filter((type) => type.length > 320)).toEqual([]);
});

/** Bodies made to be expensive: in circles, deep, wide. Looks are counted, not time. */
import { messageOf, replaceText, textOf } from '../../../src/message';
import { undecoded } from '../../support/message/event';

const event = (MsgBody: unknown) =>
  undecoded('C2C.CallbackBeforeSendMsg', { From_Account: 'a', To_Account: 'b', MsgBody });
const textElement = (Text: string) => ({ MsgType: 'TIMTextElem', MsgContent: { Text } });
const relayOf = (MsgList: unknown) => ({ MsgType: 'TIMRelayElem', MsgContent: { MsgList } });

/** The same value; every look at an element or a field of it counts. */
function watched<T extends object>(value: T, looks: { count: number }): T {
  return new Proxy(value, {
    get(target, key, self) {
      looks.count += 1;
      const found: unknown = Reflect.get(target, key, self);
      return typeof found === 'object' && found !== null ? watched(found, looks) : found;
    },
  });
}

function looksAt(MsgBody: object): number {
  const looks = { count: 0 };
  const seen = event(watched(MsgBody, looks));
  messageOf(seen);
  textOf(seen, { custom: true });
  replaceText(seen, () => 'x');
  return looks.count;
}

it.each<[string, (size: number) => object]>([
  ['many elements', (size) => Array.from({ length: size }, () => textElement('a'))],
  [
    'many forwarded messages',
    (size) => [relayOf(Array.from({ length: size }, () => ({ MsgBody: [textElement('a')] })))],
  ],
  [
    'messages in messages',
    (size) =>
      Array.from({ length: size }).reduce<object[]>((inner) => [relayOf([{ MsgBody: inner }])], [textElement('a')]),
  ],
  [
    'an unknown element with much in it',
    (size) => [{ MsgType: 'x', MsgContent: Array.from({ length: size }, (_, i) => [i, 'a']) }],
  ],
])('%s cost no more than twice as much when there are twice as many', (_what, bodyOf) => {
  const [once, twice] = [looksAt(bodyOf(300)), looksAt(bodyOf(600))];
  expect(once).toBeGreaterThan(300);
  expect(twice).toBeLessThan(2.5 * once);
});

it('a message that holds itself is read once', () => {
  const message: { MsgBody: object[] } = { MsgBody: [textElement('round')] };
  // Twice each time: a walk that went on would double at every step.
  message.MsgBody.push(relayOf([message, message]));
  const body = event([relayOf([message])]);
  expect(textOf(body)).toBe('round');
  expect(messageOf(body).merged?.messages[0]?.merged?.messages).toMatchObject([{ kind: 'other' }, { kind: 'other' }]);
  expect(replaceText(body, (text) => text)).toEqual({ verdict: 'allow' });
  expect(replaceText(body, () => 'x')).toBeUndefined();
});

it('an element that holds itself is read once', () => {
  const element: Record<string, unknown> = { MsgType: 'TIMTomorrowElem' };
  element.MsgContent = { Text: 'round', element };
  expect(textOf(event([element]), { custom: true })).toBe('round\nTIMTomorrowElem\nround');
});

it('a content nested deeper than a stack is read to its end', () => {
  const depth = 200_000;
  const content = `{"text":"top","quoteMessage":${'{"quoteElem":{"quoteMessage":'.repeat(depth)}{"content":"bottom"}${'}}'.repeat(depth)}}`;
  const deep = undecoded('callbackBeforeMsgModifyCommand', { sendID: 'a', contentType: 114, content });
  expect(textOf(deep)).toBe('top\nbottom');
  expect(messageOf(deep).quoted?.quoted).toBeDefined();
});

it('JSON in JSON in JSON is read as far as messages are', () => {
  let content = '{"content":"spam"}';
  for (let depth = 0; depth < 14; depth++)
    content = JSON.stringify({ text: 't', quoteMessage: { contentType: depth === 0 ? 101 : 114, content } });
  expect(textOf(undecoded('callbackBeforeMsgModifyCommand', { sendID: 'a', contentType: 114, content }))).toContain(
    'spam',
  );
});

it('names that objects have by themselves are data', () => {
  const content = '{"__proto__":{"text":"spam"},"constructor":"x","text":"hello"}';
  const quoting = undecoded('callbackBeforeMsgModifyCommand', { sendID: 'a', contentType: 114, content });
  expect(textOf(quoting)).toBe('hello');
  expect(replaceText(quoting, () => 'x')).toEqual({
    verdict: 'rewrite',
    fields: { content: '{"__proto__":{"text":"spam"},"constructor":"x","text":"x"}' },
  });
});

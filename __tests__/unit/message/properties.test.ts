/** For any message of any command: it is read, nothing throws, and what is read is what can be changed. */
import fc from 'fast-check';
import { allow, type Rewrite } from '../../../src';
import { checkVerdict } from '../../../src/callback/check-verdict';
import { FieldsType, pathsOf } from '../../../src/codecs';
import { messageOf, replaceText, textOf } from '../../../src/message';
import { arbitrary, type CommandName } from '../../../src/testing';
import { allCommands, commandNamed } from '../../../src/vendors/commands';
import { attached, contentTypes, openimContent, tencentElement } from '../../support/message/arbitrary';
import { eventOf, eventWith, undecoded } from '../../support/message/event';

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 200) };
const names = allCommands.map(({ wire }) => wire as CommandName);

/** By their bodies; a moderation result has the content of a message, but is not one. */
function carriesMessage(wire: CommandName): boolean {
  const paths = pathsOf(commandNamed(wire).request).map(({ path }) => path);
  return paths.includes('MsgBody') || paths.includes('content') || wire === 'Chatbot.OnC2CSignalMessage';
}

type AnyMessageEvent = Parameters<typeof textOf>[0] & { readonly phase: 'before' | 'after' };

/** Events of all commands, whose types nobody could write down. */
const any = (event: unknown) => event as AnyMessageEvent;

it('each command whose body holds a message is one that messages are read of, and no other', () => {
  const read = names.filter((wire) => messageOf(any(eventOf(wire))) !== undefined);
  expect(read).toEqual(names.filter(carriesMessage));
  expect(read).toHaveLength(23);
});

it('each command before the fact whose vendor takes a changed message is one that texts are replaced in', () => {
  const takes = names.filter((wire) => {
    const { rewrite, phase } = commandNamed(wire);
    const fields = rewrite instanceof FieldsType ? Object.keys(rewrite.optional) : [];
    return phase === 'before' && (fields.includes('MsgBody') || fields.includes('content'));
  });
  const rewritten = names.filter(
    (wire) => carriesMessage(wire) && replaceText(any(eventOf(wire)), () => 'x')?.verdict === 'rewrite',
  );
  expect(rewritten).toEqual(takes);
  expect(takes).toHaveLength(5);
});

it.each(names)('%s: any body is read', (wire) => {
  fc.assert(
    fc.property(arbitrary(wire) as fc.Arbitrary<unknown>, (body) => {
      const event = any(eventWith(wire, body));
      const message = messageOf(event);
      expect(message !== undefined).toBe(carriesMessage(wire));
      expect(typeof textOf(event, { custom: true })).toBe('string');
      expect(replaceText(event, (text) => text)).toBe(allow());
      const verdict = replaceText(event, () => 'x');
      if (commandNamed(wire).phase === 'before' && verdict !== undefined)
        expect(checkVerdict(commandNamed(wire), verdict, event.body)).toMatchObject({ _tag: 'Right' });
    }),
    { numRuns: Math.ceil(runs.numRuns / 8) },
  );
});

describe('what textOf gives is what replaceText changes', () => {
  /** After a rewrite of every text to `x`, no other text is left; `undefined` stands for one that cannot be changed. */
  function holds<W extends 'callbackBeforeMsgModifyCommand' | 'C2C.CallbackBeforeSendMsg'>(
    wire: W,
    body: object,
  ): void {
    const event = any(undecoded(wire, body));
    const verdict = replaceText(event, () => 'x');
    if (verdict === undefined) return;
    expect(checkVerdict(commandNamed(wire), verdict, body)).toMatchObject({ _tag: 'Right' });
    const { fields = {} } = verdict as Partial<Rewrite<object>>;
    const after = textOf(any(undecoded(wire, { ...body, ...fields })));
    expect(after.split('\n').filter((text) => text !== 'x' && text !== '')).toEqual([]);
    expect(verdict.verdict).toBe(textOf(event).replaceAll(/[x\n]/g, '') === '' ? 'allow' : 'rewrite');
  }

  it('OpenIM', () => {
    fc.assert(
      fc.property(contentTypes, openimContent, (contentType, content) =>
        holds('callbackBeforeMsgModifyCommand', { sendID: 'a', contentType, content }),
      ),
      runs,
    );
  });

  it('Tencent', () => {
    const body = { From_Account: 'a', To_Account: 'b' };
    fc.assert(
      fc.property(fc.array(tencentElement, { maxLength: 3 }), attached, (MsgBody, CloudCustomData) =>
        holds('C2C.CallbackBeforeSendMsg', {
          ...eventWith('C2C.CallbackBeforeSendMsg', { ...body, MsgBody, CloudCustomData }).body,
        }),
      ),
      runs,
    );
  });
});

it('a body that is not what it should be is read as far as it is', () => {
  const commands = fc.constantFrom(...names.filter(carriesMessage));
  const body = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
    fc.record({
      MsgBody: fc.anything(),
      CloudCustomData: fc.anything(),
      content: fc.anything(),
      contentType: fc.anything(),
      GroupAtInfo: fc.anything(),
      userIDList: fc.anything(),
      atUserList: fc.anything(),
      EventTime: fc.anything(),
      sendTime: fc.anything(),
    }),
  );
  fc.assert(
    fc.property(commands, body, (wire, any_) => {
      const event = any(undecoded(wire, any_));
      expect(messageOf(event)).toBeDefined();
      textOf(event, { custom: true });
      replaceText(event, () => 'x');
    }),
    runs,
  );
});

import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { Failure } from '../../../src/callback/failure';
import type { AnyCommand } from '../../../src/catalogue/command';
import { allow, drop, refuse, rewrite, type Verdict } from '../../../src/catalogue/verdict';
import { FieldsType, ListType, OrElseType, TaggedType } from '../../../src/codecs';
import type { Answerable } from '../../../src/flow/reply';
import type { Vendor } from '../../../src/vendors';
import { answersFor } from '../../../src/vendors/openim/receive/ack';
import * as tencent from '../../../src/vendors/tencent/receive/ack';
import { catalogue, problemsOf, replyValidator } from '../../support/schema/validators';

const refusing = () => 'refuse' as const;
/** The encoders of both vendors; OpenIM's servers before 3.0 have one of their own. */
const encoders = {
  tencent: [{ encodeAck: tencent.encodeAck, answerTo: tencent.answerTo(refusing) }],
  openim: [answersFor(undefined, refusing), answersFor('2.3', refusing)],
};

const failures: readonly Failure[] = [
  { kind: 'undecodable', problems: [] },
  { kind: 'handlerFailed', cause: new Error('x') },
  { kind: 'deadlinePassed', deadlineMs: 1600 },
];

/** A value of this codec's own form, with every field there is. */
function exampleOf(codec: t.Mixed): unknown {
  if (codec instanceof FieldsType) {
    const parts = Object.entries({ ...codec.required, ...codec.optional });
    return Object.fromEntries(parts.map(([key, inner]) => [key, exampleOf(inner as t.Mixed)]));
  }
  if (codec instanceof OrElseType) return exampleOf(codec.codec);
  if (codec instanceof ListType) return [exampleOf(codec.item)];
  if (codec instanceof TaggedType) return exampleOf(Object.values(codec.members)[0] as t.Mixed);
  if (codec instanceof t.LiteralType) return codec.value;
  const found = ['x', 7, true, {}].find(codec.is);
  return codec instanceof t.DictionaryType ? { x: exampleOf(codec.codomain) } : found;
}

function verdictsOf({ rewrite: changes, drops, refusal }: AnyCommand): Verdict[] {
  const own = (refusal.own ?? []).map((code) => refuse({ code, info: 'no', detail: 'not today' }));
  const rewrites = changes === undefined ? [] : [rewrite(exampleOf(changes) as object)];
  return [allow(), refuse(), ...own, ...rewrites, ...(drops ? [drop()] : [])];
}

function repliesOf(command: AnyCommand): unknown[] {
  const decoded = command.request.decode(command.sample);
  const body = E.isRight(decoded) ? decoded.right : {};
  // A body that did not fit, or has nothing in it, makes other replies.
  const records: Answerable[] = [body, {}].map((one) => ({
    command,
    body: one,
    event: undefined,
    operationID: 'op-1',
    verdict: undefined,
  }));
  return encoders[command.vendor as Vendor].flatMap(({ encodeAck, answerTo }) =>
    records.flatMap((record) => [
      ...(command.phase === 'before' ? verdictsOf(command) : [undefined]).map((verdict) =>
        JSON.parse(encodeAck({ ...record, verdict }).toString()),
      ),
      ...failures.map((failure) => JSON.parse(answerTo(failure, record).body.toString())),
    ]),
  );
}

describe('the schema of a reply', () => {
  it.each(catalogue.map((command) => [command.wire, command] as const))('%s takes what is sent', (wire, command) => {
    if (command.rewrite !== undefined) expect(command.rewrite.is(exampleOf(command.rewrite))).toBe(true);
    const validate = replyValidator(wire);
    for (const reply of repliesOf(command)) expect([reply, problemsOf(validate, reply)]).toEqual([reply, []]);
  });

  const allowed = { actionCode: 0, errCode: 0, errMsg: 'Success', errDlt: '', nextCode: 0 };
  const ok = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 };
  it.each([
    ['a nextCode that is a string', 'callbackBeforeSendGroupMsgCommand', { ...allowed, nextCode: '' }],
    ['a reply without errCode', 'callbackAfterSendGroupMsgCommand', { ...allowed, errCode: undefined }],
    ['a field that the server does not read', 'callbackBeforeSendGroupMsgCommand', { ...allowed, content: 'x' }],
    ['options of words', 'callbackBeforeMsgModifyCommand', { ...allowed, options: { history: 'true' } }],
    ['a number beyond int32', 'callbackBeforeMsgModifyCommand', { ...allowed, status: 2 ** 31 }],
    ['a code that no document has', 'Group.CallbackBeforeSendMsg', { ...ok, ErrorCode: 10099 }],
    ['a code of dropping where there is none', 'Group.CallbackBeforeCreateGroup', { ...ok, ErrorCode: 2 }],
    ['a refusal after the fact', 'Group.CallbackAfterSendMsg', { ...ok, ErrorCode: 10100 }],
  ])('refuses %s', (_what, wire, reply) => {
    expect(replyValidator(wire)(reply)).toBe(false);
  });
});

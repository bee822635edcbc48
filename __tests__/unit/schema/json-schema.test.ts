import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { withDropped } from '../../../src/codecs';
import { jsonSchemaOf } from '../../../src/json-schema/codec-schema';
import { commandNamed } from '../../../src/vendors/commands';
import { groupContradictions } from '../../support/fixtures/contradictions-groups';
import { roomContradictions } from '../../support/fixtures/contradictions-rooms';
import { userContradictions } from '../../support/fixtures/contradictions-users';
import { messageBodies } from '../../support/fixtures/openim-bodies-messages';
import { peopleBodies } from '../../support/fixtures/openim-bodies-people';
import { openimReference, tencentReference } from '../../support/fixtures/reference';
import { mutationsOf } from '../../support/schema/mutations';
import { catalogue, problemsOf, requestValidator } from '../../support/schema/validators';

const bodies = [
  ...catalogue.map(({ wire, sample }) => ({ wire, body: sample as unknown })),
  ...[...tencentReference, ...openimReference].flatMap(({ command, sample, variants = [] }) =>
    [sample, ...variants.map((variant) => variant.sample)].map((body) => ({ wire: command, body })),
  ),
  ...[...groupContradictions, ...roomContradictions, ...userContradictions],
  ...[...messageBodies, ...peopleBodies],
];

/** True for a body in which everything fits; one that is decoded without an odd optional field is no example of its form. */
const fits = (codec: t.Mixed, body: unknown) => {
  const { result, dropped } = withDropped(() => codec.decode(body));
  return E.isRight(result) && dropped.length === 0;
};
const decodes = (wire: string, body: unknown) => fits(commandNamed(wire).request, body);

describe('the schema of a request', () => {
  it.each(catalogue.map(({ wire }) => wire))('%s takes every body that the codec takes', (wire) => {
    const taken = bodies.filter((one) => one.wire === wire && decodes(wire, one.body));
    expect(taken.length).toBeGreaterThanOrEqual(2);
    const validate = requestValidator(wire);
    for (const { body } of taken) expect(problemsOf(validate, body)).toEqual([]);
  });

  const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 40) };
  it.each(catalogue.map((command) => [command.wire, command] as const))(
    '%s takes and refuses a body with any value in any place as the codec does',
    (wire, { request }) => {
      const validate = requestValidator(wire);
      const samples = bodies.filter((one) => one.wire === wire).map(({ body }) => body);
      fc.assert(
        fc.property(mutationsOf(samples), (body) => {
          expect([body, validate(body)]).toEqual([body, fits(request, body)]);
        }),
        runs,
      );
    },
  );

  it.each([
    ['a list instead of an object', 'Group.CallbackAfterSendMsg', []],
    ['nothing that is required', 'Group.CallbackAfterSendMsg', {}],
    ['null where a string is required', 'Group.CallbackAfterGroupFull', { GroupId: null }],
    ['an object for a string', 'Group.CallbackAfterGroupFull', { GroupId: { Id: 'g' } }],
    ['a word for an integer', 'Group.CallbackAfterGroupFull', { GroupId: 'g', EventTime: 'today' }],
    ['a fraction for an integer', 'Group.CallbackAfterGroupFull', { GroupId: 'g', EventTime: 1.5 }],
    ['an object for a list', 'Group.CallbackAfterSendMsg', { GroupId: 'g', From_Account: 'a', MsgBody: {} }],
    [
      'a known element without its content',
      'Group.CallbackAfterSendMsg',
      { GroupId: 'g', From_Account: 'a', MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: {} }] },
    ],
    [
      'an element whose type is a number',
      'Group.CallbackAfterSendMsg',
      { GroupId: 'g', From_Account: 'a', MsgBody: [{ MsgType: 7 }] },
    ],
    ['neither of two names of a field', 'Group.CallbackAfterCreateGroup', { GroupId: null, Name: 'Hikers' }],
    ['a yes for a boolean', 'Room.CallbackAfterCreateRoom', { RoomInfo: { IsSeatEnabled: 'yes' } }],
    ['a number for a room', 'Live.CallbackAfterStartBattle', { BattleId: 'b', FromRoomInfo: 7 }],
  ])('refuses %s, as the codec does', (_what, wire, body) => {
    expect(decodes(wire, body)).toBe(false);
    expect(requestValidator(wire)(body)).toBe(false);
  });

  it.each([
    ['a second name', 'Group.CallbackAfterCreateGroup', { groupID: 'g' }],
    ['a second name beside a first that is null', 'Group.CallbackAfterCreateGroup', { GroupId: null, groupID: 'g' }],
    ['a list with its only element bare', 'Group.CallbackAfterTopicDestroyed', { GroupId: 'g', TopicIdList: 't' }],
    ['a room as its bare ID', 'Live.CallbackAfterStartBattle', { BattleId: 'b', FromRoomInfo: 'live-3' }],
    ['digits for an integer', 'Group.CallbackAfterGroupFull', { GroupId: 7, EventTime: '1718000200001' }],
    ['a list that is null', 'Group.CallbackAfterSendMsg', { GroupId: 'g', From_Account: 'a', MsgBody: null }],
    [
      'an unknown element',
      'Group.CallbackAfterSendMsg',
      { GroupId: 'g', From_Account: 'a', MsgBody: [{ MsgType: 'TIMNewElem', MsgContent: [1] }] },
    ],
    ['fields that nobody knows', 'Group.CallbackAfterGroupFull', { GroupId: 'g', Colour: ['red'] }],
  ])('takes %s, as the codec does', (_what, wire, body) => {
    expect(decodes(wire, body)).toBe(true);
    expect(problemsOf(requestValidator(wire), body)).toEqual([]);
  });
});

it('throws with the name of a codec that has no schema', () => {
  const year = new t.Type<number>('year', t.number.is, t.number.validate, t.identity);
  expect(() => jsonSchemaOf(year, 'accepted', () => undefined)).toThrow('no JSON Schema is known for the codec year');
});

/** Pieces of a streamed answer: their sender chooses MsgSeq, which may repeat (269/128596). */
import { DecodedEvent } from '../../../../../src/callback/event';
import { tencentIndex } from '../../../../../src/vendors/tencent/catalogue';

function event(wire: string, body: object) {
  const source = {
    vendor: 'tencent',
    wire,
    query: {},
    operationID: 'op',
    appId: '7',
    receivedAt: 0,
    startedAt: 0,
  } as const;
  return new DecodedEvent(source, tencentIndex.get(wire), body, 1000);
}

const text = (Markdown: string) => [{ MsgType: 'TIMStreamElem', MsgContent: { Chunks: [{ Index: 1, Markdown }] } }];
const users = { From_Account: '@RBT#1', To_Account: 'u_bob' };
const numbers = { MsgSeq: 5, MsgRandom: 9, MsgTime: 1718000010, MsgKey: '5_9_1718000010' };
const inGroup = { GroupId: 'g', From_Account: '@RBT#1', MsgSeq: 5, Random: 9 };

it.each<[string, object]>([
  ['C2C.CallbackBeforeSendMsg', { ...users, ...numbers }],
  ['C2C.CallbackAfterSendMsg', { ...users, ...numbers }],
  ['Group.CallbackBeforeSendMsg', { ...inGroup, EventTime: 1718000010001 }],
  ['Group.CallbackAfterSendMsg', { ...inGroup, EventTime: 1718000010001 }],
  ['Group.CallbackSendMsgException', { ...inGroup, EventTime: 1718000010001 }],
  ['Bot.OnC2CMessage', { ...users, ...numbers }],
  ['Bot.OnGroupMessage', { ...inGroup, AtRobots_Account: ['@RBT#2'], EventTime: 1718000010001 }],
])('two pieces in %s that have the same numbers are two events', (wire, body) => {
  const [one, two] = ['Hel', 'lo'].map((piece) => event(wire, { ...body, MsgBody: text(piece) }));
  expect(one?.key).not.toBe(two?.key);
  expect(one?.sequence).toBeUndefined();
  expect(one?.conversation).toBe(two?.conversation);
  const plain = event(wire, { ...body, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Hel' } }] });
  expect(plain.key).toContain(wire.startsWith('C2C') || wire === 'Bot.OnC2CMessage' ? '1718000010' : '/9');
});

it('one piece that comes again is one event where its time is in milliseconds', () => {
  const body = { ...inGroup, EventTime: 1718000010001, MsgBody: text('Hel') };
  expect(event('Group.CallbackAfterSendMsg', body).key).toBe(event('Group.CallbackAfterSendMsg', { ...body }).key);
});

/** What becomes of an integer that a double cannot hold: exact in a field of text, left out of a field of numbers. */
import type { AnyEvent } from '../../../src';
import { refuse } from '../../../src';
import { receiver, sdkAppId, send } from '../../support/send';

const big = '9007199254740993'; // 2^53 + 1, which JSON.parse makes …992

async function sent(url: string, body: string, handlers: (seen: unknown[]) => object) {
  const seen: unknown[] = [];
  const { app, failures } = receiver({ tencent: { sdkAppId }, openim: {}, ...handlers(seen) });
  const res = await send(app, { url: `/im-callback${url}`, headers: {}, body } as never);
  const told = failures.map(({ kind, message }) => `${kind}: ${message}`);
  return { seen, told, reply: JSON.parse(res.body as string) };
}

const tencent = (command: string) => `?SdkAppid=${sdkAppId}&CallbackCommand=${command}`;
const keep = (handler: string) => (seen: unknown[]) => ({ [handler]: (event: AnyEvent) => void seen.push(event.body) });

it('arrives exact, as a string, where a text is expected', async () => {
  const body = `{"RoomId":"r","SeatList":[{"Index":1,"Member_Account":${big}}]}`;
  const { seen, told } = await sent(tencent('Mic.CallbackAfterSeatInfoChanged'), body, keep('onSeatInfo'));
  expect(seen).toEqual([{ RoomId: 'r', SeatList: [{ Index: 1, Member_Account: big }] }]);
  expect(told).toEqual([]);
});

it('is left out of an optional field of numbers, and reported', async () => {
  const body = `{"GroupId":"g","From_Account":"a","MsgBody":[],"MsgSeq":7,"Random":${big}}`;
  const { seen, told } = await sent(tencent('Group.CallbackAfterSendMsg'), body, keep('onGroupMsg'));
  expect(seen).toEqual([{ GroupId: 'g', From_Account: 'a', MsgBody: [], MsgSeq: 7, Random: undefined }]);
  expect(told).toEqual([
    'fieldsDropped: optional fields that do not fit were left out: Random: expected integer, got string',
  ]);
});

it.each<[string, string, string, string, object, string]>([
  [
    'of numbers',
    '/callbackAfterSingleMsgReadCommand',
    'onC2cReadReceipt',
    `{"conversationID":"si_a_b","userID":"a","Seqs":[55,${big},57]}`,
    { conversationID: 'si_a_b', userID: 'a', Seqs: [55, 57] },
    'Seqs.1',
  ],
  [
    'of objects that each need one',
    tencent('Group.CallbackAfterRecallMsg'),
    'onGroupMsgRevoke',
    `{"GroupId":"g","MsgSeqList":[{"MsgSeq":77},{"MsgSeq":${big}}]}`,
    { GroupId: 'g', MsgSeqList: [{ MsgSeq: 77 }] },
    'MsgSeqList.1.MsgSeq',
  ],
])('costs no other entry of a list %s, and its place is reported', async (_what, url, handler, body, left, place) => {
  const { seen, told } = await sent(url, body, keep(handler));
  expect(seen).toEqual([left]);
  expect(told).toEqual([expect.stringContaining(`left out: ${place}: expected integer, got string`)]);
});

it('makes a body unfit where the event makes no sense without the number', async () => {
  const body = `{"GroupId":"g","MsgSeqList":[{"MsgSeq":${big}}]}`;
  const { seen, told, reply } = await sent(tencent('Group.CallbackAfterRecallMsg'), body, keep('onGroupMsgRevoke'));
  expect([seen, reply.ErrorCode]).toEqual([[], 1]);
  expect(told).toEqual([
    expect.stringContaining('undecodable: the body does not fit the command: MsgSeqList.0.MsgSeq'),
  ]);
});

it('leaves nobody out of a list that a handler decides about', async () => {
  const body = '{"GroupId":"g","DestinationMembers":[{"Member_Account":"a"},{"Member_Account":null}]}';
  const { reply, told } = await sent(tencent('Group.CallbackBeforeInviteJoinGroup'), body, () => ({
    beforeGroupInvite: () => refuse(),
    failurePolicy: 'refuse',
  }));
  expect(reply.ErrorCode).toBe(1);
  expect(told).toEqual([expect.stringContaining('undecodable: ')]);
});

/** What Tencent concludes from replies that are no receiver's of ours, and from none. */
import { indexByWire } from '../../../../../src/catalogue/command';
import type { Exchange } from '../../../../../src/sending/post';
import { tencentCommands } from '../../../../../src/vendors/tencent';
import type { TencentCall } from '../../../../../src/vendors/tencent/send/call';
import { concludeTencent } from '../../../../../src/vendors/tencent/send/conclude';

const index = indexByWire(tencentCommands);
const group = 'Group.CallbackBeforeSendMsg';
const gift = 'Live.CallbackBeforeSendGift';
const friend = 'Sns.CallbackPrevFriendAdd';
const after = 'Group.CallbackAfterSendMsg';

const reply = (body: string, status = 200): Exchange => ({
  response: { status, headers: {}, body, redirects: [] },
  ms: 1,
});
const silence = (failed: 'timedOut' | 'unreachable'): Exchange => ({ failed, cause: 'no reply', ms: 1 });
const conclude = (wire: string, exchange: Exchange, console: Partial<TencentCall> = {}) =>
  concludeTencent(
    { command: index.get(wire), body: {}, failedBefore: undefined, retriesOnTimeout: false, ...console },
    exchange,
  );

const ok = '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}';

describe('a reply that fails', () => {
  it.each([
    ['badStatus', reply(ok, 204)],
    ['badStatus', reply(ok, 201)],
    ['badStatus', reply(ok, 301)],
    ['badStatus', reply(ok, 500)],
    ['notJson', reply('')],
    ['notJson', reply('ok')],
    ['notJson', reply('<!DOCTYPE html>')],
    ['notJson', reply(`\ufeff${ok}`)],
    ['notAnObject', reply('[]')],
    ['notAnObject', reply('"OK"')],
    ['notAnObject', reply('null')],
    ['wrongType', reply('{}')],
    ['wrongType', reply('{"actionCode":0,"errCode":0}')],
    ['wrongType', reply('{"ActionStatus":"OK","ErrorCode":"0","ErrorInfo":""}')],
    ['wrongType', reply('{"ActionStatus":"OK","ErrorCode":0.5}')],
    ['wrongType', reply('{"ActionStatus":1,"ErrorCode":0}')],
    ['wrongType', reply('{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":7}')],
    ['saidFail', reply('{"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":"no"}')],
    ['saidFail', reply('{"ActionStatus":"FAILURE","ErrorCode":1,"ErrorInfo":"no"}')],
    ['timedOut', silence('timedOut')],
    ['unreachable', silence('unreachable')],
  ] as const)('%s: %j', (because, exchange) => {
    const failed = { result: 'failed', because };
    expect(conclude(group, exchange)).toMatchObject({ ...failed, sender: 'goesOn', callerSees: undefined });
    const refusing = conclude(group, exchange, { failedBefore: 'refuse' });
    expect(refusing).toMatchObject({ ...failed, sender: 'refuses', callerSees: 80003 });
    expect(conclude(gift, exchange)).toMatchObject({ ...failed, sender: 'refuses', callerSees: undefined });
    expect(conclude(gift, exchange, { failedBefore: 'allow' })).toMatchObject({ ...failed, sender: 'goesOn' });
  });

  it.each([
    ['an outer code', '{"ActionStatus":"OK","ErrorCode":38000,"ErrorInfo":"no"}'],
    ['a FAIL', '{"ActionStatus":"FAIL","ErrorCode":0,"ErrorInfo":"no"}'],
  ])('%s refuses no friend', (_what, body) =>
    expect(conclude(friend, reply(body))).toMatchObject({ because: 'saidFail', sender: 'goesOn' }),
  );
});

describe('what the page says of time-outs alone', () => {
  const unsaid = 'most likely after this, of which no document says what follows';
  it.each([
    [undefined, silence('timedOut'), 'the operation goes on after a time-out'],
    ['refuse', silence('timedOut'), 'the console is set to refuse after a time-out'],
    [undefined, reply(ok, 500), `the operation goes on after a time-out, and ${unsaid}`],
    ['refuse', reply('ok'), `the console is set to refuse after a time-out, and ${unsaid}`],
    [undefined, silence('unreachable'), `the operation goes on after a time-out, and ${unsaid}`],
  ] as const)('console %s, %#', (failedBefore, exchange, why) =>
    expect(conclude(group, exchange, { failedBefore }).why).toMatch(new RegExp(`; ${why}$`)),
  );

  it('is said of every failure for a gift', () =>
    expect(conclude(gift, reply('ok')).why).toMatch(/; Live.CallbackBeforeSendGift is refused then by default$/));
});

it.each([
  [1, undefined],
  [5, undefined],
  [-3, undefined],
  [10100, undefined],
  [102099, undefined],
  [102100, 102100],
  [102201, undefined],
])('a gift is refused by code %i, and its sender sees %s', (ErrorCode, callerSees) => {
  const body = JSON.stringify({ ActionStatus: 'OK', ErrorCode, ErrorInfo: 'no' });
  expect(conclude(gift, reply(body))).toMatchObject({
    ...{ result: 'refused', sender: 'refuses', code: ErrorCode, callerSees, info: 'no' },
  });
});

describe('after the fact', () => {
  it.each([
    [true, ok],
    [false, '{"ActionStatus":"OK","ErrorCode":1,"ErrorInfo":""}'],
    [false, '{"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":"db down"}'],
  ])('acknowledged %s: %s', (acknowledged, body) =>
    expect(conclude(after, reply(body))).toMatchObject({ result: 'ignored', sender: 'goesOn', acknowledged }),
  );

  it('only a time-out comes again, and only where retry is on', () => {
    const on = { retriesOnTimeout: true };
    expect(conclude(after, silence('timedOut'), on)).toMatchObject({ because: 'timedOut', sender: 'retries' });
    expect(conclude(after, silence('timedOut'))).toMatchObject({ because: 'timedOut', sender: 'goesOn' });
    expect(conclude(after, silence('unreachable'), on)).toMatchObject({ because: 'unreachable', sender: 'goesOn' });
    expect(conclude(after, reply('', 500), on)).toMatchObject({ because: 'badStatus', sender: 'goesOn' });
    expect(conclude(group, silence('timedOut'), on)).toMatchObject({ because: 'timedOut', sender: 'goesOn' });
  });

  it('takes a command that nobody knows for one', () =>
    expect(conclude('Some.NewCallback', reply(ok))).toMatchObject({ result: 'ignored', acknowledged: true }));
});

describe('what no document says', () => {
  const code = (ErrorCode: number, more: object = {}) =>
    reply(JSON.stringify({ ActionStatus: 'OK', ErrorCode, ErrorInfo: '', ...more }));
  const items = (ResultItem: unknown) => code(0, { ResultItem });
  const body = { FriendItem: [{ To_Account: 'a' }, { To_Account: 'b' }] };
  it.each([
    ['a code of another family', group, code(120001), 'ErrorCode 120001 is not a code of'],
    ["the service's own code for muted", group, code(10017), 'ErrorCode 10017'],
    ['a drop where there is none', 'Group.CallbackBeforeCreateGroup', code(2), 'ErrorCode 2'],
    ['a code where there is no range', 'OfficialAccount.CallbackBeforeAddSubscriber', code(10100), 'ErrorCode 10100'],
    ['an empty message', group, code(0, { MsgBody: [] }), 'an empty MsgBody'],
    ['a message that is no list', group, code(0, { MsgBody: {} }), 'MsgBody in the reply'],
    ['friends without results', friend, code(0), 'ResultItem must be a list'],
    [
      'a friend without a result',
      friend,
      items([{ To_Account: 'a', ResultCode: 0 }]),
      'a user of the request has no result',
    ],
    [
      'a result out of range',
      friend,
      items(['a', 'b'].map((To_Account) => ({ To_Account, ResultCode: 1 }))),
      'ResultCode 1',
    ],
  ])('%s', (_what, wire, exchange, why) =>
    expect(conclude(wire, exchange, { body })).toMatchObject({
      ...{ result: 'undocumented', sender: 'undocumented', why: expect.stringContaining(why) },
    }),
  );
});

it('nobody refused is nothing changed, and changes beside a refusal do not count', () => {
  const invite = 'Group.CallbackBeforeInviteJoinGroup';
  const none = reply('{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","RefusedMembers_Account":[]}');
  expect(conclude(invite, none)).toMatchObject({ result: 'allowed' });
  const both = reply('{"ActionStatus":"OK","ErrorCode":1,"ErrorInfo":"no","CloudCustomData":"x"}');
  expect(conclude(group, both)).toMatchObject({ result: 'refused', info: 'no' });
});

describe('an after-callback whose reply the service reads', () => {
  const bot = 'Chatbot.OnC2CSignalMessage';

  it('is answered by the fields beside OK', () => {
    const RspData = '{"msg":"hello"}';
    const answer = JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', RspData });
    expect(conclude(bot, reply(answer))).toMatchObject({ result: 'rewritten', sender: 'goesOn', fields: { RspData } });
  });

  it('must have them, and has failed where it says so', () => {
    expect(conclude(bot, reply(ok))).toMatchObject({
      result: 'undocumented',
      why: expect.stringContaining('holds no answer'),
    });
    const failed = '{"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":"db down"}';
    expect(conclude(bot, reply(failed))).toMatchObject({ result: 'ignored', acknowledged: false });
  });
});

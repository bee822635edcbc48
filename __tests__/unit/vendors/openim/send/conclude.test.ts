/** What an OpenIM server of each version concludes from replies that are no receiver's of ours, and from none. */

import type { Exchange } from '../../../../../src/sending/post';
import { openimIndex } from '../../../../../src/vendors/openim/catalogue';
import { concludeOpenim } from '../../../../../src/vendors/openim/send/conclude';
import { type OpenimServerVersion, openimServer } from '../../../../../src/vendors/openim/send/servers';

const before = 'callbackBeforeSendGroupMsgCommand';
const reply = (body: string, status = 200): Exchange => ({
  response: { status, headers: {}, body, redirects: [] },
  ms: 1,
});
const timedOut: Exchange = { failed: 'timedOut', cause: 'no reply in 5000 ms', ms: 1 };

interface More {
  wire?: string;
  failedContinue?: boolean;
  body?: object;
}
function conclude(
  version: OpenimServerVersion,
  exchange: Exchange,
  { wire = before, failedContinue = true, body = {} }: More = {},
) {
  return concludeOpenim(
    { server: openimServer(version), command: openimIndex.get(wire), body, failedContinue },
    exchange,
  );
}

/** One version of each family that reads replies in a way of its own. */
const families = ['2.3', '3.0', '3.4', '3.4.2', '3.5', '3.6', '3.7', '3.8', 'main'] as const;
type Row = Partial<Record<OpenimServerVersion, string>> & { others: string };

const outcome = (version: OpenimServerVersion, body: string, more?: More) => {
  const conclusion = conclude(version, reply(body), more);
  return conclusion.result === 'failed' ? conclusion.because : conclusion.result;
};

describe('how a verdict is reached', () => {
  const rows: [string, Row][] = [
    ['{}', { others: 'allowed' }],
    ['null', { others: 'allowed' }],
    ['{"actionCode":0,"errCode":0,"errMsg":"","errDlt":"","nextCode":0}', { others: 'allowed' }],
    ['{"actionCode":0,"errCode":20001,"nextCode":1}', { '2.3': 'allowed', '3.6': 'allowed', others: 'refused' }],
    [
      '{"actionCode":0,"errCode":0,"nextCode":1}',
      { '2.3': 'allowed', '3.0': 'allowed', '3.4': 'allowed', '3.6': 'allowed', others: 'refused' },
    ],
    [
      '{"actionCode":1,"errCode":20001,"nextCode":0}',
      { '3.6': 'allowed', '3.7': 'allowed', '3.8': 'allowed', main: 'allowed', others: 'refused' },
    ],
    [
      '{"actionCode":1,"errCode":20001,"nextCode":1}',
      { '3.6': 'allowed', '3.7': 'allowed', '3.8': 'allowed', main: 'allowed', others: 'refused' },
    ],
    ['{"actionCode":0,"errCode":20001,"nextCode":0}', { '3.0': 'refused', '3.4': 'refused', others: 'allowed' }],
    ['{"actionCode":0,"errCode":0,"nextCode":2}', { others: 'allowed' }],
    ['{"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":"no"}', { others: 'allowed' }],
    ['{"error":"not found"}', { others: 'allowed' }],
    ['{"NEXTCODE":1,"errcode":1}', { '2.3': 'allowed', '3.6': 'allowed', others: 'refused' }],
    ['{"nextCode":1,"nextCode":0}', { others: 'allowed' }],
    // The sample reply of the group-read page.
    [
      '{"actionCode":0,"errCode":0,"errMsg":"Success","errDlt":"","nextCode":""}',
      { '2.3': 'allowed', '3.0': 'allowed', '3.4': 'allowed', others: 'wrongType' },
    ],
    ['{"nextCode":1.0}', { '2.3': 'allowed', '3.0': 'allowed', '3.4': 'allowed', others: 'wrongType' }],
    ['{"errDlt":7}', { '2.3': 'allowed', others: 'wrongType' }],
    ['{"operationID":7}', { '2.3': 'wrongType', '3.0': 'allowed', others: 'allowed' }],
    ['{"errCode":2147483648}', { '2.3': 'allowed', others: 'wrongType' }],
    ['{"actionCode":2147483648}', { '2.3': 'refused', '3.0': 'refused', '3.4': 'refused', others: 'wrongType' }],
    ['{"actionCode":"0"}', { others: 'wrongType' }],
    ['{"errMsg":{}}', { others: 'wrongType' }],
    ['', { others: 'notJson' }],
    ['OK', { others: 'notJson' }],
    ['<html></html>', { others: 'notJson' }],
    ['\ufeff{}', { others: 'notJson' }],
    ['{} OK', { others: 'notJson' }],
    [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, { others: 'notJson' }],
    ['[]', { others: 'notAnObject' }],
    ['"OK"', { others: 'notAnObject' }],
    ['0', { others: 'notAnObject' }],
  ];
  it.each(rows)('%.80s', (body, row) => {
    const found = Object.fromEntries(families.map((version) => [version, outcome(version, body)]));
    expect(found).toEqual(Object.fromEntries(families.map((version) => [version, row[version] ?? row.others])));
  });

  it.each([200, 201, 401, 404, 500])('status %i makes no difference', (status) => {
    const refusal = '{"actionCode":0,"errCode":20001,"errMsg":"no","errDlt":"d","nextCode":1}';
    expect(conclude('3.8', reply(refusal, status))).toMatchObject({
      ...{ result: 'refused', sender: 'refuses', code: 20001, callerSees: 20001, info: 'no', detail: 'd' },
    });
    expect(conclude('3.8', reply('{}', status))).toMatchObject({ result: 'allowed' });
  });

  it.each([
    ['2.3', '{"actionCode":1}', 201],
    ['2.3', '{"actionCode":1,"errCode":7}', 7],
    ['3.4', '{"actionCode":1}', 0],
    ['3.5', '{"nextCode":1}', 0],
    ['3.8', '{"nextCode":1}', 500],
    ['main', '{"nextCode":1,"errCode":-3}', 500],
    ['main', '{"nextCode":1,"errCode":29999}', 29999],
  ] as const)('%s: the caller of %s sees %i', (version, body, callerSees) =>
    expect(conclude(version, reply(body))).toMatchObject({ result: 'refused', callerSees }),
  );
});

describe('a callback that fails', () => {
  it.each([
    ['2.3', true, 'goesOn', 500, 500],
    ['2.3', false, 'refuses', 500, 500],
    ['3.0', true, 'goesOn', 90004, 90007],
    ['3.0', false, 'refuses', 90004, 90007],
    ['3.4', false, 'refuses', 90004, 90007],
    ['3.5', true, 'goesOn', 90004, 90007],
    ['3.5', false, 'refuses', 90004, 90007],
    ['3.6', true, 'goesOn', 90004, 90007],
    ['3.6', false, 'refuses', 90004, 90007],
    ['3.7', true, 'refuses', 90004, 90007],
    ['3.7', false, 'refuses', 90004, 90007],
    ['3.8', true, 'refuses', 90004, 90007],
    ['main', true, 'refuses', 90004, 90007],
  ] as const)('%s with failedContinue %s: %s', (version, failedContinue, sender, network, data) => {
    const sees = (code: number) => (sender === 'refuses' ? code : undefined);
    const late = conclude(version, timedOut, { failedContinue });
    expect(late).toMatchObject({ result: 'failed', because: 'timedOut', sender, callerSees: sees(network) });
    const broken = conclude(version, reply('OK'), { failedContinue });
    expect(broken).toMatchObject({ result: 'failed', because: 'notJson', sender, callerSees: sees(data) });
  });

  it('drops the online push in 3.0 to 3.4.0 whatever failedContinue says', () => {
    const wire = 'callbackBeforeOnlinePushCommand';
    expect(conclude('3.4', timedOut, { wire })).toMatchObject({ sender: 'refuses', callerSees: 90004 });
    expect(conclude('3.5', timedOut, { wire })).toMatchObject({ sender: 'goesOn' });
  });
});

describe('after the fact', () => {
  const quit = 'callbackAfterQuitGroupCommand';
  const refusal = '{"actionCode":1,"errCode":20001,"nextCode":1}';
  it.each(families)('%s goes on, whatever comes back', (version) => {
    for (const wire of [quit, 'callbackAfterSendGroupMsgCommand'])
      for (const exchange of [timedOut, reply(refusal), reply('OK'), reply('{"nextCode":""}'), reply('{}')])
        expect(conclude(version, exchange, { wire, failedContinue: false })).toMatchObject({ sender: 'goesOn' });
  });

  it('tells the caller of an error in 3.4.2 to 3.6, but not for messages and presence', () => {
    const more = { wire: quit, failedContinue: false };
    expect(conclude('3.5', reply(refusal), more)).toMatchObject({ result: 'ignored', callerSees: 20001 });
    expect(conclude('3.5', timedOut, more)).toMatchObject({ result: 'failed', callerSees: 90004 });
    expect(conclude('3.5', timedOut, { wire: quit })).toMatchObject({ result: 'failed', callerSees: undefined });
    expect(conclude('3.6', reply('OK'), more)).toMatchObject({ result: 'failed', callerSees: 90007 });
    expect(conclude('3.8', timedOut, more)).toMatchObject({ result: 'failed', callerSees: undefined });
    for (const wire of ['callbackAfterSendGroupMsgCommand', 'callbackAfterUserOnlineCommand'])
      expect(conclude('3.5', reply(refusal), { wire, failedContinue: false })).toMatchObject({ callerSees: undefined });
  });

  it.each([
    ['{}', true],
    ['{"actionCode":1,"errCode":20001}', false],
    ['{"errCode":7}', false],
  ])('%s is acknowledged: %s', (body, acknowledged) =>
    expect(conclude('3.8', reply(body), { wire: quit })).toMatchObject({ result: 'ignored', acknowledged }),
  );
});

describe('changes', () => {
  const modify = { wire: 'callbackBeforeMsgModifyCommand' };
  const info = {
    wire: 'callbackBeforeSetGroupInfoCommand',
    body: { groupID: 'g', groupName: 'Lunch', introduction: '', faceURL: '' },
  };
  const infoEx = {
    wire: 'callbackBeforeSetGroupInfoExCommand',
    body: { groupID: 'g', groupName: 'Lunch', ex: null, needVerification: 2 },
  };
  const userEx = {
    wire: 'callbackBeforeUpdateUserInfoExCommand',
    body: { userID: 'u', nickName: 'Mira', faceURL: null },
  };

  it.each([
    [
      'what is there',
      modify,
      '{"content":"{}","atUserIDList":["a"],"options":{"a":true}}',
      { content: '{}', atUserIDList: ['a'], options: { a: true } },
    ],
    ['an empty string, which replaces', modify, '{"ex":""}', { ex: '' }],
    ['a key of another case', modify, '{"CONTENT":"{}"}', { content: '{}' }],
    ['a group that is renamed', info, '{"groupID":"g","groupName":"Tea"}', { groupName: 'Tea' }],
    ['a name that the reply lacks', info, '{"groupID":"g"}', { groupName: '' }],
    ['changes that the reply undoes', infoEx, '{"groupID":"g"}', { groupName: null, needVerification: null }],
    ['a change that the request has', userEx, '{"nickName":"M"}', { nickName: 'M' }],
  ])('take %s', (_what, more, body, fields) =>
    expect(conclude('3.8', reply(body), more)).toEqual({
      ...{ result: 'rewritten', sender: 'goesOn', fields },
      why: expect.stringMatching(/^the server takes .* from the reply$/),
    }),
  );

  it.each([
    ['null', modify, '{"content":null,"ex":null}'],
    ['fields that the server ignores', modify, '{"msgDataList":"aGk="}'],
    ['an empty list of recipients', { wire: 'callbackBeforeOfflinePushCommand' }, '{"userIDList":[]}'],
    ['an empty remark', { wire: 'callbackBeforeSetFriendRemarkCommand' }, '{"remark":""}'],
    ['the values of the request', info, '{"groupID":"g","groupName":"Lunch"}'],
    [
      'refused members, which the server ignores',
      { wire: 'callbackBeforeInviteJoinGroupCommand' },
      '{"refusedMembersAccount":["a"]}',
    ],
  ])('leave out %s', (_what, more, body) =>
    expect(conclude('3.8', reply(body), more)).toMatchObject({ result: 'allowed' }),
  );

  it.each([
    ['no group', info, '{}', 'the reply has no groupID'],
    ['no group, with an answer to be ignored', infoEx, '{"actionCode":1}', 'the reply has no groupID'],
    ['a change that the request has not', userEx, '{"faceURL":"x"}', 'the reply changes faceURL'],
  ])('break the operation: %s', (_what, more, body, why) =>
    expect(conclude('3.8', reply(body), more)).toMatchObject({
      ...{ result: 'failed', because: 'breaksOperation', sender: 'refuses', why: expect.stringContaining(why) },
    }),
  );

  it.each([
    [modify, '{"content":{"content":"x"}}'],
    [modify, '{"options":{"a":1}}'],
    [modify, '{"msgDataList":7}'],
    [modify, '{"offlinePushInfo":{"iOSBadgeCount":1}}'],
    [info, '{"groupID":"g","notification":{"value":"x"}}'],
    [{ wire: 'callbackBeforeInviteJoinGroupCommand' }, '{"refusedMembersAccount":"a"}'],
  ])('of the wrong type spoil the reply (%#)', (more, body) =>
    expect(conclude('3.8', reply(body), more)).toMatchObject({
      result: 'failed',
      because: 'wrongType',
      callerSees: 90007,
    }),
  );

  it('are lost in 3.7 when one member joins', () => {
    const wire = 'callbackBeforeMemberJoinGroupCommand';
    expect(conclude('3.7', reply('{"nickname":"x"}'), { wire })).toMatchObject({ result: 'allowed' });
    expect(conclude('3.5', reply('{"nickname":"x"}'), { wire })).toMatchObject({ result: 'rewritten' });
  });
});

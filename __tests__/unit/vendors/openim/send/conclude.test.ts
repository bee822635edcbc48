/** What an OpenIM server of each version concludes from replies that are no receiver's of ours, and from none. */

import type { Ignored } from '../../../../../src/sending/conclusion';
import type { Exchange } from '../../../../../src/sending/post';
import { openimIndex } from '../../../../../src/vendors/openim/catalogue';
import { concludeOpenim } from '../../../../../src/vendors/openim/send/conclude';
import type { OpenimServerVersion } from '../../../../../src/vendors/openim/send/server';
import { openimServer } from '../../../../../src/vendors/openim/send/servers';

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
    // The RPC layer of every 3.x turns a code of 0 or less into 500.
    ['3.0', '{"actionCode":1}', 500],
    ['3.0', '{"errCode":-1}', 500],
    ['3.4', '{"actionCode":1}', 500],
    ['3.4.2', '{"actionCode":1,"errCode":-7}', 500],
    ['3.5', '{"nextCode":1}', 500],
    ['3.5', '{"nextCode":1,"errCode":7}', 7],
    ['3.7', '{"nextCode":1}', 500],
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

  it('tells the caller of an error in 3.4.2 to 3.6, but not for sent messages and presence', () => {
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
    'callbackAfterQuitGroupCommand',
    'callbackAfterKickGroupCommand',
    'callbackAfterCreateGroupCommand',
    'callbackAfterSetGroupInfoCommand',
    'callbackAfterDeleteFriendCommand',
    'callbackAfterUserRegisterCommand',
    // Not only messages that are sent are messages.
    'callbackBeforeAfterMsgCommand',
    'callbackAfterSingleMsgReadCommand',
  ])('%s with a failure reply ends the finished operation in 3.4.2 to 3.5, and in no other version', (wire) => {
    const told = families.filter((version) => {
      const { callerSees, why } = conclude(version, reply(refusal), { wire }) as Ignored;
      if (callerSees !== undefined) expect([callerSees, why]).toEqual([20001, expect.stringMatching(/gets an error$/)]);
      return callerSees !== undefined;
    });
    expect(told).toEqual(['3.4.2', '3.5']);
  });

  it('says of a failed callback, too, that its caller is told', () => {
    const failed = conclude('3.5', timedOut, { wire: quit, failedContinue: false });
    expect(failed.why).toBe('no reply in 5000 ms; the work is done, but its caller gets an error');
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
    ['the content that the message has', { ...modify, body: { content: '{}' } }, '{"content":"{}"}'],
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

  it('count in 2.x beside errCode 0 only', () => {
    const push = { wire: 'callbackBeforeGroupOnlinePushCommand' };
    const list = (errCode: number) => reply(`{"actionCode":0,"errCode":${errCode},"userIDList":["a"]}`);
    expect(conclude('2.3', list(0), push)).toMatchObject({ result: 'rewritten', fields: { userIDList: ['a'] } });
    expect(conclude('2.3', list(7), push)).toMatchObject({
      ...{ result: 'allowed', why: expect.stringContaining('only errCode 0 brings changes') },
    });
    expect(conclude('3.5', list(7), push)).toMatchObject({ result: 'rewritten' });
  });

  describe('of the content of a message', () => {
    const content = (text: string) => reply(JSON.stringify({ content: text }));
    it.each(['***', '', '"***"', '["***"]', '7', '{"content":"***"', "{'a':1}"])('%s is no object', (text) => {
      expect(conclude('main', content(text), modify)).toMatchObject({
        ...{ result: 'failed', because: 'breaksOperation', sender: 'refuses', callerSees: 1001 },
        why: expect.stringContaining('content must hold a JSON object'),
      });
      // Released servers look at nothing.
      for (const version of ['3.5', '3.8'] as const)
        expect(conclude(version, content(text), modify)).toMatchObject({ result: 'rewritten' });
    });
    it.each(['{"content":"***"}', ' {} ', 'null'])('%s is taken by all', (text) => {
      for (const version of ['3.5', '3.8', 'main'] as const)
        expect(conclude(version, content(text), modify)).toMatchObject({
          result: 'rewritten',
          fields: { content: text },
        });
    });
    it('warns of push info, of which nobody knows whether the message has any', () =>
      expect(conclude('3.8', reply('{"offlinePushInfo":{"title":"t"}}'), modify).why).toContain('no push info'));
  });

  describe('of the members who join', () => {
    const join = {
      wire: 'callbackBeforeMembersJoinGroupCommand',
      body: { groupID: 'g', memberList: [{ userID: 'a' }, { userID: 'b' }] },
    };
    const members = (list: unknown) => reply(JSON.stringify({ memberCallbackList: list }));
    it.each([
      ['no userID', [{ userID: 'a', nickname: 'x' }, { nickname: 'y' }], 1],
      ['null for a userID', [{ userID: null, nickname: 'y' }], 0],
      ['null', [{ userID: 'a' }, null], 1],
      ['an empty object', [{}], 0],
    ])('%s breaks the join', (_what, list, at) => {
      for (const version of ['3.8', 'main'] as const)
        expect(conclude(version, members(list), join)).toMatchObject({
          ...{ result: 'failed', because: 'breaksOperation', sender: 'refuses', callerSees: 500 },
          why: expect.stringContaining(`memberCallbackList.${at} has no userID`),
        });
    });
    it('a stranger is passed over, and so is who gets nothing', () => {
      const known = { userID: 'b', nickname: 'y' };
      const list = [{ userID: 'c', nickname: 'x' }, { userID: 'a' }, { userID: '', ex: 'e' }, known];
      expect(conclude('3.8', members(list), join)).toMatchObject({
        result: 'rewritten',
        fields: { memberCallbackList: [known] },
      });
      expect(conclude('3.8', members(list.slice(0, 3)), join)).toMatchObject({ result: 'allowed' });
    });
  });

  it('of users to be registered break at null', () => {
    const register = { wire: 'callbackBeforeUserRegisterCommand', body: { users: [{ userID: 'a' }] } };
    const users = reply('{"users":[{"userID":"a"},null]}');
    expect(conclude('3.8', users, register)).toMatchObject({
      ...{ because: 'breaksOperation', callerSees: 500, why: expect.stringContaining('users.1 is null') },
    });
    expect(conclude('3.5', users, register)).toMatchObject({ because: 'breaksOperation', callerSees: undefined });
    expect(conclude('3.8', reply('{"users":[{"userID":"b"}]}'), register)).toMatchObject({ result: 'rewritten' });
  });

  it('of the recipients of an offline push break outside groups in 3.7', () => {
    const wire = 'callbackBeforeOfflinePushCommand';
    const list = reply('{"userIDList":["a"]}');
    const inSingleChat = { wire, body: { groupID: '' } };
    expect(conclude('3.7', list, inSingleChat)).toMatchObject({ because: 'breaksOperation', sender: 'refuses' });
    expect(conclude('3.7', reply('{"userIDList":[]}'), inSingleChat)).toMatchObject({ result: 'allowed' });
    expect(conclude('3.7', list, { wire, body: { groupID: 'g' } })).toMatchObject({ result: 'rewritten' });
    for (const version of ['3.5', '3.8'] as const)
      expect(conclude(version, list, inSingleChat)).toMatchObject({ result: 'rewritten' });
  });

  it('of a remark that the reply lacks empty it in 3.4.2 to 3.6', () => {
    const remark = { wire: 'callbackBeforeSetFriendRemarkCommand', body: { remark: 'colleague' } };
    for (const version of ['3.4.2', '3.5', '3.6'] as const) {
      expect(conclude(version, reply('{}'), remark)).toMatchObject({ result: 'rewritten', fields: { remark: '' } });
      expect(conclude(version, reply('{"remark":"colleague"}'), remark)).toMatchObject({ result: 'allowed' });
    }
    for (const version of ['3.7', '3.8', 'main'] as const)
      expect(conclude(version, reply('{}'), remark)).toMatchObject({ result: 'allowed' });
  });

  it('are lost in 3.7 when one member joins', () => {
    const wire = 'callbackBeforeMemberJoinGroupCommand';
    expect(conclude('3.7', reply('{"nickname":"x"}'), { wire })).toMatchObject({ result: 'allowed' });
    expect(conclude('3.5', reply('{"nickname":"x"}'), { wire })).toMatchObject({ result: 'rewritten' });
  });
});

describe('a failed callback that is passed over', () => {
  const info = {
    wire: 'callbackBeforeSetGroupInfoCommand',
    body: { groupID: 'g', groupName: 'Lunch', introduction: '', faceURL: '' },
  };
  const modify = { wire: 'callbackBeforeMsgModifyCommand' };
  const remark = { wire: 'callbackBeforeSetFriendRemarkCommand', body: { remark: 'colleague' } };
  const passesOn = ['3.4.2', '3.5', '3.6'] as const;

  it.each([
    ['timedOut', timedOut],
    ['unreachable', { failed: 'unreachable', cause: 'ECONNREFUSED', ms: 1 } as const],
    ['notJson', reply('<html>')],
    ['notAnObject', reply('[]')],
    ['wrongType', reply('{"errMsg":7}')],
  ])('leaves no group in 3.4.2 to 3.6: %s', (because, exchange) => {
    for (const version of passesOn)
      expect(conclude(version, exchange, info)).toMatchObject({
        ...{ result: 'failed', because, sender: 'refuses', callerSees: undefined },
        why: expect.stringMatching(/failedContinue is on and does not help: the reply has no groupID/),
      });
    for (const version of ['3.0', '3.4'] as const)
      expect(conclude(version, exchange, info)).toMatchObject({ because, sender: 'goesOn' });
    expect(conclude('3.5', exchange, { ...info, failedContinue: false })).toMatchObject({
      ...{ sender: 'refuses', why: expect.stringMatching(/failedContinue is off$/) },
    });
  });

  it('helps where the group could be read', () =>
    expect(conclude('3.5', reply('{"groupID":"g","groupName":"Lunch","nextCode":""}'), info)).toMatchObject({
      ...{ because: 'wrongType', sender: 'goesOn', fields: undefined },
    }));

  it.each([
    ['{"content":"{}","nextCode":"0"}', { content: '{}' }],
    ['{"nextCode":"1","content":"{}"}', { content: '{}' }],
    // Go makes the pointer before it looks at the value.
    ['{"content":{"content":"x"}}', { content: '' }],
    ['{"ex":"x","contentType":"101"}', { ex: 'x', contentType: 0 }],
    ['{"options":7}', { options: {} }],
  ])('applies in 3.4.2 to 3.6 what it could read: %s', (body, fields) => {
    for (const version of passesOn)
      expect(conclude(version, reply(body), modify)).toEqual({
        ...{ result: 'failed', because: 'wrongType', sender: 'goesOn', callerSees: undefined, fields },
        why: expect.stringMatching(/failedContinue is on; the server takes .* from what it could read of the reply$/),
      });
    for (const version of ['3.0', '3.4'] as const)
      expect(conclude(version, reply('{"actionCode":"0","content":"{}"}'), modify)).toMatchObject({
        ...{ because: 'wrongType', sender: 'goesOn', fields: undefined },
      });
    for (const more of [{ ...modify, failedContinue: false }])
      expect(conclude('3.5', reply(body), more)).toMatchObject({ sender: 'refuses', fields: undefined });
    expect(conclude('3.8', reply(body), modify)).toMatchObject({ sender: 'refuses', fields: undefined });
  });

  it('asks nobody whether such a reply refuses', () =>
    expect(conclude('3.5', reply('{"nextCode":1,"errDlt":7}'), modify)).toMatchObject({
      ...{ because: 'wrongType', sender: 'goesOn', fields: undefined },
    }));

  it('empties a remark in 3.4.2 to 3.6', () => {
    for (const version of passesOn)
      expect(conclude(version, timedOut, remark)).toMatchObject({ sender: 'goesOn', fields: { remark: '' } });
    expect(conclude('3.4', timedOut, remark)).toMatchObject({ sender: 'goesOn', fields: undefined });
  });
});

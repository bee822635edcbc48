import { allow, refuse, rewrite, type Verdict } from '../../../../../src/catalogue/verdict';
import {
  checkFriendResults,
  FriendResults,
  friendReply,
} from '../../../../../src/vendors/tencent/catalogue/friend-result';
import { beforeFriendAdd } from '../../../../../src/vendors/tencent/catalogue/relations';
import { encodeAck } from '../../../../../src/vendors/tencent/receive/ack';

const users = [{ To_Account: 'u_bob' }, { To_Account: 'u_carol' }];

describe('friendReply', () => {
  it('lets every user of the request through', () => {
    expect(friendReply(allow(), users)).toEqual({
      ErrorCode: 0,
      ErrorInfo: '',
      ResultItem: [
        { To_Account: 'u_bob', ResultCode: 0, ResultInfo: '' },
        { To_Account: 'u_carol', ResultCode: 0, ResultInfo: '' },
      ],
    });
  });

  it('refuses every user of the request with the code of the verdict, and keeps the outer code 0', () => {
    expect(friendReply(refuse({ code: 38077, info: 'closed on Sundays' }), users)).toEqual({
      ErrorCode: 0,
      ErrorInfo: '',
      ResultItem: [
        { To_Account: 'u_bob', ResultCode: 38077, ResultInfo: 'closed on Sundays' },
        { To_Account: 'u_carol', ResultCode: 38077, ResultInfo: 'closed on Sundays' },
      ],
    });
  });

  it('refuses with 38000 where the verdict has no code', () => {
    expect(friendReply(refuse(), users.slice(1))).toMatchObject({
      ResultItem: [{ To_Account: 'u_carol', ResultCode: 38000, ResultInfo: '' }],
    });
  });

  it('takes the results of a rewrite and lets through whom it leaves out', () => {
    const verdict = rewrite({ ResultItem: [{ To_Account: 'u_carol', ResultCode: 38500, ResultInfo: 'blocked' }] });
    expect(friendReply(verdict, users)).toEqual({
      ErrorCode: 0,
      ErrorInfo: '',
      ResultItem: [
        { To_Account: 'u_carol', ResultCode: 38500, ResultInfo: 'blocked' },
        { To_Account: 'u_bob', ResultCode: 0, ResultInfo: '' },
      ],
    });
  });

  it('gives each result of a rewrite an info, because the reply needs one', () => {
    const verdict = rewrite({ ResultItem: users.map(({ To_Account }) => ({ To_Account, ResultCode: 0 })) });
    expect(friendReply(verdict, users)).toEqual(friendReply(allow(), users));
  });
});

describe('checkFriendResults', () => {
  it.each([0, 38000, 38500, 39000])('takes the code %d', (ResultCode) => {
    expect(checkFriendResults({ ResultItem: [{ To_Account: 'u_bob', ResultCode }] }, users)).toBeUndefined();
  });

  it.each([-1, 1, 37999, 39001, 120001])('refuses the code %d', (ResultCode) => {
    expect(checkFriendResults({ ResultItem: [{ To_Account: 'u_bob', ResultCode }] }, users)).toBe(
      `ResultItem.0: ResultCode is 0 or 38000 to 39000, not ${ResultCode}`,
    );
  });

  it('refuses a user who is not in the request, without naming the user', () => {
    const ResultItem = [
      { To_Account: 'u_bob', ResultCode: 0 },
      { To_Account: 'u_mallory', ResultCode: 0 },
    ];
    expect(checkFriendResults({ ResultItem }, users)).toBe(
      'ResultItem.1: To_Account is not among the users in the request',
    );
  });
});

describe('FriendResults', () => {
  it.each([
    ['no list', {}],
    ['a result without a user', { ResultItem: [{ ResultCode: 0 }] }],
    ['a result without a code', { ResultItem: [{ To_Account: 'u_bob' }] }],
    ['a code in a string', { ResultItem: [{ To_Account: 'u_bob', ResultCode: '0' }] }],
  ])('does not take %s', (_what, changes) => {
    expect(FriendResults.is(changes)).toBe(false);
  });
});

describe('the reply to a friend request', () => {
  const body = { From_Account: 'u_alice', FriendItem: users };
  const sent = (verdict: Verdict, from: unknown = body) =>
    JSON.parse(
      encodeAck({ command: beforeFriendAdd, body: from, event: undefined, operationID: 'op-1', verdict }).toString(),
    );

  it('has an outer ErrorCode of 0 for a refusal', () => {
    expect(sent(refuse({ code: 38001, info: 'no' }))).toEqual({
      ActionStatus: 'OK',
      ErrorCode: 0,
      ErrorInfo: '',
      ResultItem: users.map(({ To_Account }) => ({ To_Account, ResultCode: 38001, ResultInfo: 'no' })),
    });
  });

  it('has a result for each user after a rewrite of some', () => {
    const { ResultItem } = sent(rewrite({ ResultItem: [{ To_Account: 'u_bob', ResultCode: 38000 }] }));
    expect(ResultItem).toEqual([
      { To_Account: 'u_bob', ResultCode: 38000, ResultInfo: '' },
      { To_Account: 'u_carol', ResultCode: 0, ResultInfo: '' },
    ]);
  });

  it('names the users that can be found in a body that does not fit, and keeps the outer code at 0', () => {
    const nobody = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ResultItem: [] };
    expect(sent(allow(), {})).toEqual(nobody);
    // Any other outer code would say that the app failed.
    expect(sent(refuse(), {})).toEqual(nobody);
    expect(sent(refuse(), { FriendItem: [{ To_Account: 'b' }, {}, null] })).toMatchObject({
      ErrorCode: 0,
      ResultItem: [{ To_Account: 'b', ResultCode: 38000 }],
    });
  });
});

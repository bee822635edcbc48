import * as E from 'fp-ts/lib/Either.js';
import { checkVerdict } from '../../../../src/callback/check-verdict';
import { isKind } from '../../../../src/callback/failure';
import type { AnyCommand } from '../../../../src/catalogue/command';
import { rewrite } from '../../../../src/catalogue/verdict';
import { openimCommands } from '../../../../src/vendors/openim';
import { peopleBodies } from '../../../support/fixtures/openim-bodies-people';

function commandOf(wire: string): AnyCommand {
  const command = openimCommands.find((one) => one.wire === wire);
  if (command === undefined) throw new Error(`no command ${wire}`);
  return command;
}

describe.each(peopleBodies)('$wire with $says', ({ wire, body, expect: expected }) => {
  it('decodes', () => {
    const { request } = commandOf(wire);
    const decoded = request.decode(body);
    if (E.isLeft(decoded)) throw new Error(`does not decode: ${decoded.left.map((e) => e.context.map((c) => c.key))}`);
    expect(decoded.right).toMatchObject(expected);
    expect(request.is(decoded.right)).toBe(true);
  });
});

it('goes on without a wrapper written as an object, which no server does', () => {
  const { request } = commandOf('callbackBeforeSetGroupInfoExCommand');
  expect(request.decode({ groupID: '900100200', groupName: { value: 'Lunch' } })).toEqual(
    E.right({ groupID: '900100200', groupName: undefined }),
  );
});

/** What is wrong with these changes, or nothing. */
function problemWith(wire: string, body: unknown, changes: object): string | undefined {
  const judged = checkVerdict(commandOf(wire), rewrite(changes), body);
  return E.isLeft(judged) && isKind(judged.left, 'badVerdict') ? judged.left.reason : undefined;
}

describe('rewrite of callbackBeforeUpdateUserInfoExCommand', () => {
  const wire = 'callbackBeforeUpdateUserInfoExCommand';
  const body = { userID: '4100000002', nickName: 'Mira', faceURL: '', ex: undefined };

  it('may change what the request has, be it empty', () => {
    expect(problemWith(wire, body, { nickName: '', faceURL: 'https://img.example.com/mira.png' })).toBeUndefined();
    expect(problemWith(wire, body, { nickName: 'M', ex: undefined })).toBeUndefined();
  });

  it('may not change what the request has not, and names it', () => {
    expect(problemWith(wire, body, { nickName: 'M', ex: 'x' })).toBe(
      `rewrite of ${wire}: ex can only be changed where the request has it, and this request does not have it`,
    );
  });
});

describe('rewrite of callbackBeforeMembersJoinGroupCommand', () => {
  const wire = 'callbackBeforeMembersJoinGroupCommand';
  const body = { groupID: '900100200', memberList: [{ userID: '4100000002' }, { userID: '4100000003' }] };

  it('may change users who are about to join', () => {
    expect(problemWith(wire, body, { memberCallbackList: [{ userID: '4100000003', roleLevel: 60 }] })).toBeUndefined();
    expect(problemWith(wire, body, {})).toBeUndefined();
  });

  it('must name the user of each entry', () => {
    expect(problemWith(wire, body, { memberCallbackList: [{ nickname: 'Mira' }] })).toBe(
      `rewrite of ${wire}: memberCallbackList.0.userID: expected text, got nothing`,
    );
  });

  it('may not name other users, where the request lists any', () => {
    const memberCallbackList = [{ userID: '4100000002' }, { userID: '4100000009' }];
    expect(problemWith(wire, body, { memberCallbackList })).toBe(
      `rewrite of ${wire}: memberCallbackList.1.userID is not among the users about to join`,
    );
    expect(problemWith(wire, { ...body, memberList: [] }, { memberCallbackList })).toBeUndefined();
  });
});

it.each([
  ['callbackBeforeSetGroupInfoCommand', { notification: 'x' }],
  ['callbackBeforeSetGroupInfoExCommand', { notification: 'x' }],
  ['callbackBeforeCreateGroupCommand', { applyMemberFriend: 1 }],
  ['callbackBeforeInviteJoinGroupCommand', { refusedMembersAccount: ['4100000003'] }],
])('%s takes no change that the server would forget', (wire, changes) => {
  expect(problemWith(wire, { groupID: '900100200' }, changes)).toMatch(
    /does not read the field|does not support rewrite/,
  );
});

/** Rewrites that the vendor's server cannot use are found before they leave, and what they were to replace is refused. */
import * as E from 'fp-ts/lib/Either.js';
import { refuse, rewrite } from '../../../src';
import { checkVerdict } from '../../../src/callback/check-verdict';
import { type AnyCommand, indexByWire } from '../../../src/catalogue/command';
import { FieldsType } from '../../../src/codecs';
import { allCommands } from '../../../src/vendors/commands';
import { composeRequest as composeOpenim } from '../../../src/vendors/openim';
import { receiver, send } from '../../support/send';

const index = indexByWire(allCommands);

function commandOf(wire: string): AnyCommand {
  const command = index.get(wire);
  if (command === undefined) throw new Error(wire);
  return command;
}

function decoded({ request, sample }: AnyCommand): Record<string, unknown> {
  const result = request.decode(sample);
  if (E.isLeft(result)) throw new Error('the sample does not decode');
  return result.right;
}

const judge = (wire: string, changes: object, body: object = {}) => {
  const command = commandOf(wire);
  return checkVerdict(command, rewrite(changes), { ...decoded(command), ...body });
};

const modify = 'callbackBeforeMsgModifyCommand';
const register = 'callbackBeforeUserRegisterCommand';
const join = 'callbackBeforeMembersJoinGroupCommand';
const importFriends = 'callbackBeforeImportFriendsCommand';
const member = 'callbackBeforeSetGroupMemberInfoCommand';
const groupInfo = 'callbackBeforeSetGroupInfoCommand';
const groupInfoEx = 'callbackBeforeSetGroupInfoExCommand';
const friends = 'Sns.CallbackPrevFriendAdd';

describe('a rewrite that the server cannot use is reported with what to write, and refused', () => {
  it.each<[string, string, object, RegExp]>([
    // JSON in strings
    ['bare text as content', modify, { content: '***' }, /write content: JSON.stringify\(\{ content: '\*\*\*' \}\)/],
    ['empty content', modify, { content: '' }, /content holds a JSON object in a string/],
    ['content that is JSON, but no object', modify, { content: '"***"' }, /content holds a JSON object/],
    ['content that is a list', modify, { content: '[]' }, /content holds a JSON object/],
    ['content that is null', modify, { content: 'null' }, /content holds a JSON object/],
    // Lists that must not be empty
    ['no users to register', register, { users: [] }, /an empty users changes nothing; use refuse\(\)/],
    ['no friends to import', importFriends, { friendUserIDs: [] }, /an empty friendUserIDs changes nothing/],
    ['nobody to push to', 'callbackBeforeOfflinePushCommand', { userIDList: [] }, /an empty userIDList/],
    ['nobody to push to', 'callbackBeforeGroupOnlinePushCommand', { userIDList: [] }, /an empty userIDList/],
    ['an empty remark', 'callbackBeforeSetFriendRemarkCommand', { remark: '' }, /an empty remark changes nothing/],
    ['an empty text', 'callbackWordFilterCommand', { content: '' }, /an empty content changes nothing/],
    ['an empty message', 'C2C.CallbackBeforeSendMsg', { MsgBody: [] }, /no document describes an empty MsgBody/],
    // Entries and their IDs
    ['a user without an ID', register, { users: [{ nickname: 'x' }] }, /users.0.userID: expected text, got nothing/],
    ['a user with an empty ID', register, { users: [{ userID: '' }] }, /users.0.userID is empty/],
    ['a user twice', register, { users: [{ userID: 'a' }, { userID: 'a' }] }, /users.1.userID is already in the list/],
    ['a colon in an ID', register, { users: [{ userID: 'a' }, { userID: 'b:c' }] }, /users.1.userID has a colon/],
    ['a friend twice', importFriends, { friendUserIDs: ['a', 'b', 'a'] }, /friendUserIDs.2 is already in the list/],
    ['oneself as friend', importFriends, { friendUserIDs: ['a', '4100000001'] }, /friendUserIDs.1 is the owner/],
    [
      'a member without an ID',
      join,
      { memberCallbackList: [{ ex: '' }] },
      /memberCallbackList.0.userID: expected text/,
    ],
    ['a stranger', join, { memberCallbackList: [{ userID: 'z' }] }, /memberCallbackList.0.userID is not among/],
    ['no group ID', groupInfo, { groupID: '' }, /groupID is empty; leave it out/],
    ['no group ID', groupInfoEx, { groupID: '' }, /groupID is empty; leave it out/],
    ['a name of blanks', groupInfoEx, { groupName: ' ' }, /groupName is empty; leave it out/],
    // Numbers of which only some mean something
    ['a role that there is not', member, { roleLevel: 30 }, /roleLevel is one of 20, 60, not 30/],
    ['a second owner', member, { roleLevel: 100 }, /roleLevel is one of 20, 60, not 100/],
    ['a role that there is not', 'callbackBeforeMemberJoinGroupCommand', { roleLevel: 1 }, /one of 20, 60, 100, not 1/],
    [
      'a role that there is not',
      join,
      { memberCallbackList: [{ userID: '4100000002', roleLevel: 0 }] },
      /memberCallbackList.0.roleLevel is one of 20, 60, 100, not 0/,
    ],
    ['no kind of conversation', modify, { sessionType: 5 }, /sessionType is one of 1, 2, 3, 4/],
    ['a number beyond int32', modify, { status: 2 ** 31 }, /status: expected int32, got number/],
    ['an invalid code', friends, { ResultItem: [{ To_Account: 'u_bob', ResultCode: 5 }] }, /ResultItem.0: ResultCode/],
    ['a user twice', friends, { ResultItem: [bob(0), bob(0)] }, /ResultItem.1: this user has a result already/],
    [
      'a stranger',
      'Group.CallbackBeforeInviteJoinGroup',
      { RefusedMembers_Account: ['u_carol', 'z'] },
      /RefusedMembers_Account.1 is not among the users in the request/,
    ],
    [
      'a stranger',
      'OfficialAccount.CallbackBeforeAddSubscriber',
      { RefusedSubscribers_Account: ['z'] },
      /RefusedSubscribers_Account.0 is not among the users in the request/,
    ],
  ])('%s in %s', (_what, wire, changes, reason) => {
    const judged = judge(wire, changes);
    expect(judged).toEqual(E.left({ kind: 'badVerdict', reason: expect.stringMatching(reason), meant: refuse() }));
  });

  it('over HTTP: the original does not go through, whatever the failure policy', async () => {
    const { app, failures } = receiver({ openim: {}, beforeMsgModify: () => rewrite({ content: '***' }) });
    const body = commandOf(modify).sample;
    const res = await send(app, composeOpenim(modify, body, { path: '/im-callback' } as never));
    expect(JSON.parse(res.body as string)).toMatchObject({ actionCode: 0, errCode: 20001, nextCode: 1 });
    expect(failures).toMatchObject([{ kind: 'badVerdict', message: expect.stringContaining('JSON.stringify') }]);
  });
});

function bob(ResultCode: number) {
  return { To_Account: 'u_bob', ResultCode };
}

describe('a rewrite that the server can use passes', () => {
  it.each<[string, string, object, object]>([
    ['JSON as content', modify, { content: '{"content":"***"}' }, {}],
    [
      'bare text as content for a server 2.x, which sent bare text',
      modify,
      { content: '***' },
      { content: 'good morning' },
    ],
    ['some friends', importFriends, { friendUserIDs: ['4100000003'] }, {}],
    ['an administrator', member, { roleLevel: 60 }, {}],
    ['an empty nickname, which replaces', member, { nickName: '' }, {}],
    ['the owner of a new group', join, { memberCallbackList: [{ userID: '4100000002', roleLevel: 100 }] }, {}],
    ['an empty list of changes', join, { memberCallbackList: [] }, {}],
    ['nobody refused', 'Group.CallbackBeforeInviteJoinGroup', { RefusedMembers_Account: [] }, {}],
    ['no result, which lets all through', friends, { ResultItem: [] }, {}],
    ['no change at all', modify, {}, {}],
  ])('%s in %s', (_what, wire, changes, body) => {
    expect(E.isRight(judge(wire, changes, body))).toBe(true);
  });

  // A friend request is decided user by user: its rewrite has no field of the body.
  const rewritable = allCommands.filter(({ phase, rewrite }) => {
    return phase === 'before' && rewrite instanceof FieldsType && Object.keys(rewrite.required).length === 0;
  });

  it.each(rewritable.map((command) => [command.wire, command] as const))('what %s has itself', (_wire, command) => {
    const body = decoded(command);
    const names = command.rewrite instanceof FieldsType ? Object.keys(command.rewrite.optional) : [];
    const same = names.filter((name) => body[name] !== undefined && !command.ignoredWhenEmpty.includes(name));
    const changes = Object.fromEntries(same.map((name) => [name, body[name]]));
    expect(checkVerdict(command, rewrite(changes), body)).toMatchObject({ _tag: 'Right' });
  });
});

import * as E from 'fp-ts/lib/Either.js';
import { checkVerdict } from '../../../../src/callback/check-verdict';
import { isKind } from '../../../../src/callback/failure';
import { indexByWire } from '../../../../src/catalogue/command';
import { rewrite } from '../../../../src/catalogue/verdict';
import { openimCommands } from '../../../../src/vendors/openim';
import { messageBodies } from '../../../support/fixtures/openim-bodies-messages';

const commands = indexByWire(openimCommands);

function find(wire: string) {
  const command = commands.get(wire);
  if (command === undefined) throw new Error(`no command ${wire}`);
  return command;
}

describe.each(messageBodies.map((one) => [one.wire, one.says, one] as const))('%s', (wire, says, one) => {
  it(says, () => {
    const command = find(wire);
    const decoded = command.request.decode(one.body);
    if (E.isLeft(decoded)) throw new Error('the body does not decode');
    expect(decoded.right).toMatchObject(one.expect);
    for (const name of one.absent ?? []) expect(decoded.right[name]).toBeUndefined();
    expect(command.request.is(decoded.right)).toBe(true);
    expect(() => command.identity(decoded.right)).not.toThrow();
  });
});

describe('a conversation', () => {
  const conversation = (wire: string, body: object) => find(wire).identity(body).conversation;
  const revoked = (conversationID: string, userID: string) =>
    conversation('callbackBeforeAfterMsgCommand', { conversationID, seq: 1, userID });

  it('is the same for a message of a single chat in either direction, its reading and its revocation', () => {
    const chat = ['c2c', 'a', 'b'];
    expect(conversation('callbackAfterSendSingleMsgCommand', { sendID: 'a', recvID: 'b' })).toEqual(chat);
    expect(conversation('callbackAfterSendSingleMsgCommand', { sendID: 'b', recvID: 'a' })).toEqual(chat);
    expect(conversation('callbackAfterMsgSaveDBCommand', { sendID: 'b', recvID: 'a', groupID: '' })).toEqual(chat);
    const read = { conversationID: 'si_a_b', userID: 'b' };
    expect(conversation('callbackAfterSingleMsgReadCommand', read)).toEqual(chat);
    expect(revoked('si_a_b', 'a')).toEqual(chat);
  });

  it('is the same for a group message and its revocation', () => {
    const group = ['group', '9_1'];
    expect(conversation('callbackAfterSendGroupMsgCommand', { sendID: 'a', groupID: '9_1' })).toEqual(group);
    expect(conversation('callbackAfterMsgSaveDBCommand', { sendID: 'a', recvID: '', groupID: '9_1' })).toEqual(group);
    expect(revoked('sg_9_1', 'a')).toEqual(group);
  });

  it('is cut at the user who is known, since user IDs may hold what joins them', () => {
    expect(revoked('si_a_b_c', 'a_b')).toEqual(['c2c', 'a_b', 'c']);
    expect(revoked('si_a_b_c', 'b_c')).toEqual(['c2c', 'a', 'b_c']);
  });

  it('is the ID as it came where nothing tells what it holds', () => {
    expect(revoked('si_a_b', 'admin')).toEqual(['conversation', 'si_a_b']);
    expect(revoked('n_a_b', 'a')).toEqual(['conversation', 'n_a_b']);
  });
});

describe('a rewrite', () => {
  const problem = (wire: string, changes: object) => {
    const checked = checkVerdict(find(wire), rewrite(changes), {});
    return E.isLeft(checked) && isKind(checked.left, 'badVerdict') ? checked.left.reason : undefined;
  };

  it('of an offline push names users, since an empty list would suppress nothing', () => {
    expect(problem('callbackBeforeOfflinePushCommand', { userIDList: ['u'], offlinePushInfo: { title: 't' } })).toBe(
      undefined,
    );
    expect(problem('callbackBeforeOfflinePushCommand', { offlinePushInfo: { title: 't' } })).toBe(undefined);
    expect(problem('callbackBeforeOfflinePushCommand', { userIDList: [] })).toMatch(/use refuse\(\)/);
  });

  it('of a message has a string as content and only booleans as options', () => {
    const wire = 'callbackBeforeMsgModifyCommand';
    expect(problem(wire, { content: '{"content":"hi"}', options: { history: true } })).toBe(undefined);
    expect(problem(wire, { content: { content: 'hi' } })).toMatch(/content: expected text, got object/);
    expect(problem(wire, { options: { history: 'yes' } })).toMatch(/options: expected options, got object/);
    // The decoder would take this for true; the server would not.
    expect(problem(wire, { options: { history: 'true' } })).toMatch(/options: expected options, got object/);
  });

  it.each([
    ['callbackBeforeMsgModifyCommand', 'msgDataList'],
    ['callbackBeforeOnlinePushCommand', 'userIDList'],
    ['callbackBeforeOnlinePushCommand', 'offlinePushInfo'],
    ['callbackBeforeGroupOnlinePushCommand', 'offlinePushInfo'],
  ])('of %s has no %s, which the server ignores', (wire, name) => {
    expect(problem(wire, { [name]: [] })).toMatch(/does not read the field|does not support rewrite/);
  });
});

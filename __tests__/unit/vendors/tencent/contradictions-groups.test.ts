import * as E from 'fp-ts/lib/Either.js';
import type { AnyCommand } from '../../../../src/catalogue/command';
import { tencentCommands } from '../../../../src/vendors/tencent';
import { groupContradictions } from '../../../support/fixtures/contradictions-groups';

function commandOf(wire: string): AnyCommand {
  const found = tencentCommands.find((command) => command.wire === wire);
  if (found === undefined) throw new Error(`no command ${wire}`);
  return found;
}

describe('where documents of groups and official accounts disagree', () => {
  it.each(groupContradictions)('$wire: $says', ({ wire, body, expect: wanted }) => {
    const { request } = commandOf(wire);
    const decoded = request.decode(body);
    if (E.isLeft(decoded)) throw new Error('it does not decode');
    expect(decoded.right).toMatchObject(wanted);
    expect(request.is(decoded.right)).toBe(true);
    expect(request.decode(decoded.right)).toEqual(decoded);
  });

  it.each([
    ['Group.CallbackAfterCreateGroup', 'GroupId', 'groupID'],
    ['Group.CallbackAfterMemberFieldChanged', 'Member_Account', 'Modified_Account'],
  ])('%s: %s has precedence over %s, and one of them is needed', (wire, first, second) => {
    const { request } = commandOf(wire);
    const { [first]: _, ...rest } = request.encode(commandOf(wire).sample);
    expect(request.decode({ ...rest, [first]: 'one', [second]: 'two' })).toMatchObject({
      right: { [first]: 'one', [second]: 'two' },
    });
    expect(request.decode({ ...rest, [first]: null, [second]: 'two' })).toMatchObject({ right: { [first]: 'two' } });
    expect(E.isLeft(request.decode(rest))).toBe(true);
  });

  it.each([
    ['Group.CallbackBeforeInviteJoinGroup', 'RefusedMembers_Account'],
    ['OfficialAccount.CallbackBeforeAddSubscriber', 'RefusedSubscribers_Account'],
  ])('%s: the list of refused users is called %s, and holds plain ids', (wire, name) => {
    const { rewrite } = commandOf(wire);
    expect(rewrite?.is({ [name]: ['u_carol'] })).toBe(true);
    expect(rewrite?.is({ [name]: [{ Member_Account: 'u_carol' }] })).toBe(false);
    expect(commandOf(wire).refusal.own).toEqual(wire.startsWith('Group.') ? [10100, 10200] : undefined);
  });
});

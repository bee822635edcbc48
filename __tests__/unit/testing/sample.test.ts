import { type CommandName, sample } from '../../../src/testing';
import { commands } from '../../../src/vendors/commands';

it('is the sample of the catalogue, fresh at each call', () => {
  const one = sample('Group.CallbackBeforeInviteJoinGroup');
  expect(one.DestinationMembers).toEqual([{ Member_Account: 'u_carol' }, { Member_Account: 'u_dan' }]);
  one.DestinationMembers?.pop();
  expect(sample('Group.CallbackBeforeInviteJoinGroup').DestinationMembers).toHaveLength(2);
});

it('has one for every command', () => {
  for (const { command } of commands) expect(sample(command as CommandName)).toEqual(expect.any(Object));
});

it('merges objects, and replaces lists and everything else', () => {
  const MsgBody = [{ MsgType: 'TIMFaceElem' as const, MsgContent: { Index: 1 } }];
  const overrides = { GroupId: 'g', MsgBody, EventTime: null };
  const body = sample('Group.CallbackBeforeSendMsg', overrides);
  expect(body).toEqual({ ...sample('Group.CallbackBeforeSendMsg'), ...overrides });
  expect(body.MsgBody).not.toBe(MsgBody);
  const status = sample('State.StateChange', { Info: { Action: 'Logout' } });
  expect(status.Info).toEqual({ ...sample('State.StateChange').Info, Action: 'Logout' });
});

it('leaves out what is undefined', () => {
  expect(sample('Group.CallbackBeforeSendMsg', { GroupId: undefined })).not.toHaveProperty('GroupId');
});

it('says what to write for an unknown name', () => {
  expect(() => sample('callbackNone' as CommandName)).toThrow(
    new TypeError("no command is called callbackNone; write a wire name, e.g. 'Group.CallbackBeforeSendMsg'"),
  );
});

import { freshSample } from '../../../src/catalogue/fresh-sample';
import { allCommands, commandNamed } from '../../../src/vendors/commands';

it.each(allCommands.map((command) => [command.wire, command] as const))('%s: is the sample', (_wire, command) =>
  expect(freshSample(command)).toEqual(command.sample),
);

it('is a copy down to the last list', () => {
  const command = commandNamed('Group.CallbackBeforeInviteJoinGroup');
  const members = () => freshSample(command).DestinationMembers as object[];
  members().pop();
  Object.assign(members()[0] ?? {}, { Member_Account: 'changed' });
  expect(members()).toEqual([{ Member_Account: 'u_carol' }, { Member_Account: 'u_dan' }]);
});

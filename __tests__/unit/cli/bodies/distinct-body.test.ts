import type { AnyCommand } from '../../../../src';
import { DecodedEvent } from '../../../../src/callback/event';
import { distinctBody } from '../../../../src/cli/bodies/distinct-body';
import { allCommands, type KnownCommand } from '../../../../src/vendors/commands';

/** The event that a receiver makes of the body; throws where it does not fit. */
function eventOf(command: AnyCommand, body: unknown): DecodedEvent {
  const decoded = command.request.decode(body);
  if (decoded._tag === 'Left') throw new Error(`${command.wire} does not fit`);
  const { vendor, wire } = command;
  const source = { vendor, wire, query: {}, operationID: 'o', appId: undefined, receivedAt: 0, startedAt: 0 };
  return new DecodedEvent(source, command, decoded.right, 1000);
}

describe('bodies of events of their own', () => {
  it.each(allCommands.map((command) => [command.wire, command] as const))('%s', (_wire, command) => {
    const bodies = Array.from({ length: 20 }, (_, n) => distinctBody(command, { n, conversation: n % 3 }));
    const keys = bodies.map((body) => eventOf(command, body).key);
    expect(new Set(keys).size).toBe(20);
    expect(distinctBody(command, { n: 5, conversation: 2 })).toEqual(bodies[5]);
    expect(Object.keys(bodies[3] ?? {})).toEqual(Object.keys(command.sample));
  });

  it('belong to as many conversations as are asked for', () => {
    const group = allCommands.filter(({ handler }) => handler === 'onGroupMsg');
    expect(group).toHaveLength(2);
    for (const command of group) {
      const conversations = Array.from({ length: 9 }, (_, n) => distinctBody(command, { n, conversation: n % 3 }));
      expect(new Set(conversations.map((body) => eventOf(command, body).conversation)).size).toBe(3);
    }
  });

  it('are numbered within their conversation, so that a missing one shows', () => {
    const command = allCommands.find(({ wire }) => wire === 'Group.CallbackAfterSendMsg') as KnownCommand; // it is in the catalogue
    const numbers = [1, 2, 3].map((sequence) => eventOf(command, distinctBody(command, { n: 40, sequence })).sequence);
    expect(numbers).toEqual([1001, 1002, 1003]);
  });
});

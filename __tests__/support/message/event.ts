import type { EventOf } from '../../../src';
import { DecodedEvent } from '../../../src/callback/event';
import type { CommandName, DeepPartial, WireBody } from '../../../src/testing';
import { sample } from '../../../src/testing';
import { type CommandNamed, commandNamed } from '../../../src/vendors/commands';

/** The event of a command, with its sample as the body and these fields in it; decoded as a receiver does. */
export function eventOf<W extends CommandName>(
  wire: W,
  overrides?: DeepPartial<WireBody<W>>,
): EventOf<CommandNamed<W>> {
  return eventWith(wire, sample(wire, overrides));
}

/** The same with this body and no other. */
export function eventWith<W extends CommandName>(wire: W, body: unknown): EventOf<CommandNamed<W>> {
  const command = commandNamed(wire);
  const decoded = command.request.decode(body);
  if (decoded._tag === 'Left') throw new Error(`the body does not fit ${wire}`);
  return undecoded(wire, decoded.right);
}

/** The same with a body that no codec has seen. */
export function undecoded<W extends CommandName>(wire: W, body: unknown): EventOf<CommandNamed<W>> {
  const command = commandNamed(wire);
  const source = { vendor: command.vendor, wire, query: {}, operationID: 'o', appId: '1', receivedAt: 0, startedAt: 0 };
  // A DecodedEvent says less of its body than its command does.
  return new DecodedEvent(source, command, body, 1000) as never;
}

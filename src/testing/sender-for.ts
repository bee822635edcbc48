import type { AnyCommand } from '../catalogue/command';
import type { ReceiverCredentials } from '../receiver/receivers';
import { createAnySender, missingOption } from '../sender/create-sender';
import type { Sender } from '../sending/sender';
import type { SendingSide } from '../sending/sending-side';
import type { Vendor } from '../vendors';

/** The vendor's sender with the credentials and the clock of the receiver; the options override them. */
export function senderFor(
  vendor: Vendor,
  side: SendingSide,
  to: string,
  given: object,
  receiver: ReceiverCredentials | undefined,
): Sender<AnyCommand> {
  const own = receiver?.[vendor];
  const options = {
    ...(receiver?.clock && { clock: receiver.clock }),
    ...(own && side.optionsToReach(own, given)),
    ...given,
  };
  const missing = missingOption(side.options.required, options);
  if (missing !== undefined)
    throw new TypeError(
      `deliver: option ${missing.name} is missing, since the receiver could not be asked; write { ${missing.name}: ${missing.example} }`,
    );
  return createAnySender({ ...options, vendor, to });
}

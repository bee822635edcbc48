import { bareOr, fields, text } from '../../../codecs';

/** A developer who has set up only Chat does not expect callbacks of rooms, live rooms and calls. */
export const sisterProduct =
  'Comes from the RTC product: same protocol, same SDKAppID and same URL as the commands of Chat.';

/** The samples print it as a bare number of 18 digits. */
export const bigOwner =
  'The sample has Owner_Account as a number beyond 2^53. It arrives exact, as a string; rounded by a JSON parser in front, it is left out.';

const Room = fields('battle room', { RoomId: text }, { Owner_Account: text });

/**
 * A live room that takes part in a battle: an object in the sample of 647/68260, while its table says String. A bare
 * string, should one come, is read as the room's ID, so that there is one form afterwards.
 */
export const BattleRoom = bareOr(Room, 'RoomId');

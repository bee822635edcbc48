import { bareOr, fields, text } from '../../../codecs';

/** What nobody expects of rooms, live rooms and calls who has set up Chat alone. */
export const sisterProduct =
  'Comes from the RTC product: same protocol, same SDKAppID and same URL as the commands of Chat.';

/** Of the commands that only the list of commands (647/64413) names. */
export const bodyUnknown =
  'No document shows the body, only the name of the command; count on no field of it but CallbackCommand.';

const Room = fields('battle room', { RoomId: text }, { Owner_Account: text });

/**
 * A live room that takes part in a battle: an object in the sample of 647/68260, while its table says String. A bare
 * string, should one come, is read as the room's ID, so that there is one form afterwards.
 */
export const BattleRoom = bareOr(Room, 'RoomId');

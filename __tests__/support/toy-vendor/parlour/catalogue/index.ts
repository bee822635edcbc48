import { type AnyCommand, commandsOf, indexByWire } from '../../../catalogue/command';
import { fields, integer, text } from '../../../codecs';

const command = commandsOf({
  vendor: 'parlour',
  namesApp: false,
  datesInMs: true,
  refusal: { plain: 4, own: [400, 499] },
});

const knock = command({
  wire: 'room.knock',
  event: 'roomKnock',
  phase: 'before',
  summary: 'Somebody wants to enter a room.',
  source: 'book/3',
  request: fields('room.knock', { room: text, guest: text }, { at: integer }),
  rewrite: fields('rewrite of room.knock', {}, { seat: integer }),
  meanings: { guest: 'who is at the door' },
  quirks: ['A guest may knock twice.'],
  identity: ({ room, guest, at }) => ({ key: [room, guest, at], conversation: ['room', room], at }),
  sample: { room: 'blue', guest: 'u_alice', at: 1_718_000_200_001 },
});

/** Handled by the same option as the group messages of other services. */
const posted = command({
  wire: 'message.posted',
  aliases: ['message.said'],
  event: 'groupMsg',
  phase: 'after',
  summary: 'A message was posted in a room.',
  source: 'book/4',
  request: fields('message.posted', { room: text, id: text, author: text }, { words: text, at: integer }),
  meanings: { id: 'number of the message in its room', words: 'what was said' },
  identity: ({ room, id, at }) => ({ key: [room, id], conversation: ['room', room], at }),
  sample: { room: 'blue', id: 'm-1', author: 'u_bob', words: 'Good evening.', at: 1_718_000_200_002 },
});

export type ParlourCommand = typeof knock | typeof posted;

export const parlourTopics = { doors: [knock], messages: [posted] };
export const parlourCommands: readonly ParlourCommand[] = [knock, posted];
export const parlourIndex: ReadonlyMap<string, AnyCommand> = indexByWire(parlourCommands);
export const parlourVocabulary = { room: 'name of the room', author: 'who wrote it', at: 'Unix time in milliseconds' };

import { anyRecord, fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { BattleRoom, bodyUnknown, sisterProduct } from './rtc';

export const afterCreateBattle = command({
  wire: 'Live.CallbackAfterCreateBattle',
  event: 'liveBattleCreate',
  phase: 'after',
  summary: 'A battle between live rooms was set up.',
  source: '647/68259, 647/64413',
  confidence: 'name-only',
  request: anyRecord,
  quirks: [sisterProduct, bodyUnknown],
  identity: () => ({}),
  sample: { CallbackCommand: 'Live.CallbackAfterCreateBattle' },
});

export const afterStartBattle = command({
  wire: 'Live.CallbackAfterStartBattle',
  event: 'liveBattleStart',
  phase: 'after',
  summary: 'A battle between live rooms started.',
  source: '647/68260',
  request: fields(
    'Live.CallbackAfterStartBattle',
    { BattleId: text, FromRoomInfo: BattleRoom },
    {
      CallbackCommand: text,
      Duration: integer,
      CreateTime: integer,
      StartTime: integer,
      ToRoomList: list(BattleRoom),
      EventTime: integer,
    },
  ),
  meanings: {
    BattleId: 'battle ID',
    Duration: 'how long the battle lasts; no unit is documented',
    StartTime: 'when it started, Unix SECONDS',
    FromRoomInfo: 'the room that challenged',
    ToRoomList: 'the rooms that were challenged',
  },
  quirks: [
    sisterProduct,
    'FromRoomInfo is an object in the sample of the page, a String in its table; a string is read as the RoomId.',
    'CreateTime and StartTime are seconds, EventTime is milliseconds.',
  ],
  // A battle starts once; EventTime guards against an id that is used again.
  identity: ({ BattleId, FromRoomInfo, EventTime }) => ({
    key: [BattleId, EventTime],
    conversation: ['live', FromRoomInfo.RoomId],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Live.CallbackAfterStartBattle',
    BattleId: 'bm92YQ==',
    Duration: 60000,
    CreateTime: 1718000604,
    StartTime: 1718000605,
    FromRoomInfo: { RoomId: 'live-3', Owner_Account: 'u_alice' },
    ToRoomList: [{ RoomId: 'live-4', Owner_Account: 'u_dan' }],
    EventTime: 1718000605001,
  },
});

export const afterEndBattle = command({
  wire: 'Live.CallbackAfterEndBattle',
  event: 'liveBattleEnd',
  phase: 'after',
  summary: 'A battle between live rooms ended.',
  source: '647/68261, 647/64413',
  confidence: 'name-only',
  request: anyRecord,
  quirks: [sisterProduct, bodyUnknown],
  identity: () => ({}),
  sample: { CallbackCommand: 'Live.CallbackAfterEndBattle' },
});

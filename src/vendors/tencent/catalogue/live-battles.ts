import { boolean, fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { BattleRoom, bigOwner, sisterProduct } from './rtc';

export const afterCreateBattle = command({
  wire: 'Live.CallbackAfterCreateBattle',
  event: 'liveBattleCreate',
  phase: 'after',
  summary: 'A battle between live rooms was set up.',
  titleZh: '创建 PK 之后回调',
  source: '647/68259, 269/117721',
  request: fields(
    'Live.CallbackAfterCreateBattle',
    { BattleId: text, FromRoomId: text },
    {
      CallbackCommand: text,
      Operator_Account: text,
      ToRoomIdList: list(text),
      Timeout: integer,
      Duration: integer,
      NeedResponse: boolean,
      ExtensionInfo: text,
      EventTime: integer,
    },
  ),
  meanings: {
    BattleId: 'battle ID',
    FromRoomId: 'ID of the room that challenges',
    ToRoomIdList: 'IDs of the rooms that are challenged',
    'ToRoomIdList[]': 'room ID',
    Timeout: 'milliseconds to wait for the answers of the rooms, where NeedResponse is true',
    Duration: 'how long the battle is to last, in milliseconds',
    NeedResponse: 'false when the battle starts at once',
    ExtensionInfo: 'free text of the app',
  },
  quirks: [sisterProduct, 'Rooms are plain IDs here, objects when the battle starts and ends.'],
  // A battle is set up once; EventTime guards against an id that is used again.
  identity: ({ BattleId, FromRoomId, EventTime }) => ({
    key: [BattleId, EventTime],
    conversation: ['live', FromRoomId],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Live.CallbackAfterCreateBattle',
    Operator_Account: 'u_alice',
    BattleId: 'bm92YQ==',
    FromRoomId: 'live-3',
    ToRoomIdList: ['live-4'],
    Timeout: 30000,
    Duration: 60000,
    NeedResponse: false,
    ExtensionInfo: '',
    EventTime: 1718000604001,
  },
});

export const afterStartBattle = command({
  wire: 'Live.CallbackAfterStartBattle',
  event: 'liveBattleStart',
  phase: 'after',
  summary: 'A battle between live rooms started.',
  titleZh: 'PK 开启之后回调',
  source: '647/68260, 269/117554',
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

const Fighter = fields('battle room', { RoomId: text }, { Score: integer, Owner_Account: text });

export const afterEndBattle = command({
  wire: 'Live.CallbackAfterEndBattle',
  event: 'liveBattleEnd',
  phase: 'after',
  summary: 'A battle between live rooms ended, or never began.',
  titleZh: 'PK 结束之后回调',
  source: '647/68261, 269/117555',
  request: fields(
    'Live.CallbackAfterEndBattle',
    { BattleId: text, FromRoomInfo: Fighter },
    {
      CallbackCommand: text,
      Duration: integer,
      CreateTime: integer,
      StartTime: integer,
      EndTime: integer,
      OpType: integer,
      ToRoomList: list(Fighter),
      EventTime: integer,
    },
  ),
  meanings: {
    BattleId: 'battle ID',
    Duration: 'how long the battle was to last, in milliseconds',
    StartTime: 'when it started, Unix SECONDS; no page says what it is for a battle that never started',
    EndTime: 'when it ended, Unix SECONDS',
    OpType: 'why: 0 its time was over, 1 all hosts left, 2 nobody joined',
    FromRoomInfo: 'the room that challenged',
    'FromRoomInfo.Score': 'points of the room',
    ToRoomList: 'the rooms that were challenged',
    'ToRoomList[].Score': 'points of the room',
  },
  quirks: [sisterProduct, bigOwner, 'It does not say who ended it.'],
  // See afterStartBattle.
  identity: ({ BattleId, FromRoomInfo, EventTime }) => ({
    key: [BattleId, EventTime],
    conversation: ['live', FromRoomInfo.RoomId],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Live.CallbackAfterEndBattle',
    BattleId: 'bm92YQ==',
    Duration: 60000,
    CreateTime: 1718000604,
    StartTime: 1718000605,
    EndTime: 1718000665,
    OpType: 0,
    FromRoomInfo: { RoomId: 'live-3', Score: 10, Owner_Account: 'u_alice' },
    ToRoomList: [{ RoomId: 'live-4', Score: 8, Owner_Account: 'u_dan' }],
    EventTime: 1718000666119,
  },
});

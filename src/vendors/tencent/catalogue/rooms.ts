import { boolean, fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { sisterProduct } from './rtc';

/** A conference room as both room pages show it. An update names only part of it, and may even lack the id. */
const RoomInfo = fields(
  'room',
  {},
  {
    RoomId: text,
    RoomName: text,
    RoomType: text,
    Owner_Account: text,
    MaxMemberCount: integer,
    MaxSeatCount: integer,
    IsVideoDisabled: boolean,
    IsAudioDisabled: boolean,
    IsMessageDisabled: boolean,
    IsScreenSharingDisabled: boolean,
    IsCloudRecordingDisabled: boolean,
    CustomInfo: text,
    ScheduleStartTime: integer,
    ScheduleEndTime: integer,
    RoomStatus: text,
    IsSeatEnabled: boolean,
    TakeSeatMode: text,
    CreateTime: integer,
  },
);

/** Without an id there is no conversation: a common one for all rooms without an id would be wrong. */
const inRoom = (RoomId: string | undefined) => (RoomId === undefined ? undefined : (['room', RoomId] as const));

export const afterCreateRoom = command({
  wire: 'Room.CallbackAfterCreateRoom',
  event: 'roomCreate',
  phase: 'after',
  summary: 'A conference room was created, at once or for a planned time.',
  titleZh: '创建房间之后回调',
  source: '647/60733',
  request: fields(
    'Room.CallbackAfterCreateRoom',
    { RoomInfo },
    { CallbackCommand: text, Operator_Account: text, ScheduleInviteeList_Account: list(text), EventTime: integer },
  ),
  meanings: {
    ScheduleInviteeList_Account: 'user IDs invited to a planned room',
    'ScheduleInviteeList_Account[]': 'user ID',
  },
  quirks: [
    sisterProduct,
    'The table of the page lists ScheduleStartTime twice; the second one describes ScheduleEndTime.',
  ],
  // An id may be used again after the room is gone, but not within the same millisecond.
  identity: ({ RoomInfo: { RoomId }, EventTime }) => ({
    key: [RoomId, EventTime],
    conversation: inRoom(RoomId),
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Room.CallbackAfterCreateRoom',
    Operator_Account: 'admin_1',
    RoomInfo: {
      RoomId: 'r-9',
      RoomName: 'Weekly',
      RoomType: 'Meeting',
      Owner_Account: 'u_alice',
      MaxMemberCount: 50,
      MaxSeatCount: 8,
      IsVideoDisabled: false,
      IsAudioDisabled: false,
      IsMessageDisabled: false,
      IsScreenSharingDisabled: true,
      IsCloudRecordingDisabled: true,
      CustomInfo: 'x',
      ScheduleStartTime: 1718001000,
      ScheduleEndTime: 1718004600,
      RoomStatus: 'Running',
      IsSeatEnabled: true,
      TakeSeatMode: 'ApplyToTake',
      CreateTime: 1718000990,
    },
    ScheduleInviteeList_Account: ['u_bob'],
    EventTime: 1718000500001,
  },
});

export const afterDestroyRoom = command({
  wire: 'Room.CallbackAfterDestroyRoom',
  event: 'roomDestroy',
  phase: 'after',
  summary: 'A conference room was destroyed.',
  titleZh: '解散房间之后回调',
  source: '647/60732, 1690/102903',
  request: fields(
    'Room.CallbackAfterDestroyRoom',
    { RoomId: text },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  quirks: [sisterProduct],
  identity: ({ RoomId, EventTime }) => ({
    key: [RoomId, EventTime],
    conversation: ['room', RoomId],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Room.CallbackAfterDestroyRoom',
    Operator_Account: 'admin_1',
    RoomId: 'r-9',
    EventTime: 1718000501001,
  },
});

export const afterUpdateRoomInfo = command({
  wire: 'Room.CallbackAfterUpdateRoomInfo',
  // As 269/105401 of 2024 has it.
  aliases: ['Room.CallbackUpdateRoomInfo'],
  event: 'roomInfo',
  phase: 'after',
  summary: 'Settings of a conference room were changed.',
  titleZh: '更新房间信息之后回调',
  source: '647/60731',
  request: fields(
    'Room.CallbackAfterUpdateRoomInfo',
    { RoomInfo },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  quirks: [
    sisterProduct,
    'IsCloudRecordingDisabled is the word "false" in quotes in the sample of the page, a Bool in its table.',
  ],
  // Two changes may fall into one millisecond: the key is a digest.
  identity: ({ RoomInfo: { RoomId }, EventTime }) => ({ conversation: inRoom(RoomId), at: EventTime }),
  sample: {
    CallbackCommand: 'Room.CallbackAfterUpdateRoomInfo',
    Operator_Account: 'u_alice',
    RoomInfo: {
      RoomId: 'r-9',
      RoomName: 'Weekly 2',
      Owner_Account: 'u_alice',
      TakeSeatMode: 'FreeToTake',
      MaxMemberCount: 60,
      IsVideoDisabled: false,
      IsAudioDisabled: true,
      IsMessageDisabled: false,
      IsScreenSharingDisabled: false,
      IsCloudRecordingDisabled: 'false',
      CustomInfo: 'y',
    },
    EventTime: 1718000502001,
  },
});

/** A change of who is in a conference room. */
const membership = {
  required: { RoomId: text, MemberList_Account: list(text) },
  optional: { CallbackCommand: text, Operator_Account: text, MemberCount: integer, Type: text, EventTime: integer },
};
const notAGroupType = 'Type is the way of entering or leaving, not a group type as elsewhere.';

export const afterMemberEnter = command({
  wire: 'Room.CallbackAfterMemberEnter',
  event: 'roomEnter',
  phase: 'after',
  summary: 'Members entered a conference room.',
  titleZh: '用户进房之后回调',
  source: '647/60735',
  request: fields('Room.CallbackAfterMemberEnter', membership.required, membership.optional),
  meanings: { Type: 'how they came: Enter', 'MemberList_Account[]': 'user ID of the member' },
  quirks: [sisterProduct, notAGroupType],
  // Two members may come within one millisecond, and one may come again: the key is a digest.
  identity: ({ RoomId, EventTime }) => ({ conversation: ['room', RoomId], at: EventTime }),
  sample: {
    CallbackCommand: 'Room.CallbackAfterMemberEnter',
    Operator_Account: 'u_bob',
    RoomId: 'r-9',
    MemberCount: 7,
    Type: 'Enter',
    MemberList_Account: ['u_bob'],
    EventTime: 1718000503001,
  },
});

export const afterMemberLeave = command({
  wire: 'Room.CallbackAfterMemberLeave',
  event: 'roomLeave',
  phase: 'after',
  summary: 'Members left a conference room, were removed from it, or timed out.',
  titleZh: '用户退房之后回调',
  source: '647/60734',
  request: fields('Room.CallbackAfterMemberLeave', membership.required, { ...membership.optional, Reason: text }),
  meanings: {
    Type: 'how they went: Leave, Kicked or Expired',
    'MemberList_Account[]': 'user ID of the member',
    Reason: 'why, in free text',
  },
  quirks: [sisterProduct, notAGroupType],
  identity: ({ RoomId, EventTime }) => ({ conversation: ['room', RoomId], at: EventTime }),
  sample: {
    CallbackCommand: 'Room.CallbackAfterMemberLeave',
    Operator_Account: 'u_bob',
    RoomId: 'r-9',
    MemberCount: 7,
    Type: 'Leave',
    MemberList_Account: ['u_bob'],
    Reason: 'done',
    EventTime: 1718000503001,
  },
});

const Seat = fields(
  'seat',
  { Index: integer },
  { Member_Account: text, IsTakenDisabled: boolean, IsVideoDisabled: boolean, IsAudioDisabled: boolean },
);

export const afterSeatInfoChanged = command({
  wire: 'Mic.CallbackAfterSeatInfoChanged',
  event: 'seatInfo',
  phase: 'after',
  summary: 'Somebody took or left a seat of a room, or a seat was locked or muted; rooms and live rooms both send it.',
  titleZh: '麦位列表变更之后回调',
  source: '647/60736, 647/64425, 647/110684',
  request: fields(
    'Mic.CallbackAfterSeatInfoChanged',
    { RoomId: text, SeatList: list(Seat) },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: {
    SeatList: 'the seats',
    'SeatList[].Index': 'number of the seat',
    'SeatList[].Member_Account': 'user ID of the user who sits there; absent for an empty seat',
    'SeatList[].IsTakenDisabled': 'true when the seat is locked',
    'SeatList[].IsVideoDisabled': 'true when the camera of the seat is disabled',
    'SeatList[].IsAudioDisabled': 'true when the microphone of the seat is disabled',
  },
  quirks: [
    sisterProduct,
    'Nothing in the body says whether the room is a conference room or a live room, but only the page of conference rooms has Operator_Account.',
    'The sample has Member_Account as a number beyond 2^53. It arrives exact, as a string; rounded by a JSON parser in front, it does not decode.',
  ],
  identity: ({ RoomId, EventTime }) => ({ conversation: ['room', RoomId], at: EventTime }),
  sample: {
    CallbackCommand: 'Mic.CallbackAfterSeatInfoChanged',
    Operator_Account: 'u_alice',
    RoomId: 'r-9',
    SeatList: [
      {
        Index: 1,
        Member_Account: 'u_bob',
        IsTakenDisabled: false,
        IsVideoDisabled: false,
        IsAudioDisabled: true,
      },
    ],
    EventTime: 1718000504001,
  },
});

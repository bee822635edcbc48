import { boolean, fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { happenedAt, recordingEvent, recordingMeanings } from './recording';
import { bigOwner, sisterProduct } from './rtc';

/** A live room as its pages show it; an update names only what it changes. */
const liveRoom = {
  RoomId: text,
  RoomName: text,
  RoomType: text,
  Owner_Account: text,
  MaxMemberCount: integer,
  IsMessageDisabled: boolean,
  CustomInfo: text,
  IsSeatEnabled: boolean,
  TakeSeatMode: text,
  MaxSeatCount: integer,
  CreateTime: integer,
  IsPublicVisible: boolean,
  CoverURL: text,
  Category: list(integer),
};

export const afterCreateRoom = command({
  wire: 'Live.CallbackAfterCreateRoom',
  event: 'liveCreate',
  phase: 'after',
  summary: 'A live room was created.',
  titleZh: '创建房间之后回调',
  source: '647/64422, 647/110523',
  request: fields(
    'Live.CallbackAfterCreateRoom',
    { RoomInfo: fields('live room', {}, { ...liveRoom, EventTime: integer }) },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: {
    'RoomInfo.Category[]': 'number of a category',
    'RoomInfo.EventTime': 'when it happened, Unix milliseconds, as an older page has it',
  },
  quirks: [
    sisterProduct,
    'EventTime stands beside RoomInfo in the newer sample (647/110523), inside it in 647/110679.',
  ],
  // An id may be used again after the room is gone, but not within the same millisecond.
  identity({ RoomInfo, EventTime = RoomInfo.EventTime }) {
    const { RoomId } = RoomInfo;
    const conversation = RoomId === undefined ? undefined : (['live', RoomId] as const);
    return { key: [RoomId, EventTime], conversation, at: EventTime };
  },
  sample: {
    CallbackCommand: 'Live.CallbackAfterCreateRoom',
    Operator_Account: 'u_alice',
    RoomInfo: {
      RoomId: 'live-3',
      RoomName: 'Evening',
      RoomType: 'Live',
      Owner_Account: 'u_alice',
      MaxMemberCount: 100,
      IsMessageDisabled: false,
      CustomInfo: '',
      IsSeatEnabled: true,
      TakeSeatMode: 'ApplyToTake',
      MaxSeatCount: 9,
      CreateTime: 1718000600,
      IsPublicVisible: true,
      CoverURL: '',
      Category: [3],
    },
  },
});

export const afterDestroyRoom = command({
  wire: 'Live.CallbackAfterDestroyRoom',
  event: 'liveDestroy',
  phase: 'after',
  summary: 'A live room was destroyed, by its owner or by the system.',
  titleZh: '解散房间之后回调',
  source: '647/64423, 269/117712',
  request: fields(
    'Live.CallbackAfterDestroyRoom',
    { RoomId: text },
    {
      CallbackCommand: text,
      Operator_Account: text,
      EventType: text,
      EventTime: integer,
      RoomInfo: fields(
        'live room',
        {},
        {
          ...liveRoom,
          ActivityStatus: integer,
          ViewCount: integer,
          BackgroundURL: text,
          IsUnlimitedRoomEnabled: boolean,
        },
      ),
    },
  ),
  meanings: {
    Operator_Account: 'user ID of the user who did it; @TIM#SYSTEM for the system',
    EventType: 'the cause: DestroyByUser, or DestroyBySystem when nobody is left',
    'RoomInfo.Category[]': 'number of a category',
    'RoomInfo.ViewCount': 'how many have watched',
    'RoomInfo.BackgroundURL': 'background picture',
    'RoomInfo.IsUnlimitedRoomEnabled': 'true when the number of viewers is not limited',
  },
  quirks: [sisterProduct, 'RoomInfo came in about 2025; the page of 2024 does not have it.', bigOwner],
  identity: ({ RoomId, EventTime }) => ({
    key: [RoomId, EventTime],
    conversation: ['live', RoomId],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Live.CallbackAfterDestroyRoom',
    Operator_Account: '@TIM#SYSTEM',
    RoomId: 'live-3',
    EventType: 'DestroyBySystem',
    EventTime: 1718000700123,
    RoomInfo: {
      RoomId: 'live-3',
      RoomName: 'Evening',
      RoomType: 'Live',
      Owner_Account: 'u_alice',
      IsSeatEnabled: true,
      TakeSeatMode: 'ApplyToTake',
      MaxMemberCount: 100,
      MaxSeatCount: 9,
      CustomInfo: '',
      IsMessageDisabled: false,
      CoverURL: '',
      ActivityStatus: 0,
      IsPublicVisible: true,
      ViewCount: 12,
      BackgroundURL: '',
      IsUnlimitedRoomEnabled: true,
    },
  },
});

export const afterUpdateRoomInfo = command({
  wire: 'Live.CallbackAfterUpdateRoomInfo',
  event: 'liveInfo',
  phase: 'after',
  summary: 'Settings of a live room were changed.',
  titleZh: '更新房间信息之后回调',
  source: '647/67938, 269/117545',
  request: fields(
    'Live.CallbackAfterUpdateRoomInfo',
    {
      RoomInfo: fields(
        'live room',
        { RoomId: text },
        {
          RoomName: text,
          MaxMemberCount: integer,
          IsMessageDisabled: boolean,
          CoverURL: text,
          Category: list(integer),
          ActivityStatus: integer,
          IsPublicVisible: boolean,
          TakeSeatMode: text,
          CustomInfo: text,
        },
      ),
    },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: {
    'RoomInfo.Category[]': 'number of a category',
    'RoomInfo.TakeSeatMode': 'how users get a seat: FreeToTake or ApplyToTake; None when there are no seats',
  },
  quirks: [sisterProduct, 'No page says whether RoomInfo holds only RoomId and what was changed.'],
  // Two changes may fall into one millisecond: the key is a digest.
  identity: ({ RoomInfo: { RoomId }, EventTime }) => ({ conversation: ['live', RoomId], at: EventTime }),
  sample: {
    CallbackCommand: 'Live.CallbackAfterUpdateRoomInfo',
    Operator_Account: 'u_alice',
    RoomInfo: {
      RoomId: 'live-3',
      RoomName: 'Late evening',
      MaxMemberCount: 300,
      IsMessageDisabled: false,
      CoverURL: 'https://img.example.com/c.png',
      Category: [1, 2],
      ActivityStatus: 1,
      IsPublicVisible: true,
      TakeSeatMode: 'ApplyToTake',
      CustomInfo: 'x',
    },
    EventTime: 1718000601001,
  },
});

export const afterCreateRoomReachingThreshold = command({
  wire: 'Live.CallbackAfterCreateRoomReachingThreshold',
  event: 'liveQuotaAlarm',
  phase: 'after',
  summary: 'The app has created 70% of the live rooms that it may have.',
  titleZh: '创建房间达到70%预警回调',
  source: '647/70485, 647/119913',
  request: fields(
    'Live.CallbackAfterCreateRoomReachingThreshold',
    { CurRoomCount: integer, MaxRoomCount: integer },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: { CurRoomCount: 'rooms that there are now', MaxRoomCount: 'rooms that there may be' },
  quirks: [
    sisterProduct,
    'The table of the page has CurRoomCount as a String and MaxRoomCount as an Array; both are numbers in its sample.',
    'It comes when a room was created, and does not name it.',
  ],
  // It concerns the whole app. There is no id in it; the key is a digest.
  identity: ({ EventTime }) => ({ at: EventTime }),
  sample: {
    CallbackCommand: 'Live.CallbackAfterCreateRoomReachingThreshold',
    Operator_Account: 'u_alice',
    EventTime: 1718000603501,
    CurRoomCount: 400,
    MaxRoomCount: 500,
  },
});

export const afterCloudRecordingChanged = command({
  wire: 'Live.CallbackAfterCloudRecordingChanged',
  // The English pages (647/78428); the mainland page, a day younger, has the name above.
  aliases: ['Follow.CallbackAfterCloudRecordingChanged'],
  event: 'liveRecordingState',
  phase: 'after',
  summary: 'The recording of a live room began, was uploaded, or changed its state otherwise.',
  titleZh: '录制状态变更之后回调',
  source: '647/78428, 269/129603',
  request: fields('Live.CallbackAfterCloudRecordingChanged', recordingEvent.required, {
    ...recordingEvent.optional,
    CallbackCommand: text,
  }),
  meanings: recordingMeanings(''),
  quirks: [
    sisterProduct,
    'It is the recording callback of TRTC in the envelope of Chat: no EventTime, no Operator_Account, and RoomId inside EventInfo only.',
    'The recording of a call has the same fields one level deeper.',
  ],
  // Two things may happen to a recording within one millisecond: the key is a digest.
  identity: (body) => ({ conversation: ['live', body.EventInfo.RoomId], at: happenedAt(body) }),
  sample: {
    CallbackCommand: 'Live.CallbackAfterCloudRecordingChanged',
    EventGroupId: 3,
    EventType: 305,
    CallbackTs: 1718000800082,
    EventInfo: {
      RoomId: 'live-3',
      EventTs: 1718000800,
      EventMsTs: 1718000800081,
      UserId: 'u_recorder',
      TaskId: 'task-example',
      Payload: { Status: 0 },
    },
  },
});

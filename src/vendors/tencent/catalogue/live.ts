import { anyRecord, boolean, fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { inLiveRoom } from './conversation';
import { bodyUnknown, sisterProduct } from './rtc';

const LiveRoom = {
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
  source: '647/64422',
  request: fields(
    'Live.CallbackAfterCreateRoom',
    { RoomInfo: fields('live room', {}, LiveRoom) },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: { 'RoomInfo.Category[]': 'number of a category' },
  quirks: [sisterProduct, 'EventTime is in the table of the page, but not in its sample.'],
  // An id may be used again after the room is gone, but not within the same millisecond.
  identity: ({ RoomInfo: { RoomId }, EventTime }) => ({
    key: [RoomId, EventTime],
    conversation: RoomId === undefined ? undefined : ['live', RoomId],
    at: EventTime,
  }),
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
  source: '647/64423',
  confidence: 'from-code',
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
          ...LiveRoom,
          ActivityStatus: integer,
          ViewCount: integer,
          BackgroundURL: text,
          IsUnlimitedRoomEnabled: boolean,
        },
      ),
    },
  ),
  meanings: {
    Operator_Account: 'user ID of who did it; @TIM#SYSTEM for the system',
    EventType: 'how it came about, e.g. DestroyBySystem',
    'RoomInfo.Category[]': 'number of a category',
    'RoomInfo.ActivityStatus': "a number of the app's own",
    'RoomInfo.ViewCount': 'how many have watched',
    'RoomInfo.BackgroundURL': 'background picture',
    'RoomInfo.IsUnlimitedRoomEnabled': 'true when the number of viewers is not limited',
  },
  quirks: [sisterProduct, 'No page shows the body; the fields are those of one request that a PHP project recorded.'],
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
  source: '647/67938, 647/64413',
  confidence: 'name-only',
  request: anyRecord,
  quirks: [sisterProduct, bodyUnknown],
  identity: () => ({}),
  sample: { CallbackCommand: 'Live.CallbackAfterUpdateRoomInfo' },
});

export const afterCreateRoomReachingThreshold = command({
  wire: 'Live.CallbackAfterCreateRoomReachingThreshold',
  event: 'liveQuotaAlarm',
  phase: 'after',
  summary: 'The app has created 70% of the live rooms that it may.',
  source: '647/70485, 647/64413',
  confidence: 'name-only',
  request: anyRecord,
  quirks: [sisterProduct, bodyUnknown],
  identity: () => ({}),
  sample: { CallbackCommand: 'Live.CallbackAfterCreateRoomReachingThreshold' },
});

export const afterMemberStateChanged = command({
  wire: 'Live.CallbackAfterMemberStateChanged',
  event: 'liveMemberState',
  phase: 'after',
  summary: 'Members of a live room came online or went offline in it.',
  source: '647/64424',
  request: fields(
    'Live.CallbackAfterMemberStateChanged',
    { RoomId: text, MemberList: list(fields('member', { Member_Account: text })) },
    { CallbackCommand: text, EventType: text, EventCause: text, EventTime: integer },
  ),
  meanings: {
    EventType: 'Online or Offline',
    EventCause: 'Enter, Leave, HeartbeatInterrupt or HeartbeatRecover',
    MemberList: 'the members it is about',
  },
  quirks: [
    sisterProduct,
    'The table of the page names Live.CallbackMemberStateChanged; its sample and the list of commands do not.',
  ],
  // The same member comes and goes, several may within one millisecond.
  identity: inLiveRoom,
  sample: {
    CallbackCommand: 'Live.CallbackAfterMemberStateChanged',
    RoomId: 'live-3',
    EventType: 'Online',
    EventCause: 'Enter',
    MemberList: [{ Member_Account: 'u_bob' }],
    EventTime: 1718000601001,
  },
});

export const afterChangeOwner = command({
  wire: 'Live.CallbackAfterChangeOwner',
  event: 'liveOwner',
  phase: 'after',
  summary: 'A live room got another owner.',
  source: '647/72553',
  request: fields(
    'Live.CallbackAfterChangeOwner',
    { RoomId: text, CurrentOwner_Account: text },
    { CallbackCommand: text, EventTime: integer, Operator_Account: text, OriginalOwner_Account: text },
  ),
  meanings: {
    CurrentOwner_Account: 'user ID of the new owner',
    OriginalOwner_Account: 'user ID of the owner before',
  },
  quirks: [sisterProduct, 'The URL on the page has neither ClientIP nor OptPlatform.'],
  identity: inLiveRoom,
  sample: {
    CallbackCommand: 'Live.CallbackAfterChangeOwner',
    RoomId: 'live-3',
    EventTime: 1718000602001,
    Operator_Account: 'admin_1',
    CurrentOwner_Account: 'u_bob',
    OriginalOwner_Account: 'u_alice',
  },
});

export const afterModifyAdmin = command({
  wire: 'Live.CallbackAfterModifyAdmin',
  event: 'liveAdmin',
  phase: 'after',
  summary: 'Somebody became an administrator of a live room, or is none any more.',
  source: '647/72554, 647/64413',
  confidence: 'name-only',
  request: anyRecord,
  quirks: [sisterProduct, bodyUnknown],
  identity: () => ({}),
  sample: { CallbackCommand: 'Live.CallbackAfterModifyAdmin' },
});

export const afterSetMetadata = command({
  wire: 'Live.CallbackAfterSetMetadata',
  event: 'liveMetadataSet',
  phase: 'after',
  summary: 'Metadata of a live room were set.',
  source: '647/68222, 647/64413',
  confidence: 'name-only',
  request: anyRecord,
  quirks: [sisterProduct, bodyUnknown],
  identity: () => ({}),
  sample: { CallbackCommand: 'Live.CallbackAfterSetMetadata' },
});

export const afterDelMetadata = command({
  wire: 'Live.CallbackAfterDelMetadata',
  event: 'liveMetadataDelete',
  phase: 'after',
  summary: 'Keys were deleted from the metadata of a live room.',
  source: '647/68223',
  request: fields(
    'Live.CallbackAfterDelMetadata',
    { RoomId: text, Keys: list(text) },
    { CallbackCommand: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: { Keys: 'the keys that are gone', 'Keys[]': 'key' },
  quirks: [
    sisterProduct,
    'The table of the page names Live.CallbackAfterSetMetadata, another command; its title and sample do not.',
  ],
  identity: inLiveRoom,
  sample: {
    CallbackCommand: 'Live.CallbackAfterDelMetadata',
    Operator_Account: 'u_alice',
    RoomId: 'live-3',
    Keys: ['bg'],
    EventTime: 1718000603001,
  },
});

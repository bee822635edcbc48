import { fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { happenedAt, recordingEvent, recordingMeanings } from './recording';

/** Where the switch is; the console has none for calls. */
const setUpByApi =
  'Comes from the RTC product on the same SDKAppID; switched on with the REST API call_config/set_callback.';

/** Bare numbers in the samples, strings in the tables. */
const bigIds =
  'Samples have user IDs as numbers beyond 2^53. They arrive exact, as strings; rounded by a JSON parser in front, they do not decode.';

const UserInCall = fields('user in a call', { User_Account: text }, { Status: text });

export const afterStartCall = command({
  wire: 'Call.CallbackAfterStartCall',
  event: 'callStart',
  phase: 'after',
  summary: 'A call was started and its callees are being rung.',
  titleZh: '通话开始后回调',
  source: '647/68941, 647/116423',
  request: fields(
    'Call.CallbackAfterStartCall',
    {
      CallInfo: fields(
        'call',
        { CallId: text },
        { CallMediaType: text, ChatGroupId: text, RoomId: text, RoomIdType: integer },
      ),
    },
    { CallbackCommand: text, UserList: list(UserInCall), EventTime: integer },
  ),
  meanings: {
    CallInfo: 'the call',
    'CallInfo.CallMediaType': 'Audio or Video',
    'CallInfo.ChatGroupId': 'group the call was made in; empty for none',
    'CallInfo.RoomId': 'RTC room of the call; empty while there is none',
    'UserList[].Status': 'Calling for a user in the call, Waiting for a user who is being rung',
  },
  quirks: [
    setUpByApi,
    'The table of the page calls CallMediaType plain MediaType; a MediaType that comes stays in CallInfo as it is.',
    bigIds,
  ],
  // A call starts once; EventTime guards against an id that is used again.
  identity: ({ CallInfo: { CallId }, EventTime }) => ({
    key: [CallId, EventTime],
    conversation: ['call', CallId],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Call.CallbackAfterStartCall',
    CallInfo: {
      CallId: 'c0ffee00-0000-4000-8000-000000000001',
      CallMediaType: 'Audio',
      ChatGroupId: '',
      RoomId: '',
      RoomIdType: 1,
    },
    UserList: [
      { User_Account: 'u_alice', Status: 'Calling' },
      { User_Account: 'u_bob', Status: 'Waiting' },
    ],
    EventTime: 1718000800001,
  },
});

export const afterMemberChanged = command({
  wire: 'Call.CallbackAfterMemberChanged',
  event: 'callMemberState',
  phase: 'after',
  summary: 'Somebody answered, rejected, joined or left a call, or was invited to it.',
  titleZh: '通话成员状态变更后回调',
  source: '647/69215, 647/117872',
  request: fields(
    'Call.CallbackAfterMemberChanged',
    { CallId: text, ChangedUserList: list(fields('changed user', { User_Account: text }, { ActionType: text })) },
    { CallbackCommand: text, UserList: list(UserInCall), EventTime: integer },
  ),
  meanings: {
    'UserList[].Status': 'Calling for a user in the call, Waiting for a user who is being rung',
    ChangedUserList: 'the users it is about',
    'ChangedUserList[].ActionType':
      'Answer/Accept, Reject, NotAnswer, Hangup/HangUp/Hang Up, Join, Offline (no heartbeat), Invite/Invited, Cancel_Invite/Canncel_Invite',
  },
  quirks: [
    setUpByApi,
    'The pages have three sets of words for ActionType, in samples and in tables: compare without regard to case and blanks.',
    bigIds,
  ],
  // Two users may act within one millisecond: the key is a digest.
  identity: ({ CallId, EventTime }) => ({ conversation: ['call', CallId], at: EventTime }),
  sample: {
    CallbackCommand: 'Call.CallbackAfterMemberChanged',
    CallId: 'c0ffee00-0000-4000-8000-000000000001',
    UserList: [
      { User_Account: 'u_alice', Status: 'Calling' },
      { User_Account: 'u_bob', Status: 'Calling' },
    ],
    ChangedUserList: [{ User_Account: 'u_bob', ActionType: 'Answer' }],
    EventTime: 1718000801001,
  },
});

export const afterEndCall = command({
  wire: 'Call.CallbackAfterEndCall',
  event: 'callEnd',
  phase: 'after',
  summary: 'A call ended, or was never connected; CallResult says which.',
  titleZh: '通话结束后回调',
  source: '647/68940, 647/116424',
  request: fields(
    'Call.CallbackAfterEndCall',
    {
      CallRecord: fields(
        'call record',
        { CallId: text },
        {
          Caller_Account: text,
          MediaType: text,
          CallType: text,
          StartTime: integer,
          EndTime: integer,
          AcceptTime: integer,
          CallResult: text,
          CalleeList_Account: list(text),
          RoomId: text,
          RoomIdType: integer,
        },
      ),
    },
    { CallbackCommand: text, EventTime: integer },
  ),
  meanings: {
    CallRecord: 'the record of the call',
    'CallRecord.Caller_Account': 'user ID of the caller',
    'CallRecord.MediaType': 'Audio or Video; CallMediaType when the call starts',
    'CallRecord.CallType': 'SingleCall or MultiCall',
    'CallRecord.StartTime': 'Unix SECONDS',
    'CallRecord.EndTime': 'Unix SECONDS',
    'CallRecord.AcceptTime': 'Unix SECONDS; 0 when nobody answered',
    'CallRecord.CallResult': 'Cancel, Reject, NotAnswer, NormalEnd, CallBusy, Interrupt or Offline',
    'CallRecord.CalleeList_Account': 'user IDs of those called, and of the caller',
    'CallRecord.CalleeList_Account[]': 'user ID',
    'CallRecord.RoomId': 'RTC room of the call',
  },
  quirks: [
    setUpByApi,
    'It comes when one member or none is left; the record of the call can be asked for 5 s later.',
    'CallResult is an Integer in the table of the page and a string in its sample.',
    'CalleeList_Account holds the caller too.',
    'Times inside CallRecord are seconds, EventTime is milliseconds.',
    bigIds,
  ],
  // A call ends once; see afterStartCall.
  identity: ({ CallRecord: { CallId }, EventTime }) => ({
    key: [CallId, EventTime],
    conversation: ['call', CallId],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Call.CallbackAfterEndCall',
    CallRecord: {
      CallId: 'c0ffee00-0000-4000-8000-000000000001',
      Caller_Account: 'u_alice',
      MediaType: 'Audio',
      CallType: 'SingleCall',
      StartTime: 1718000800,
      EndTime: 1718000860,
      AcceptTime: 1718000803,
      CallResult: 'NormalEnd',
      CalleeList_Account: ['u_alice', 'u_bob'],
      RoomId: '77',
      RoomIdType: 2,
    },
    EventTime: 1718000860500,
  },
});

export const afterRecordChanged = command({
  wire: 'Call.CallbackAfterRecordChanged',
  // The sample of the mainland page 647/131580; its table and the international pages have the name above.
  aliases: ['Call.CallbackAfterCloudRecordingChanged'],
  event: 'callRecordingState',
  phase: 'after',
  summary: 'The cloud recording of a call began, was uploaded, or changed its state otherwise.',
  titleZh: '录制状态变更之后回调',
  source: '647/80345, 647/131580',
  request: fields(
    'Call.CallbackAfterRecordChanged',
    {
      CallId: text,
      Callback: fields('recording callback', recordingEvent.required, { ...recordingEvent.optional, KitType: integer }),
    },
    { CallbackCommand: text, EventTime: integer },
  ),
  meanings: {
    Callback: 'the recording callback of TRTC',
    ...recordingMeanings('Callback.'),
    'Callback.KitType': '2 in the sample of the page, not in its table',
  },
  quirks: [
    setUpByApi,
    'The page lists three events only: 301, 311, and the end of the upload to VOD.',
    'The recording of a live room has the same fields one level higher.',
  ],
  // Two things may happen to a recording within one millisecond: the key is a digest.
  identity: ({ CallId, Callback, EventTime }) => ({
    conversation: ['call', CallId],
    at: EventTime ?? happenedAt(Callback),
  }),
  sample: {
    CallId: 'c0ffee00-0000-4000-8000-000000000001',
    Callback: {
      EventGroupId: 3,
      EventType: 301,
      CallbackTs: 1718000900091,
      EventInfo: {
        RoomId: '710233',
        EventTs: 1718000900,
        UserId: 'callkit_1400000000_record_710233',
        TaskId: 'task-example',
        Payload: { Status: 0 },
        EventMsTs: 1718000900077,
      },
      KitType: 2,
    },
    CallbackCommand: 'Call.CallbackAfterRecordChanged',
    EventTime: 1718000900149,
  },
});

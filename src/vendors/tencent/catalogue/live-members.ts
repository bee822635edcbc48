import { fields, integer, list, text } from '../../../codecs';
import { command } from './command';
import { inLiveRoom } from './conversation';
import { sisterProduct } from './rtc';

export const afterMemberStateChanged = command({
  wire: 'Live.CallbackAfterMemberStateChanged',
  // The table of 647/64424; its sample, the mainland pages and the list of commands have the name above.
  aliases: ['Live.CallbackMemberStateChanged'],
  event: 'liveMemberState',
  phase: 'after',
  summary: 'Members of a live room came online or went offline in it.',
  titleZh: '房间成员状态变更回调',
  source: '647/64424, 647/110526',
  request: fields(
    'Live.CallbackAfterMemberStateChanged',
    { RoomId: text, MemberList: list(fields('member', { Member_Account: text })) },
    { CallbackCommand: text, EventType: text, EventCause: text, EventTime: integer },
  ),
  meanings: {
    EventType: 'Online or Offline',
    EventCause: 'Enter, Leave, HeartbeatInterrupt (nothing for 90 to 110 s), HeartbeatRecover or Kicked',
    MemberList: 'the members it is about',
  },
  quirks: [sisterProduct, 'Nothing more comes once the room is dissolved.'],
  // The same member comes and goes, and several members may do so within one millisecond.
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
  titleZh: '修改房主之后回调',
  source: '647/72553, 647/122445',
  request: fields(
    'Live.CallbackAfterChangeOwner',
    { RoomId: text, CurrentOwner_Account: text },
    { CallbackCommand: text, EventTime: integer, Operator_Account: text, OriginalOwner_Account: text },
  ),
  meanings: {
    CurrentOwner_Account: 'user ID of the new owner',
    OriginalOwner_Account: 'user ID of the owner before',
  },
  quirks: [
    sisterProduct,
    'The URL on the page has neither ClientIP nor OptPlatform.',
    'Operator_Account is in the sample of the page, not in its table.',
  ],
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
  summary: 'Users became administrators of a live room, or no longer are.',
  titleZh: '修改管理员之后回调',
  source: '647/72554, 647/122446',
  request: fields(
    'Live.CallbackAfterModifyAdmin',
    { RoomId: text, Admin_Account: list(text), opType: text },
    { CallbackCommand: text, EventTime: integer, Operator_Account: text },
  ),
  meanings: {
    Admin_Account: 'user IDs of those who became administrators or no longer are',
    'Admin_Account[]': 'user ID',
    opType: 'add or delete',
  },
  quirks: [
    sisterProduct,
    'opType begins with a small letter, and Admin_Account is a list here and a string in Sns.CallbackFriendAdd.',
    'The URL on the page has neither ClientIP nor OptPlatform.',
  ],
  // A user may become one again.
  identity: inLiveRoom,
  sample: {
    CallbackCommand: 'Live.CallbackAfterModifyAdmin',
    RoomId: 'live-3',
    EventTime: 1718000604001,
    Operator_Account: 'u_alice',
    Admin_Account: ['u_bob'],
    opType: 'add',
  },
});

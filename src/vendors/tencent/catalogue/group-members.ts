import { fields, integer, list, respelt, text, wholeList } from '../../../codecs';
import { command, groupRefusal } from './command';
import { inGroup } from './conversation';
import { refusedUsers } from './refused-users';

const Member = fields('member', { Member_Account: text });
const Members = list(Member);

/**
 * The table of 269/1668 continues after EventTime with a row of which only the beginning is known. By its siblings, it
 * is a topic.
 */
const memberTopic = 'topic that the member joined or left, if it comes; in no sample';

export const beforeApplyJoinGroup = command({
  wire: 'Group.CallbackBeforeApplyJoinGroup',
  event: 'groupJoin',
  phase: 'before',
  summary: 'A user asks to join a group.',
  titleZh: '申请入群之前回调',
  source: '1047/34370, 269/1665',
  request: fields(
    'Group.CallbackBeforeApplyJoinGroup',
    { GroupId: text, Requestor_Account: text },
    { CallbackCommand: text, Type: text, EventTime: integer },
  ),
  meanings: { Requestor_Account: 'user ID of the user who wants to join' },
  quirks: [
    'Allowing it does not make a member yet: an administrator may still have to approve.',
    'Friend commands spell it Requester_Account, with an e.',
    'The caller sees a refusal without a code of its own as 10016.',
  ],
  refusal: groupRefusal,
  // A user may ask again and again.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackBeforeApplyJoinGroup',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    Requestor_Account: 'u_carol',
    EventTime: '1718000201001',
  },
});

export const beforeInviteJoinGroup = command({
  wire: 'Group.CallbackBeforeInviteJoinGroup',
  event: 'groupInvite',
  phase: 'before',
  summary: 'Somebody wants to bring users into a group.',
  titleZh: '拉人入群之前回调',
  source: '1047/34371, 269/1666',
  request: fields(
    'Group.CallbackBeforeInviteJoinGroup',
    { GroupId: text, DestinationMembers: wholeList(Member) },
    { CallbackCommand: text, Type: text, Operator_Account: text, EventTime: integer },
  ),
  meanings: { DestinationMembers: 'users to be brought in', Operator_Account: 'user ID of the user who invites' },
  quirks: [
    'To keep out some of the users, rewrite RefusedMembers_Account; a refusal keeps out all of them.',
    'DestinationMembers is a list of objects, RefusedMembers_Account a list of plain user IDs.',
    'Where invitations need the consent of a friend, it comes after that check.',
  ],
  ...refusedUsers('RefusedMembers_Account', (body: { DestinationMembers: readonly { Member_Account: string }[] }) =>
    body.DestinationMembers.map(({ Member_Account }) => Member_Account),
  ),
  refusal: groupRefusal,
  // The same users may be invited again.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackBeforeInviteJoinGroup',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    Operator_Account: 'u_alice',
    DestinationMembers: [{ Member_Account: 'u_carol' }, { Member_Account: 'u_dan' }],
    EventTime: '1718000202001',
  },
});

export const afterNewMemberJoin = command({
  wire: 'Group.CallbackAfterNewMemberJoin',
  event: 'groupJoin',
  phase: 'after',
  summary: 'Users have become members of a group, by applying or by invitation.',
  titleZh: '新成员入群之后回调',
  source: '1047/34372, 269/1667',
  request: fields(
    'Group.CallbackAfterNewMemberJoin',
    { GroupId: text, NewMemberList: Members },
    {
      CallbackCommand: text,
      Type: text,
      JoinType: text,
      Operator_Account: text,
      TopicId: text,
      EventTime: integer,
    },
  ),
  meanings: { JoinType: 'Apply or Invited', NewMemberList: 'the new members', TopicId: memberTopic },
  quirks: ['Traffic up to 2019 has no EventTime.', 'It can come later than the exit of the same member.'],
  // A user may join, leave and join again.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackAfterNewMemberJoin',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    JoinType: 'Invited',
    Operator_Account: 'u_alice',
    NewMemberList: [{ Member_Account: 'u_carol' }],
    EventTime: '1718000203001',
  },
});

export const afterMemberExit = command({
  wire: 'Group.CallbackAfterMemberExit',
  event: 'groupLeave',
  phase: 'after',
  summary: 'Members left a group or were removed from it.',
  titleZh: '群成员离开之后回调',
  source: '1047/34373, 269/1668',
  request: fields(
    'Group.CallbackAfterMemberExit',
    { GroupId: text, ExitMemberList: Members },
    {
      CallbackCommand: text,
      Type: text,
      ExitType: text,
      Operator_Account: text,
      TopicId: text,
      EventTime: integer,
    },
  ),
  meanings: {
    ExitType: 'Quit for those who left, Kicked for those who were removed',
    ExitMemberList: 'those who are no longer members',
    Operator_Account: 'user ID of the user who removed them, or who left',
    TopicId: memberTopic,
  },
  quirks: [
    'There is no separate command for a removal: look at ExitType.',
    'Traffic up to 2019 has no EventTime.',
    'It can come before the join of the same member.',
  ],
  // A user may leave, come back and leave again.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackAfterMemberExit',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    ExitType: 'Kicked',
    Operator_Account: 'u_alice',
    ExitMemberList: [{ Member_Account: 'u_dan' }],
    EventTime: '1718000204001',
  },
});

export const afterMemberFieldChanged = command({
  wire: 'Group.CallbackAfterMemberFieldChanged',
  event: 'groupMemberInfo',
  phase: 'after',
  summary: 'The role or the name card of a group member was changed.',
  titleZh: '群成员资料变更后回调',
  source: '1047/60393, 269/105353',
  request: respelt(
    fields(
      'Group.CallbackAfterMemberFieldChanged',
      { GroupId: text, Member_Account: text },
      {
        CallbackCommand: text,
        Type: text,
        Operator_Account: text,
        Modified_Account: text,
        Role: text,
        NameCard: text,
        EventTime: integer,
      },
    ),
    // The mainland page 269/105353 has the former, the international one 1047/60393 the latter.
    { Modified_Account: 'Member_Account' },
  ),
  meanings: {
    Member_Account: 'user ID of the member who was changed',
    Modified_Account: 'the same, under the name in the mainland document',
    Role: 'Admin for a new administrator, Member for one who no longer is',
    NameCard: 'name that the member goes by in the group',
  },
  quirks: [
    'The international page has Member_Account, the mainland one Modified_Account: a body with either of them fits, and Member_Account is there in both cases.',
    'One list of commands describes it as a read receipt, which is a mistake.',
  ],
  // A field can change back and forth.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackAfterMemberFieldChanged',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Community',
    Operator_Account: 'u_alice',
    Member_Account: 'u_bob',
    Role: 'Admin',
    NameCard: 'Bob B.',
    EventTime: '1718000214001',
  },
});

export const afterMemberStateChange = command({
  wire: 'Group.CallbackOnMemberStateChange',
  event: 'groupMemberState',
  phase: 'after',
  summary:
    'Members of an AVChatRoom came online in it or went offline: they entered or left, or their connection changed.',
  titleZh: '直播群成员在线状态回调',
  source: '1047/48734, 269/76156',
  request: fields(
    'Group.CallbackOnMemberStateChange',
    { GroupId: text, EventType: text, MemberList: Members },
    { CallbackCommand: text, Type: text, EventCause: text, EventTime: integer },
  ),
  meanings: {
    Type: 'AVChatRoom; in no document',
    EventType: 'Offline or Online',
    EventCause: 'HeartbeatInterrupt, HeartbeatRecover, Join (first device entered) or Quit (last device left)',
    MemberList: 'members whose state changed',
    EventTime: 'when it happened, Unix milliseconds; in no document',
  },
  quirks: [
    'A member counts as offline after 30 seconds without a heartbeat, checked every 20, and only when no device is left.',
    'Documents of 2024 and later have EventCause and report the first entry and the last exit; older ones do not.',
    'It needs the ultimate edition and a console switch of its own.',
  ],
  // States alternate and nothing counts them.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackOnMemberStateChange',
    GroupId: '@TGS#1NOVA7QLX',
    EventType: 'Offline',
    EventCause: 'HeartbeatInterrupt',
    MemberList: [{ Member_Account: 'u_bob' }, { Member_Account: 'u_carol' }],
  },
});

import { anyRecord, fields, integer, list, respelt, text } from '../../../codecs';
import { command, groupRefusal } from './command';
import { inGroup } from './conversation';

const Members = list(fields('member', {}, { Member_Account: text }));
const CustomFields = list(fields('custom field', {}, { Key: text, Value: text }));

export const beforeCreateGroup = command({
  wire: 'Group.CallbackBeforeCreateGroup',
  event: 'groupCreate',
  phase: 'before',
  summary: 'Somebody wants to create a group.',
  titleZh: '创建群组之前回调',
  source: '1047/34368, 269/1662',
  request: fields(
    'Group.CallbackBeforeCreateGroup',
    { Operator_Account: text },
    {
      CallbackCommand: text,
      Owner_Account: text,
      Type: text,
      Name: text,
      CreateGroupNum: integer,
      CreatedGroupNum: anyRecord,
      InviteOption: text,
      MemberList: Members,
      EventTime: integer,
    },
  ),
  meanings: {
    CreateGroupNum: 'groups of this type that the user already has',
    CreatedGroupNum: 'the same for each group type; in no document',
    MemberList: 'initial members',
  },
  quirks: [
    'The group has no GroupId yet.',
    'Its console switch also turns on Group.CallbackBeforeCreateTopic.',
    'The caller sees a refusal without a code of its own as 10016.',
  ],
  refusal: groupRefusal,
  // Nothing names a group that does not exist yet: the key is a digest, and there is no conversation.
  identity: ({ EventTime }) => ({ at: EventTime }),
  sample: {
    CallbackCommand: 'Group.CallbackBeforeCreateGroup',
    Operator_Account: 'u_alice',
    Owner_Account: 'u_alice',
    Type: 'Public',
    Name: 'Hikers',
    CreateGroupNum: 2,
    MemberList: [{ Member_Account: 'u_bob' }],
    EventTime: '1718000200001',
  },
});

export const afterCreateGroup = command({
  wire: 'Group.CallbackAfterCreateGroup',
  event: 'groupCreate',
  phase: 'after',
  summary: 'A group has been created.',
  titleZh: '创建群组之后回调',
  source: '1047/34369, 269/1663',
  request: respelt(
    fields(
      'Group.CallbackAfterCreateGroup',
      { GroupId: text },
      {
        CallbackCommand: text,
        Operator_Account: text,
        Owner_Account: text,
        Type: text,
        Name: text,
        MemberList: Members,
        UserDefinedDataList: CustomFields,
        InviteOption: text,
        EventTime: integer,
      },
    ),
    // The English table; the sample and the Chinese table have GroupId.
    { groupID: 'GroupId' },
  ),
  meanings: { MemberList: 'initial members', UserDefinedDataList: 'custom fields; off by default' },
  quirks: [
    'One table of the documents spells the id groupID; such a body is read, and GroupId is there in either case.',
    'Its console switch also turns on Group.CallbackAfterCreateTopic.',
  ],
  // An app may give the id of a destroyed group to a new one, so the id alone is not enough.
  identity: ({ GroupId, EventTime }) => ({
    key: [GroupId, EventTime],
    conversation: ['group', GroupId],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Group.CallbackAfterCreateGroup',
    GroupId: '@TGS#1NOVA7QLX',
    Operator_Account: 'u_alice',
    Owner_Account: 'u_alice',
    Type: 'Public',
    Name: 'Hikers',
    MemberList: [{ Member_Account: 'u_bob' }],
    UserDefinedDataList: [{ Key: 'Region', Value: 'north' }],
    EventTime: '1718000200500',
  },
});

export const afterGroupInfoChanged = command({
  wire: 'Group.CallbackAfterGroupInfoChanged',
  event: 'groupInfo',
  phase: 'after',
  summary: 'The profile of a group was changed; only the fields that changed are there.',
  titleZh: '群组资料变动之后回调',
  source: '1047/34378, 269/2930',
  request: fields(
    'Group.CallbackAfterGroupInfoChanged',
    { GroupId: text },
    {
      CallbackCommand: text,
      Type: text,
      Operator_Account: text,
      Name: text,
      Introduction: text,
      Notification: text,
      FaceUrl: text,
      ShutUpAllMember: text,
      ApplyJoinOption: text,
      EventTime: integer,
    },
  ),
  meanings: {
    ShutUpAllMember: 'On while everybody is muted, else Off; in no document',
    ApplyJoinOption: 'how requests to join are handled; in no document',
  },
  quirks: [
    'According to the document, muting everybody does not cause it; yet integrators read ShutUpAllMember from it.',
    'Its console switch also turns on Group.CallbackAfterTopicInfoChanged and Group.CallbackOnDailyGroupQuotaAlarm.',
  ],
  // A profile can change back and forth.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackAfterGroupInfoChanged',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    Operator_Account: 'u_alice',
    Notification: 'new meeting point',
    EventTime: '1718000211001',
  },
});

export const afterGroupAttrChanged = command({
  wire: 'Group.CallbackAfterGroupAttrChanged',
  event: 'groupAttributes',
  phase: 'after',
  summary: 'Custom attributes of a group were set, modified, deleted or cleared.',
  titleZh: '群自定义属性变更后回调',
  source: '1047/60394, 269/105354',
  request: fields(
    'Group.CallbackAfterGroupAttrChanged',
    { GroupId: text },
    {
      CallbackCommand: text,
      Type: text,
      Operator_Account: text,
      OptionType: text,
      // Optional: no document says what it is when everything was cleared.
      GroupAttr: list(fields('attribute', {}, { key: text, value: text })),
      EventTime: integer,
    },
  ),
  meanings: {
    OptionType: 'set, modify, delete or clear',
    GroupAttr: 'the attributes that changed',
    'GroupAttr[].key': 'name of the attribute',
    'GroupAttr[].value': 'its value',
  },
  quirks: [
    'key and value are in lower case here, while other commands have Key and Value.',
    'OptionType is in the sample of the page but not in its table.',
    'What GroupAttr holds when all attributes were cleared is not documented.',
  ],
  // An attribute can be set to the same value twice.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackAfterGroupAttrChanged',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    Operator_Account: 'u_alice',
    OptionType: 'modify',
    GroupAttr: [{ key: 'mood', value: 'sunny' }],
    EventTime: '1718000215001',
  },
});

export const afterGroupDestroyed = command({
  wire: 'Group.CallbackAfterGroupDestroyed',
  event: 'groupDismiss',
  phase: 'after',
  summary: 'A group was disbanded.',
  titleZh: '群组解散之后回调',
  source: '1047/34377, 269/1670',
  request: fields(
    'Group.CallbackAfterGroupDestroyed',
    { GroupId: text },
    {
      CallbackCommand: text,
      Operator_Account: text,
      Type: text,
      Owner_Account: text,
      Name: text,
      MemberList: Members,
      EventTime: integer,
    },
  ),
  meanings: {
    Operator_Account: 'user ID of the user who disbanded it; in the mainland document (2024-02-04) only',
    MemberList: 'members it had; not sent for communities',
  },
  quirks: [
    'MemberList can be very long: check the limit on the size of a body.',
    'Name is in the sample of the page but not in its table.',
    'Its console switch also turns on Group.CallbackAfterTopicDestroyed.',
  ],
  // A new group may get the id and be disbanded in its turn, so the id alone is not enough.
  identity: ({ GroupId, EventTime }) => ({
    key: [GroupId, EventTime],
    conversation: ['group', GroupId],
    at: EventTime,
  }),
  sample: {
    CallbackCommand: 'Group.CallbackAfterGroupDestroyed',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    Operator_Account: 'administrator',
    Owner_Account: 'u_alice',
    Name: 'Hikers',
    MemberList: [{ Member_Account: 'u_alice' }, { Member_Account: 'u_bob' }],
    EventTime: '1718000210001',
  },
});

export const afterGroupFull = command({
  wire: 'Group.CallbackAfterGroupFull',
  event: 'groupFull',
  phase: 'after',
  summary: 'A group has as many members as it may have, or somebody failed to join it because of that.',
  titleZh: '群组满员之后回调',
  source: '1047/34376, 269/1669',
  request: fields('Group.CallbackAfterGroupFull', { GroupId: text }, { CallbackCommand: text, EventTime: integer }),
  quirks: ['It comes again each time somebody tries to join a group that is full already.', 'It has no Type.'],
  // It repeats.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackAfterGroupFull',
    GroupId: '@TGS#1NOVA7QLX',
    EventTime: '1718000209001',
  },
});

export const afterChangeGroupOwner = command({
  wire: 'Group.CallbackAfterChangeGroupOwner',
  event: 'groupOwner',
  phase: 'after',
  summary: 'A group was handed over to another owner.',
  titleZh: '转让群主后回调',
  source: '1047/60396',
  request: fields(
    'Group.CallbackAfterChangeGroupOwner',
    { GroupId: text, NewOwner_Account: text },
    { CallbackCommand: text, Type: text, Operator_Account: text, OldOwner_Account: text, EventTime: integer },
  ),
  meanings: {
    OldOwner_Account: 'user ID of the owner until now',
    NewOwner_Account: 'user ID of the owner from now on',
  },
  // Ownership can go back and forth.
  identity: inGroup,
  sample: {
    CallbackCommand: 'Group.CallbackAfterChangeGroupOwner',
    GroupId: '@TGS#1NOVA7QLX',
    Type: 'Public',
    Operator_Account: 'u_alice',
    OldOwner_Account: 'u_alice',
    NewOwner_Account: 'u_bob',
    EventTime: '1718000217001',
  },
});

export const afterDailyGroupQuotaAlarm = command({
  wire: 'Group.CallbackOnDailyGroupQuotaAlarm',
  event: 'groupQuotaAlarm',
  phase: 'after',
  summary: 'The net number of groups that the app has gained today is above 70 percent of its daily limit.',
  titleZh: '群组日净增上限阈值告警回调',
  source: '1047/57455, 269/90841',
  request: fields(
    'Group.CallbackOnDailyGroupQuotaAlarm',
    { QuotaUsed: integer, Quota: integer },
    { CallbackCommand: text, EventTime: integer },
  ),
  meanings: { QuotaUsed: 'net number of groups gained today', Quota: 'the daily limit' },
  quirks: ['It concerns the whole app, no single group.', 'It shares the console switch of group profile changes.'],
  // There is no id in it; the key is a digest.
  identity: ({ EventTime }) => ({ at: EventTime }),
  sample: {
    CallbackCommand: 'Group.CallbackOnDailyGroupQuotaAlarm',
    QuotaUsed: 7801,
    Quota: 10000,
    EventTime: '1718000218001',
  },
});

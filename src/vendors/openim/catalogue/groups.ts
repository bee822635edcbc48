import { fields, int32, integer, list, text } from '../../../codecs';
import { command } from './command';
import { inGroup } from './conversation';

const FirstMember = fields('first member', { userID: text }, { roleLevel: integer });

/**
 * A new group. Its fields are beside the list, and all of them are absent when the server has no group object (server
 * 3.x).
 */
const newGroup = {
  callbackCommand: text,
  groupID: text,
  groupName: text,
  notification: text,
  introduction: text,
  faceURL: text,
  ownerUserID: text,
  createTime: integer,
  memberCount: integer,
  ex: text,
  status: integer,
  creatorUserID: text,
  groupType: integer,
  needVerification: integer,
  lookMemberInfo: integer,
  applyMemberFriend: integer,
  notificationUpdateTime: integer,
  notificationUserID: text,
  initMemberList: list(FirstMember),
};

const newGroupMeanings = {
  ownerUserID: 'owner of the group',
  memberCount: 'number of members',
  status: 'status of the group',
  creatorUserID: 'user who creates the group',
  groupType: 'type of the group, 2 is the working group',
  notificationUpdateTime: 'when the announcement was set, Unix milliseconds',
  notificationUserID: 'user who set the announcement',
};

const created = {
  groupID: '900100200',
  groupName: 'Lunch',
  notification: '',
  introduction: '',
  faceURL: 'https://img.example.com/mira.png',
  ownerUserID: '4100000001',
  createTime: 1718000000001,
  memberCount: 3,
  ex: '',
  status: 0,
  creatorUserID: '4100000001',
  groupType: 2,
  needVerification: 0,
  lookMemberInfo: 0,
  applyMemberFriend: 0,
  notificationUpdateTime: 0,
  notificationUserID: '',
  initMemberList: [
    { userID: '4100000001', roleLevel: 100 },
    { userID: '4100000002', roleLevel: 20 },
  ],
};

export const beforeCreateGroup = command({
  wire: 'callbackBeforeCreateGroupCommand',
  event: 'groupCreate',
  phase: 'before',
  summary: 'A group is about to be created.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/createBefore',
  request: fields('callbackBeforeCreateGroupCommand', {}, { ...newGroup, operationID: text }),
  rewrite: fields(
    'group changes',
    {},
    {
      groupID: text,
      groupName: text,
      notification: text,
      introduction: text,
      faceURL: text,
      ownerUserID: text,
      ex: text,
      status: int32,
      creatorUserID: text,
      groupType: int32,
      needVerification: int32,
      lookMemberInfo: int32,
    },
  ),
  meanings: { ...newGroupMeanings, groupID: 'group ID; empty when the server is to make one' },
  quirks: [
    'groupID is empty unless the caller of the API chose one.',
    'applyMemberFriend cannot be changed: the server reads it from the reply and ignores it.',
  ],
  // The same request may be made twice and mean two groups: every delivery has a key of its own.
  identity: ({ groupID }) => ({ conversation: groupID ? ['group', groupID] : undefined }),
  sample: {
    ...created,
    operationID: '1718000000123',
    callbackCommand: 'callbackBeforeCreateGroupCommand',
    groupID: '',
    ownerUserID: '',
    createTime: 0,
    memberCount: 0,
    creatorUserID: '',
  },
});

export const afterCreateGroup = command({
  wire: 'callbackAfterCreateGroupCommand',
  event: 'groupCreate',
  phase: 'after',
  summary: 'A group was created.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/createAfter',
  request: fields('callbackAfterCreateGroupCommand', {}, newGroup),
  meanings: newGroupMeanings,
  quirks: ['Users report that it does not come for groups made through the REST API (open-im-server#3417).'],
  // createTime as well as groupID, because a caller of the API may use an ID of its choice again.
  identity: ({ groupID, createTime }) => ({
    key: [groupID || undefined, createTime],
    conversation: groupID ? ['group', groupID] : undefined,
    at: createTime,
  }),
  sample: { ...created, callbackCommand: 'callbackAfterCreateGroupCommand' },
});

export const afterDismissGroup = command({
  wire: 'callbackAfterDisMissGroupCommand',
  aliases: ['callbackDisMissGroupCommand'],
  event: 'groupDismiss',
  phase: 'after',
  summary: 'A group was dismissed.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/disMissGroupAfter',
  request: fields(
    'callbackAfterDisMissGroupCommand',
    { groupID: text },
    { callbackCommand: text, ownerID: text, groupType: text, membersID: list(text) },
  ),
  meanings: {
    ownerID: 'owner of the group',
    groupType: 'type of the group as the character of that code: \\u0002 for type 2',
    membersID: 'members of the group',
    'membersID[]': 'user ID of a member',
  },
  quirks: [
    'groupType is not a digit but the control character with the number of the type, U+0002 for type 2; it passes through as it is.',
    'membersID is read after the dismissal: it is empty when the members were deleted with the group, and is never truncated, so that a big group needs a high bodyLimitBytes.',
  ],
  // Nothing in it names the event: every delivery has a key of its own.
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackAfterDisMissGroupCommand',
    groupID: '900100200',
    ownerID: '4100000001',
    groupType: '\u0002',
    membersID: ['4100000001', '4100000002'],
  },
});

export const afterTransferOwner = command({
  wire: 'callbackAfterTransferGroupOwnerCommand',
  aliases: ['callbackTransferGroupOwnerAfter', 'callbackAfterTransferGroupOwner'],
  event: 'groupOwner',
  phase: 'after',
  summary: 'A group has a new owner.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/transferGroupOwnerAfter',
  request: fields(
    'callbackAfterTransferGroupOwnerCommand',
    { groupID: text, oldOwnerUserID: text, newOwnerUserID: text },
    { callbackCommand: text },
  ),
  meanings: { oldOwnerUserID: 'user who owned the group', newOwnerUserID: 'user who owns it now' },
  quirks: ['Servers before 3.7 name it without the word Command at the end.'],
  // Ownership may go back and forth between the same two users: no key.
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackAfterTransferGroupOwnerCommand',
    groupID: '900100200',
    oldOwnerUserID: '4100000001',
    newOwnerUserID: '4100000002',
  },
});

import { firstStranger } from '../../../catalogue/users-asked';
import { fields, int32, integer, list, text, wholeList } from '../../../codecs';
import { command } from './command';
import { inGroup } from './conversation';
import { problemWithRole } from './unchecked';

// Members come, go and are changed again and again, and no body says which time it is. So no command here names a key,
// and every delivery has a key of its own.

/** Member, administrator, and the owner of a group that is being created. */
const rolesAtJoining = [20, 60, 100];

/** What the reply may set for a member who is about to join. */
const memberChanges = { nickname: text, faceURL: text, roleLevel: int32, muteEndTime: integer, ex: text };

const idOf = ({ userID }: { readonly userID: string }) => userID;

export const beforeMembersJoin = command({
  wire: 'callbackBeforeMembersJoinGroupCommand',
  event: 'groupMembersAdd',
  phase: 'before',
  summary:
    'Users are about to become members of a group: at its creation, by invitation, by approval or by themselves.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/memberJoinGroupBefore',
  request: fields(
    'callbackBeforeMembersJoinGroupCommand',
    { groupID: text, memberList: wholeList(fields('new member', { userID: text }, { ex: text })) },
    { callbackCommand: text, groupEx: text },
  ),
  rewrite: fields(
    'new member changes',
    {},
    // The server reads the userID of each entry through a pointer, unchecked (3.8.0 on).
    { memberCallbackList: list(fields('new member change', { userID: text }, memberChanges)) },
  ),
  checkRewrite({ memberCallbackList = [] }, { memberList }) {
    const stranger = firstStranger(memberCallbackList.map(idOf), memberList.map(idOf));
    if (memberList.length > 0 && stranger !== -1)
      return `memberCallbackList.${stranger}.userID is not among the users about to join`;
    for (const [i, { roleLevel }] of memberCallbackList.entries()) {
      const problem = problemWithRole(roleLevel, rolesAtJoining, `memberCallbackList.${i}.roleLevel`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  },
  meanings: { memberList: 'the users about to join', 'memberList[].ex': 'free extension text of the member' },
  quirks: [
    'Servers before 3.8 send callbackBeforeMemberJoinGroupCommand instead, once for each member.',
    'The switch in the configuration is called beforeMemberJoinGroup for both.',
  ],
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackBeforeMembersJoinGroupCommand',
    groupID: '900100200',
    memberList: [{ userID: '4100000002', ex: '' }],
    groupEx: '',
  },
});

export const beforeMemberJoin = command({
  wire: 'callbackBeforeMemberJoinGroupCommand',
  event: 'groupMemberAdd',
  phase: 'before',
  summary: 'A user is about to become a member of a group, as servers before 3.8 report it.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/memberJoinGroupBefore (older revisions)',
  request: fields(
    'callbackBeforeMemberJoinGroupCommand',
    { groupID: text, userID: text },
    { callbackCommand: text, ex: text, groupEx: text },
  ),
  rewrite: fields('new member changes', {}, memberChanges),
  checkRewrite: ({ roleLevel }) => problemWithRole(roleLevel, rolesAtJoining),
  meanings: { ex: 'free extension text of the member' },
  quirks: [
    'Servers from 3.8 on send callbackBeforeMembersJoinGroupCommand instead, with a list.',
    'Servers 3.7 ignore the reply (open-im-server#2410).',
  ],
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackBeforeMemberJoinGroupCommand',
    groupID: '900100200',
    userID: '4100000002',
    ex: '',
    groupEx: '',
  },
});

/** A member's profile in a group; what is not changed is a null pointer. */
const memberInfo = {
  required: { groupID: text, userID: text },
  optional: { callbackCommand: text, nickName: text, faceURL: text, roleLevel: integer, ex: text },
};

export const beforeSetMemberInfo = command({
  wire: 'callbackBeforeSetGroupMemberInfoCommand',
  aliases: ['CallbackBeforeSetGroupMemberInfoCommand'],
  event: 'groupMemberInfo',
  phase: 'before',
  summary: "A member's profile or role in a group is about to be changed: one call for each member of the request.",
  source: 'openimsdk/docs docs/restapi/webhooks/group/setMemberInfoBefore',
  request: fields('callbackBeforeSetGroupMemberInfoCommand', memberInfo.required, memberInfo.optional),
  rewrite: fields('member changes', {}, { ex: text, nickName: text, faceURL: text, roleLevel: int32 }),
  // Another API call transfers ownership: in this one the server lets no request make an owner.
  checkRewrite: ({ roleLevel }) => problemWithRole(roleLevel, [20, 60]),
  quirks: [
    'A field that is not being changed is null on the wire and absent here.',
    'Servers 3.0 to 3.4.0 write the command with a capital C and put an operationID into the body.',
  ],
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackBeforeSetGroupMemberInfoCommand',
    groupID: '900100200',
    userID: '4100000002',
    nickName: 'Mira',
    faceURL: null,
    roleLevel: null,
    ex: null,
  },
});

export const afterSetMemberInfo = command({
  wire: 'callbackAfterSetGroupMemberInfoCommand',
  event: 'groupMemberInfo',
  phase: 'after',
  summary: "A member's profile or role in a group was changed.",
  source: 'openimsdk/docs docs/restapi/webhooks/group/setMemberInfoAfter',
  request: fields('callbackAfterSetGroupMemberInfoCommand', memberInfo.required, memberInfo.optional),
  quirks: ['A field that was not changed is null on the wire and absent here.'],
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackAfterSetGroupMemberInfoCommand',
    groupID: '900100200',
    userID: '4100000002',
    nickName: null,
    faceURL: null,
    roleLevel: 60,
    ex: null,
  },
});

export const afterQuit = command({
  wire: 'callbackAfterQuitGroupCommand',
  aliases: ['callbackQuitGroupCommand'],
  event: 'groupLeave',
  phase: 'after',
  summary: 'A member left a group.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/quitGroup',
  request: fields('callbackAfterQuitGroupCommand', { groupID: text, userID: text }, { callbackCommand: text }),
  meanings: { userID: 'user who left' },
  identity: inGroup,
  sample: { callbackCommand: 'callbackAfterQuitGroupCommand', groupID: '900100200', userID: '4100000002' },
});

export const afterKick = command({
  wire: 'callbackAfterKickGroupCommand',
  aliases: ['callbackKillGroupCommand'],
  event: 'groupKick',
  phase: 'after',
  summary: 'Members were removed from a group.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/killGroupMember',
  request: fields(
    'callbackAfterKickGroupCommand',
    { groupID: text, kickedUserIDs: list(text) },
    { callbackCommand: text, reason: text },
  ),
  meanings: { kickedUserIDs: 'users who were removed', 'kickedUserIDs[]': 'user ID' },
  quirks: ['The body does not say who removed them.'],
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackAfterKickGroupCommand',
    groupID: '900100200',
    kickedUserIDs: ['4100000003'],
    reason: '',
  },
});

export const beforeJoin = command({
  wire: 'callbackBeforeJoinGroupCommand',
  event: 'groupJoin',
  phase: 'before',
  summary: 'A user asks to join a group.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/applyJoinGroupBefore',
  request: fields(
    'callbackBeforeJoinGroupCommand',
    { groupID: text, applyID: text },
    { callbackCommand: text, groupType: text, reqMessage: text, ex: text },
  ),
  meanings: {
    applyID: 'user who asks to join',
    groupType: 'type of the group as the character of that code: \\u0002 for type 2',
  },
  quirks: [
    'groupType is not a digit but the control character with the number of the type, U+0002 for type 2; it passes through as it is.',
    'The switch in the configuration is called beforeApplyJoinGroup.',
  ],
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackBeforeJoinGroupCommand',
    groupID: '900100200',
    groupType: '\u0002',
    applyID: '4100000003',
    reqMessage: 'hello',
    ex: '',
  },
});

export const afterJoin = command({
  wire: 'callbackAfterJoinGroupCommand',
  event: 'groupJoin',
  phase: 'after',
  summary: 'A user joined a group that lets people in without approval.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/joinGroupAfter',
  request: fields(
    'callbackAfterJoinGroupCommand',
    { groupID: text, inviterUserID: text },
    { callbackCommand: text, operationID: text, reqMessage: text, joinSource: integer },
  ),
  meanings: {
    inviterUserID: 'the user who joined, whatever the name says',
    joinSource: '1 administrator, 2 invitation, 3 search, 4 QR code',
  },
  quirks: [
    'The user who joined is in inviterUserID; the body does not say who invited them.',
    'A join that somebody approved does not cause it.',
  ],
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackAfterJoinGroupCommand',
    operationID: '1718000000123',
    groupID: '900100200',
    reqMessage: 'hello',
    joinSource: 3,
    inviterUserID: '4100000003',
  },
});

export const beforeInvite = command({
  wire: 'callbackBeforeInviteJoinGroupCommand',
  event: 'groupInvite',
  phase: 'before',
  summary: 'Users are about to be invited into a group.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/inviteJoinGroupBefore',
  request: fields(
    'callbackBeforeInviteJoinGroupCommand',
    { groupID: text, invitedUserIDs: wholeList(text) },
    { callbackCommand: text, operationID: text, reason: text },
  ),
  meanings: { invitedUserIDs: 'users to invite', 'invitedUserIDs[]': 'user ID' },
  quirks: [
    'All users are invited or none: the server reads a list of refused ones (refusedMembersAccount) and ignores it.',
    'The switch in the configuration is called beforeInviteUserToGroup.',
  ],
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackBeforeInviteJoinGroupCommand',
    operationID: '1718000000123',
    groupID: '900100200',
    reason: '',
    invitedUserIDs: ['4100000003', '4100000004'],
  },
});

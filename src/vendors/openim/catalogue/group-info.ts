import { fields, integer, text } from '../../../codecs';
import { command } from './command';
import { inGroup } from './conversation';
import { changeable, groupInfoEcho, groupInfoExEcho } from './group-info-echo';

/** What all four have besides the group ID: plain values in beforeSetGroupInfo, else pointers or wrappers. */
const info = {
  callbackCommand: text,
  operationID: text,
  groupName: text,
  notification: text,
  introduction: text,
  faceURL: text,
  ex: text,
  needVerification: integer,
  lookMemberInfo: integer,
  applyMemberFriend: integer,
};

const InfoChanges = fields('group info changes', {}, changeable);

/** With an empty ID the server finds no group, and the user's call fails. */
function problemWithGroupID({ groupID }: { groupID?: string }): string | undefined {
  return groupID === '' ? 'groupID is empty; leave it out' : undefined;
}

/** The server fails the user's call for a name of blanks (internal/rpc/group/db_map.go, 3.8.1 to main). */
function problemWithName({ groupName }: { groupName?: string }): string | undefined {
  return groupName?.trim() === '' ? 'groupName is empty; leave it out' : undefined;
}

const operationID = 'always empty here; the header has the trace ID';
const emptyOperationID = 'operationID in the body is always empty; event.operationID is taken from the header.';
const ignoredNotification = 'The announcement (notification) cannot be changed by a reply.';

export const beforeSetGroupInfo = command({
  wire: 'callbackBeforeSetGroupInfoCommand',
  event: 'groupInfo',
  phase: 'before',
  summary: 'The profile of a group is about to be changed.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/setGroupInfoBefore',
  request: fields('callbackBeforeSetGroupInfoCommand', { groupID: text }, info),
  rewrite: InfoChanges,
  reply: groupInfoEcho,
  checkRewrite: problemWithGroupID,
  meanings: { operationID },
  quirks: [
    'A field that is not being changed is an empty string or 0, which looks the same as a change to that value.',
    "groupID, groupName, faceURL and introduction are taken from the reply even when it lacks them, so every reply but a refusal repeats the request's values.",
    ignoredNotification,
    emptyOperationID,
  ],
  // A group may be given the same name twice. So no command from here on names a key, and every delivery has a key of
  // its own.
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackBeforeSetGroupInfoCommand',
    operationID: '',
    groupID: '900100200',
    groupName: 'Lunch',
    notification: '',
    introduction: '',
    faceURL: '',
    ex: '',
    needVerification: 0,
    lookMemberInfo: 0,
    applyMemberFriend: 0,
  },
});

export const afterSetGroupInfo = command({
  wire: 'callbackAfterSetGroupInfoCommand',
  event: 'groupInfo',
  phase: 'after',
  summary: 'The profile of a group was changed.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/setGroupInfoAfter',
  request: fields('callbackAfterSetGroupInfoCommand', { groupID: text }, info),
  meanings: { operationID },
  quirks: [
    'ex and the three rules are null on the wire and absent here when unchanged, unlike in the before-callback.',
    emptyOperationID,
  ],
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackAfterSetGroupInfoCommand',
    operationID: '',
    groupID: '900100200',
    groupName: 'Lunch',
    notification: '',
    introduction: '',
    faceURL: 'https://img.example.com/mira.png',
    ex: null,
    needVerification: 1,
    lookMemberInfo: null,
    applyMemberFriend: null,
  },
});

export const beforeSetGroupInfoEx = command({
  wire: 'callbackBeforeSetGroupInfoExCommand',
  aliases: ['callbackBeforeSetGroupInfoEXCommand'],
  event: 'groupInfoEx',
  phase: 'before',
  summary: 'Some fields of the profile of a group are about to be changed.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/setGroupInfoEXBefore',
  request: fields('callbackBeforeSetGroupInfoExCommand', { groupID: text }, info),
  rewrite: InfoChanges,
  reply: groupInfoExEcho,
  checkRewrite: (changes) => problemWithGroupID(changes) ?? problemWithName(changes),
  meanings: { operationID },
  quirks: [
    'A field that is not being changed is null on the wire and absent here; an empty string or 0 is a change.',
    "groupID and all changes but the announcement are taken from the reply even when it lacks them, so every reply but a refusal repeats the request's values.",
    ignoredNotification,
    emptyOperationID,
  ],
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackBeforeSetGroupInfoExCommand',
    operationID: '',
    groupID: '900100200',
    groupName: 'Lunch',
    notification: null,
    introduction: null,
    faceURL: null,
    ex: null,
    needVerification: 2,
    lookMemberInfo: null,
    applyMemberFriend: null,
  },
});

export const afterSetGroupInfoEx = command({
  wire: 'callbackAfterSetGroupInfoExCommand',
  aliases: ['callbackAfterSetGroupInfoCommandEX'],
  event: 'groupInfoEx',
  phase: 'after',
  summary: 'Some fields of the profile of a group were changed.',
  source: 'openimsdk/docs docs/restapi/webhooks/group/setGroupInfoEXAfter',
  request: fields('callbackAfterSetGroupInfoExCommand', { groupID: text }, info),
  meanings: { operationID },
  quirks: ['A field that was not changed is null on the wire and absent here.', emptyOperationID],
  identity: inGroup,
  sample: {
    callbackCommand: 'callbackAfterSetGroupInfoExCommand',
    operationID: '',
    groupID: '900100200',
    groupName: 'Lunch',
    notification: null,
    introduction: null,
    faceURL: null,
    ex: null,
    needVerification: null,
    lookMemberInfo: null,
    applyMemberFriend: null,
  },
});

/** Bodies and commands of the topic groupInfo. Written by `npm run docs` from the catalogue; do not edit. */

import type { Command } from '../../../../catalogue/command';

/** Body of `callbackBeforeSetGroupInfoCommand`. */
export type OpenimBeforeGroupInfo = {
  /** group ID */
  groupID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** always empty here; the header has the trace ID */
  operationID?: string;
  /** name of the group */
  groupName?: string;
  /** announcement of the group */
  notification?: string;
  /** description of the group */
  introduction?: string;
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** how users join the group: 0, 1 or 2 */
  needVerification?: number;
  /** rule for looking at the profiles of members, 0 or 1 */
  lookMemberInfo?: number;
  /** rule for befriending members, 0 or 1 */
  applyMemberFriend?: number;
};

/** The fields that a `rewrite()` may change. */
export type OpenimGroupInfoChanges = {
  /** group ID */
  groupID?: string;
  /** name of the group */
  groupName?: string;
  /** description of the group */
  introduction?: string;
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** how users join the group: 0, 1 or 2 */
  needVerification?: number;
  /** rule for looking at the profiles of members, 0 or 1 */
  lookMemberInfo?: number;
  /** rule for befriending members, 0 or 1 */
  applyMemberFriend?: number;
};

/** Body of `callbackAfterSetGroupInfoCommand`. */
export type OpenimGroupInfo = {
  /** group ID */
  groupID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** always empty here; the header has the trace ID */
  operationID?: string;
  /** name of the group */
  groupName?: string;
  /** announcement of the group */
  notification?: string;
  /** description of the group */
  introduction?: string;
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** how users join the group: 0, 1 or 2 */
  needVerification?: number;
  /** rule for looking at the profiles of members, 0 or 1 */
  lookMemberInfo?: number;
  /** rule for befriending members, 0 or 1 */
  applyMemberFriend?: number;
};

/** Body of `callbackBeforeSetGroupInfoExCommand`. */
export type OpenimBeforeGroupInfoEx = {
  /** group ID */
  groupID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** always empty here; the header has the trace ID */
  operationID?: string;
  /** name of the group */
  groupName?: string;
  /** announcement of the group */
  notification?: string;
  /** description of the group */
  introduction?: string;
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** how users join the group: 0, 1 or 2 */
  needVerification?: number;
  /** rule for looking at the profiles of members, 0 or 1 */
  lookMemberInfo?: number;
  /** rule for befriending members, 0 or 1 */
  applyMemberFriend?: number;
};

/** Body of `callbackAfterSetGroupInfoExCommand`. */
export type OpenimGroupInfoEx = {
  /** group ID */
  groupID: string;
  /** the command, as in the URL */
  callbackCommand?: string;
  /** always empty here; the header has the trace ID */
  operationID?: string;
  /** name of the group */
  groupName?: string;
  /** announcement of the group */
  notification?: string;
  /** description of the group */
  introduction?: string;
  /** avatar URL */
  faceURL?: string;
  /** free extension text */
  ex?: string;
  /** how users join the group: 0, 1 or 2 */
  needVerification?: number;
  /** rule for looking at the profiles of members, 0 or 1 */
  lookMemberInfo?: number;
  /** rule for befriending members, 0 or 1 */
  applyMemberFriend?: number;
};

/** The profile of a group is about to be changed. */
export interface OpenimBeforeGroupInfoCommand
  extends Command<'openim', 'callbackBeforeSetGroupInfoCommand', 'groupInfo', 'before', OpenimBeforeGroupInfo, unknown, OpenimGroupInfoChanges, false, false> {}

/** The profile of a group was changed. */
export interface OpenimGroupInfoCommand
  extends Command<'openim', 'callbackAfterSetGroupInfoCommand', 'groupInfo', 'after', OpenimGroupInfo, unknown, null, false, false> {}

/** Some fields of the profile of a group are about to be changed. */
export interface OpenimBeforeGroupInfoExCommand
  extends Command<'openim', 'callbackBeforeSetGroupInfoExCommand', 'groupInfoEx', 'before', OpenimBeforeGroupInfoEx, unknown, OpenimGroupInfoChanges, false, false> {}

/** Some fields of the profile of a group were changed. */
export interface OpenimGroupInfoExCommand
  extends Command<'openim', 'callbackAfterSetGroupInfoExCommand', 'groupInfoEx', 'after', OpenimGroupInfoEx, unknown, null, false, false> {}

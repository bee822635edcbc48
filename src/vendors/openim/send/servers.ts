import type { OpenimServer, OpenimServerVersion } from './server';

/** Two commands copy these whether the reply has them or not (3.4.2 to main: internal/rpc/group/callback.go). */
const copiesGroupInfo: OpenimServer['copiesAlways'] = {
  callbackBeforeSetGroupInfoCommand: ['groupID', 'groupName', 'faceURL', 'introduction'],
  callbackBeforeSetGroupInfoExCommand: [
    'groupID',
    'groupName',
    'introduction',
    'faceURL',
    'ex',
    'needVerification',
    'lookMemberInfo',
    'applyMemberFriend',
  ],
};

const v2: Omit<OpenimServer, 'version'> = {
  commandIn: 'body',
  operationID: 'body',
  newline: false,
  keepsAlive: false,
  longestTimeoutMs: Number.POSITIVE_INFINITY,
  conversationKeyOf: [],
  reply: { actionCode: 'int64', errCode: 'int64', errMsg: 'string', operationID: 'string' },
  refusal: 'a reply refuses when actionCode is not 0 (servers 2.x)',
  refuses: ({ actionCode }) => actionCode !== 0,
  callerSees: (errCode) => (errCode === 0 ? 201 : errCode),
  failureCodes: { network: 500, data: 500 },
  honoursFailedContinue: true,
  // Each caller returns where the callback failed, before it applies anything.
  appliesFailedReplies: false,
  queue: undefined,
  afterErrorsReachCaller: false,
  // `if resp.ErrCode == CallbackHandleSuccess && resp.ActionCode == ActionAllow` (v2.3.3 internal/rpc/msg/callback.go, internal/push/logic/callback.go)
  takesChanges: ({ errCode }) => errCode === 0,
  losesChangesOf: [],
  copiesAlways: copiesGroupInfo,
  checksContent: false,
  pushListOfGroupsOnly: false,
  panicCode: undefined,
};

const v30: Omit<OpenimServer, 'version'> = {
  ...v2,
  commandIn: 'query',
  operationID: 'whenKnown',
  keepsAlive: true,
  reply: { actionCode: 'int64', errCode: 'int32', errMsg: 'string', errDlt: 'string' },
  refusal: 'a reply refuses when actionCode or errCode is not 0 (servers 3.0.0 to 3.4.0)',
  refuses: ({ actionCode, errCode }) => actionCode !== 0 || errCode !== 0,
  // The RPC layer turns a code of 0 or less into 500 (v3.0.0 pkg/common/mw/rpc_server_interceptor.go:128, since then OpenIMSDK/tools mw).
  callerSees: (errCode) => (errCode <= 0 ? 500 : errCode),
  failureCodes: { network: 90004, data: 90007 },
  takesChanges: () => true,
};

const v34 = { ...v30, longestTimeoutMs: 15_000 };

const v342: Omit<OpenimServer, 'version'> = {
  ...v34,
  commandIn: 'path',
  reply: { actionCode: 'int32', errCode: 'int32', errMsg: 'string', errDlt: 'string', nextCode: 'int32' },
  refusal: 'a reply refuses when actionCode is not 0, or nextCode is 1 (servers 3.4.2 to 3.5.1)',
  refuses: ({ actionCode, nextCode }) => actionCode !== 0 || nextCode === 1,
  // `if err := CallbackQuitGroup(ctx, req); err != nil { return nil, err }` (v3.5.0 internal/rpc/group/group.go:890)
  afterErrorsReachCaller: true,
  // With failedContinue on, the HTTP client returns nil for a failed callback (v3.5.0 pkg/common/http/http_client.go), and its caller goes on.
  appliesFailedReplies: true,
  // `utils.NotNilReplace(&req.Remark, &resp.Remark)` (v3.5.0 internal/rpc/friend/callback.go); servers 3.7.0 on look whether it is empty.
  copiesAlways: { ...copiesGroupInfo, callbackBeforeSetFriendRemarkCommand: ['remark'] },
};

const v36: Omit<OpenimServer, 'version'> = {
  ...v342,
  refusal: 'servers 3.6 log a refusal and drop it (open-im-server#2166)',
  refuses: () => false,
};

const v37: Omit<OpenimServer, 'version'> = {
  ...v342,
  operationID: 'always',
  newline: true,
  refusal: 'a reply refuses when actionCode is 0 and nextCode is 1 (servers 3.7.0 on)',
  refuses: ({ actionCode, nextCode }) => actionCode === 0 && nextCode === 1,
  honoursFailedContinue: false,
  appliesFailedReplies: false,
  queue: { workers: 2, size: 100, waitMs: 100 },
  afterErrorsReachCaller: false,
  losesChangesOf: ['callbackBeforeMemberJoinGroupCommand'], // open-im-server#2410
  copiesAlways: copiesGroupInfo,
  // The caller hands over nil for the list outside groups (3.7 internal/push/push_handler.go, Push2User).
  pushListOfGroupsOnly: true,
};

const v38: Omit<OpenimServer, 'version'> = {
  ...v37,
  queue: { workers: 2, size: 100, waitMs: 3000 },
  losesChangesOf: [],
  pushListOfGroupsOnly: false,
  panicCode: 500, // openimsdk/tools mw/rpc_server_interceptor.go: err = errs.ErrPanic(r)
};

const main: Omit<OpenimServer, 'version'> = {
  ...v38,
  conversationKeyOf: [
    'callbackAfterSendSingleMsgCommand',
    'callbackAfterSendGroupMsgCommand',
    'callbackAfterMsgSaveDBCommand',
  ],
  checksContent: true, // "webhook msg modify content is not json" (internal/rpc/msg/callback.go since 964ee7a8d)
};

const families: Readonly<Record<OpenimServerVersion, Omit<OpenimServer, 'version'>>> = {
  '2.0': v2,
  '2.1': v2,
  '2.2': v2,
  '2.3': v2,
  '3.0': v30,
  '3.1': v30,
  '3.2': v30,
  '3.3': v30,
  '3.4': v34,
  '3.4.2': v342,
  '3.5': v342,
  '3.6': v36,
  '3.7': v37,
  '3.8': v38,
  main,
};

export function openimServer(version: OpenimServerVersion): OpenimServer {
  return { version, ...families[version] };
}

import { otel } from '../../../src/otel';
import * as openim from '../../../src/vendors/openim';
import * as tencent from '../../../src/vendors/tencent';
import { receiver, sdkAppId, token } from '../send';

export const path = '/im-callback';
export const after = 'Group.CallbackAfterSendMsg';
export const before = 'Group.CallbackBeforeSendMsg';

/** Content, ids and secrets that must be in no span and no metric. */
export const private_ = {
  text: 'meet at the hut at nine',
  user: 'u_alice_4711',
  group: '@TGS#1NOVA7QLX',
  secret: 'openim-secret-segment',
  token,
};

export const body = (changes: object = {}) => ({
  GroupId: private_.group,
  From_Account: private_.user,
  Random: 7,
  MsgSeq: 1,
  EventTime: 1718000206321,
  MsgBody: [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: private_.text } }],
  ...changes,
});

/** A signed callback of Tencent with `op-<MsgSeq>` as its operationID. */
export function signed(wire: typeof after | typeof before, changes: Record<string, unknown> = {}, headers = {}) {
  const composed = tencent.composeRequest(wire, body(changes) as never, { path, sdkAppId, token });
  const url = `${composed.url}&RequestId=op-${changes.MsgSeq ?? 1}`;
  return { ...composed, url, headers: { ...composed.headers, ...headers } };
}

/** A callback that says it is of another command. */
export function renamed(composed: ReturnType<typeof signed>, wire: string): ReturnType<typeof signed> {
  const url = composed.url.replace(/CallbackCommand=[^&]*/, `CallbackCommand=${wire}`);
  return { ...composed, url, body: JSON.stringify({ note: private_.text }) };
}

export function fromOpenim(secret = private_.secret) {
  const message = { sendID: private_.user, receiveID: private_.user, unreadMsgNum: 3, contentType: 3 };
  const options = { path: `${path}/${secret}`, operationID: 'op-openim' };
  return openim.composeRequest('callbackAfterGroupMsgReadCommand', message, options);
}

/** A receiver of both vendors with telemetry. */
export function watched(options: object = {}) {
  const tencentOptions = { sdkAppId, token };
  return receiver({ tencent: tencentOptions, openim: { secret: private_.secret }, telemetry: otel(), ...options });
}

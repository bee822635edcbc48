/** This file only has to compile: what is legal does, and each `@ts-expect-error` is a mistake that must not. */
import express5 from 'express';
import express4 from 'express4';
import type { Arbitrary } from 'fast-check';
import { imCallbacks } from '../../../src';
import { createSender, type SenderOptionsOf } from '../../../src/sender';
import { arbitrary, deliver, sample } from '../../../src/testing';

declare function expectType<T>(value: T): void;
const callbacks = imCallbacks({ openim: {} });
const before = 'Group.CallbackBeforeSendMsg';
const after = 'Group.CallbackAfterSendMsg';

// Targets.
deliver(callbacks, before);
deliver(express5().use(callbacks), before);
deliver(express4().use(callbacks), before);
deliver(express5.Router(), before);
deliver(express4.Router(), before);
deliver(new URL('http://127.0.0.1:3000'), before);
// @ts-expect-error: no target
deliver({}, before);
// @ts-expect-error: a path is part of a URL
deliver('http://127.0.0.1:3000', before, {}, { path: '/im-callback' });

async function results() {
  const message = await deliver(callbacks, before);
  if (message.verdict?.verdict === 'refuse') expectType<number | undefined>(message.verdict.code);
  if (message.verdict?.verdict === 'rewrite') expectType<string | undefined>(message.verdict.fields.CloudCustomData);
  if (message.conclusion.result === 'refused') expectType<number>(message.conclusion.code);
  if (message.conclusion.result === 'failed') expectType<string>(message.conclusion.because);
  expectType<number | undefined>(message.ack?.ErrorCode);
  expectType<Promise<void>>(message.settled());

  const openim = await deliver(callbacks, 'callbackBeforeSendGroupMsgCommand');
  expectType<number | undefined>(openim.ack?.nextCode);
  // @ts-expect-error: this command cannot be rewritten
  if (openim.verdict?.verdict === 'rewrite') return;

  const told = await deliver(callbacks, after);
  expectType<undefined>(told.verdict);

  const elsewhere = await deliver('http://127.0.0.1:3000', before);
  // @ts-expect-error: nobody knows what runs on in another process
  elsewhere.settled();
  // @ts-expect-error: the reply of Tencent has no nextCode of this type
  expectType<number | undefined>(elsewhere.ack?.nextCode);
}
void results;

// Overrides, as deep as the wire form is.
deliver(callbacks, before, { GroupId: 'g', MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x' } }] });
deliver(callbacks, before, { EventTime: '1718000205001', MsgBody: null });
expectType<string | number | boolean>(sample(after, { GroupId: 'g' }).GroupId);
sample('callbackBeforeMsgModifyCommand', { atUserList: undefined });
// @ts-expect-error: no such command
deliver(callbacks, 'Group.CallbackBeforeSendMessage');
// @ts-expect-error: no such field
deliver(callbacks, before, { groupId: 'g' });
// @ts-expect-error: not of this type
deliver(callbacks, before, { MsgBody: 'x' });
// @ts-expect-error: deep in it neither
sample('Group.CallbackBeforeInviteJoinGroup', { DestinationMembers: [{ Member_Acount: 'u' }] });

// Options, by vendor.
deliver(callbacks, before, {}, { path: '/im', token: 'x', failedBefore: 'refuse', platform: 'iOS' });
deliver(callbacks, 'callbackAfterSendGroupMsgCommand', {}, { serverVersion: 'main', secret: 'x', operationID: 'o' });
// @ts-expect-error: OpenIM signs nothing
deliver(callbacks, 'callbackAfterSendGroupMsgCommand', {}, { token: 'x' });
// @ts-expect-error: Tencent has no operation ID
deliver(callbacks, before, {}, { operationID: 'o' });
// @ts-expect-error: Tencent has no server version
deliver(callbacks, before, {}, { serverVersion: '3.8' });
// @ts-expect-error: a version is a string
deliver(callbacks, 'callbackAfterSendGroupMsgCommand', {}, { serverVersion: 3.8 });

expectType<Arbitrary<{ GroupId: string | number | boolean }>>(arbitrary(after));
// @ts-expect-error: no such command
arbitrary('Group.CallbackAfterSendMessage');

// Senders know the commands of their vendor.
const to = 'http://127.0.0.1:3000';
createSender({ vendor: 'tencent', to, sdkAppId: 1 }).send(before, { GroupId: 'g' });
createSender({ vendor: 'openim', to, serverVersion: '2.3' }).send('callbackWordFilterCommand', { content: 'x' });
createSender({ vendor: 'openim', to }).sendAny('callbackOfTomorrow', { a: 1 });
createSender({ vendor: 'openim', to }).send('callbackAfterSendGroupMsgCommand', {}, { operationID: 'o' });
declare const either: SenderOptionsOf;
createSender(either).sendAny('callbackOfTomorrow', { a: 1 });
// @ts-expect-error: nobody of this name sends
createSender({ vendor: 'line', to });
// @ts-expect-error: an option of the other vendor
createSender({ vendor: 'openim', to, sdkAppId: 1 });
// @ts-expect-error: Tencent's, not OpenIM's
createSender({ vendor: 'openim', to }).send(before);
// @ts-expect-error: no such field
createSender({ vendor: 'tencent', to, sdkAppId: 1 }).send(before, { groupId: 'g' });
// @ts-expect-error: who sends must say so
createSender({ vendor: 'tencent', to });
// @ts-expect-error: where to is no detail
createSender({ vendor: 'openim' });

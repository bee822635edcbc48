/** The chat services' sending side, for tests and tools. */
export type { ComposedRequest } from '../sending/composed-request';
export type {
  Allowed,
  Conclusion,
  ConclusionResult,
  Dropped,
  Failed,
  FailedBecause,
  Ignored,
  Lost,
  Refused,
  Rewritten,
  SenderDoes,
  Undocumented,
} from '../sending/conclusion';
export type { SenderResponse } from '../sending/post';
export type { BodyFor, Sender, Sent, Try } from '../sending/sender';
export type { OpenimSenderOptions, OpenimSendOptions } from '../vendors/openim/send/options';
export { type OpenimServerVersion, openimServerVersions } from '../vendors/openim/send/server';
export type { TencentSenderOptions } from '../vendors/tencent/send/options';
export { createSender } from './create-sender';
export type { SenderOf, SenderOptionsOf, SendOptionsOf } from './sender-types';

/** The two chat services' sending side, for tests and tools. */
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
export type { Attempt, BodyFor, Sender, SendOptions, Sent } from '../sending/sender';
export type { OpenimSenderOptions } from '../vendors/openim/send/sender';
export { type OpenimServerVersion, openimServerVersions } from '../vendors/openim/send/servers';
export type { TencentSenderOptions } from '../vendors/tencent/send/sender';
export { createSender } from './create-sender';

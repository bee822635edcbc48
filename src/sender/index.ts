/** The two chat services' sending side, for tests and tools. */
export type { ComposedRequest } from '../composed-request';
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
} from './conclusion';
export { createSender } from './create-sender';
export type { OpenimSenderOptions } from './openim-sender';
export { type OpenimServerVersion, openimServerVersions } from './openim-servers';
export type { SenderResponse } from './post';
export type { Attempt, BodyFor, Sender, SendOptions, Sent } from './sender';
export type { TencentSenderOptions } from './tencent-sender';

export type { AnyEvent, CallbackEvent, EventOf, Learnt } from './callback/event';
export type { AfterHandler, BeforeHandler, HandlerOf, VerdictOf } from './callback/handlers';
export type { Outcome } from './callback/outcome';
export type { AnyCommand, Command, FailurePolicy, Phase } from './catalogue/command';
export type { Allow, Answer, Drop, Given, Reason, Refuse, Rewrite, Verdict } from './catalogue/verdict';
export { allow, answer, drop, refuse, rewrite } from './catalogue/verdict';
export { type KnownAfter, type OwnStep, type TurnedAway, turnAway } from './flow/own-step';
export { type ImCallbacks, imCallbacks } from './im-callbacks';
export type { InboxOptions } from './inbox/from-options';
export type { DeadLetter, Durability, Gap, Inbox, InboxStats, InboxStatus, StoredDelivery } from './inbox/inbox';
export { PermanentError } from './inbox/permanent-error';
export type { WorkerOptions } from './inbox/worker-options';
export { type CurrentCallback, currentCallback } from './observe/current-callback';
export type {
  ArrivedRequest,
  BegunAttempt,
  HandledCallback,
  Telemetry,
  Trace,
  TracedRecord,
} from './observe/telemetry';
export type { EventFor, HandlersOf } from './receiver/handlers';
export type { FailurePolicies, ImCallbacksOptions, Mounted } from './receiver/options';
export { type ReceivedCallback, recordOf } from './receiver/received-callback';
export type {
  Failure,
  FailureKind,
  FailureOf,
  FailureReport,
  Hooks,
  SettledRecord,
  UnknownEvent,
} from './receiver/reports';
export { type InboxWorker, type StartWorkerOptions, startWorker } from './start-worker';
export type { CommandOf, Vendor, VendorOptions } from './vendors';
export { type CommandRecord, commands } from './vendors/commands';

export type { AnyEvent, CallbackEvent, EventOf, UnknownEvent } from './callback/event';
export type { Failure, FailureKind, FailureOf } from './callback/failure';
export type { HandlerOf, HandlersOf, VerdictOf } from './callback/handlers';
export type { AnyCommand, Command, FailurePolicy, Phase, Vendor } from './catalogue/command';
export type { Allow, Answer, Drop, Refuse, Rewrite, Verdict } from './catalogue/verdict';
export { allow, answer, drop, refuse, rewrite } from './catalogue/verdict';
export { type CallbackRecord, recordOf } from './flow/record';
export { type ImCallbacks, imCallbacks } from './im-callbacks';
export type { InboxOptions } from './inbox/from-options';
export type { Gap } from './inbox/gap-watch';
export type { DeadLetter, Durability, Inbox, InboxStats, InboxStatus, StoredDelivery } from './inbox/inbox';
export { PermanentError } from './inbox/permanent-error';
export type { WorkerOptions } from './inbox/worker-options';
export { type CurrentCallback, currentCallback } from './observe/current-callback';
export type { FailureReport, Hooks, Outcome, SettledRecord } from './observe/hooks';
export type {
  ArrivedRequest,
  BegunAttempt,
  HandledCallback,
  Telemetry,
  Trace,
  TracedRecord,
} from './observe/telemetry';
export type { ImCallbacksOptions, OpenimOnlyOptions, TencentOnlyOptions } from './receiver/options';
export { type InboxWorker, type StartWorkerOptions, startWorker } from './start-worker';
export { type CommandRecord, commands } from './vendors/commands';

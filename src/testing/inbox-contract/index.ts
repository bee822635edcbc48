/** The contract of an inbox as a test suite, for an inbox of your own, with any test runner. See docs/own-inbox.md. */
export type {
  Acceptance,
  Attempt,
  ConsumeOptions,
  Consumer,
  DeadLetter,
  Disposition,
  Durability,
  Inbox,
  InboxFault,
  InboxStats,
  InboxStatus,
  SequenceStore,
  StoredDelivery,
} from '../../inbox/inbox';
export type { StoreOptions } from '../../inbox/store-options';
export { inboxContract, type Test } from './inbox-contract';
export type { Engine } from './scene';

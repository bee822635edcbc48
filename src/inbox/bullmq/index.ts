import './needs';

export { bullmqInbox } from './bullmq-inbox';
export { type BullmqInspection, inspectBullmqInbox } from './inspect';
export type { BullmqInboxOptions } from './options';

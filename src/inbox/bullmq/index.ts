import './needs';

export { bullmqInbox } from './bullmq-inbox';
export type { BullmqInboxOptions } from './options';

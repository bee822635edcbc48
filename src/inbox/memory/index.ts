export { memoryInbox } from './memory-inbox';

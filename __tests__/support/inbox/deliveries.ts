/** Deliveries, and the wait for what an inbox does with them: the parts of the contract suite. */
export { delivery } from '../../../src/testing/inbox-contract/delivery';
export { eventually, isIdle, pause } from '../../../src/testing/inbox-contract/eventually';

/** For tests of apps that receive callbacks, with any test runner. */
export { arbitrary } from './arbitrary';
export type { CommandName, WireBody } from './command-name';
export {
  type AckOf,
  type Delivered,
  type DeliveredToApp,
  type DeliverOptions,
  type DeliverToAppOptions,
  deliver,
} from './deliver';
export { type DeepPartial, sample } from './sample';
export type { OpenimDelivery, TencentDelivery } from './sender-for';
export type { Target } from './serve';

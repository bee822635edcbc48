/** For tests of apps that receive callbacks, with any test runner. */
export { arbitrary } from './arbitrary';
export type { CommandName, WireBody } from './command-name';
export { deliver } from './deliver';
export type { AckOf, Delivered, DeliveredToApp, DeliverOptions, DeliverToAppOptions } from './delivered';
export { type DeepPartial, sample } from './sample';
export type { OpenimDelivery, TencentDelivery } from './sender-for';
export type { Target } from './serve';

/** For tests of apps that receive callbacks, with any test runner. */
export { arbitrary } from './arbitrary';
export { deliver } from './deliver';
export type { AckOf, Delivered, DeliveredToApp, DeliverOptions, DeliverToAppOptions } from './delivered';
export { type DeepPartial, sample } from './sample';
export type { Target } from './serve';
export type { AnyName, CommandName, WireBody, WireNamed } from './wire-body';

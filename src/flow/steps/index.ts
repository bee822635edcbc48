/** Every step, and what it takes to put them together in another way; the order of the flow is in the routers. */

export type { Delivery, Parameter } from '../../callback/http-request';
export { indexByWire } from '../../catalogue/command';
export { type Load, makeLoad } from '../admission';
export * from '../pipeline';
export type { SettleOptions } from '../settle';
export { type Accepted, type AcceptIntoInboxOptions, acceptIntoInbox, type InboxAccess } from './accept-into-inbox';
export { captureOperationID, isOperationID, type OperationID } from './capture-operation-id';
export { decodeRequest } from './decode-request';
export { type CommandNames, type Found, findCommand } from './find-command';
export { type OpenRecordOptions, openRecord, type PrepareDelivery } from './open-record';
export { type JsonObject, type ParseBodyOptions, parseBody } from './parse-body';
export { requirePost } from './require-post';
export { type RouteCommandOptions, routeCommand } from './route-command';
export { sendAck } from './send-ack';
export { type Answer, inText, type SendFailureOptions, sendFailure } from './send-failure';
export { shedLoad } from './shed-load';
export { type Check, type Claim, type Envelope, verifyQuery } from './verify-query';

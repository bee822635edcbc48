/** The steps, in the order of the flow, and what it takes to put them together in another way. */
export { indexByWire } from '../command';
export * from '../pipeline';
export { captureOperationID, isOperationID, type OperationID } from './capture-operation-id';
export { decodeRequest } from './decode-request';
export { type CommandNames, type Found, findCommand } from './find-command';
// biome-ignore assist/source/organizeImports: this is the order of the flow
export { type OpenRecordOptions, openRecord, type PrepareDelivery } from './open-record';
export { type JsonObject, type ParseBodyOptions, parseBody } from './parse-body';
export { requirePost } from './require-post';
export { type RouteCommandOptions, routeCommand } from './route-command';
export { sendAck } from './send-ack';
export { type Answer, inText, type SendFailureOptions, sendFailure } from './send-failure';
export { shedLoad } from './shed-load';
export { type Check, type Claim, type Envelope, verifyQuery } from './verify-query';

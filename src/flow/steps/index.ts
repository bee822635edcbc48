/** The steps that a request walks through, each one in a file; the order of the walk is in the vendors' routers. */

export { type Accepted, type AcceptIntoInboxOptions, acceptIntoInbox, type InboxAccess } from './accept-into-inbox';
export { captureOperationID, isOperationID, type OperationID } from './capture-operation-id';
export { decodeRequest } from './decode-request';
export { type CommandNames, type Found, findCommand, nameCommand } from './find-command';
export { type OpenRecordOptions, openRecord, type PrepareRequest } from './open-record';
export { type JsonObject, type ParseBodyOptions, parseBody } from './parse-body';
export { requirePost } from './require-post';
export { type RouteCommandOptions, routeCommand } from './route-command';
export { sendAck } from './send-ack';
export { type Answer, inText, type SendFailureOptions, sendFailure } from './send-failure';
export { shedLoad } from './shed-load';
export { type Check, type Claim, type Envelope, verifyQuery } from './verify-query';

export type { JsonSchema } from '../json-schema/schema-object';
export { type AsyncapiDocument, asyncapi } from './asyncapi';
export type { Channel, Message, Operation } from './asyncapi-command';
export { replySchema } from './reply-schema';
export { requestSchema } from './request-schema';

export type { ComposedRequest } from '../../composed-request';
export { answersFor, type OpenimAnswers } from './ack';
export { type OpenimCommand, openimCommands } from './catalogue';
export { checkAddress, checkCredentials, checkSecret, checksFor, type Protection } from './checks';
export { type ComposeOpenimOptions, composeRequest } from './compose-request';
export {
  captureOperationIDInBody,
  commandNames,
  type OpenimQuery,
  operationIDIn,
  prepareDelivery,
  readEnvelope,
} from './envelope';
export { type OpenimOptions, type OpenimSettings, openimSettings } from './options';
export { openimRouter } from './router';

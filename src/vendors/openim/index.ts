export type { ComposedRequest } from '../../sending/composed-request';
export { type OpenimCommand, openimCommands } from './catalogue';
export { answersFor, type OpenimAnswers } from './receive/ack';
export {
  captureOperationIDInBody,
  commandNames,
  type OpenimQuery,
  operationIDIn,
  prepareRequest,
  readEnvelope,
} from './receive/envelope';
export { type OpenimOptions, type OpenimSettings, openimSettings } from './receive/options';
export { checkAddress, checkCredentials, checkSecret, checksFor, type Protection } from './receive/protection';
export { openimRouter } from './receive/router';
export { type ComposeOpenimOptions, composeRequest } from './send/compose-request';

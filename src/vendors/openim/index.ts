export { type OpenimCommand, openimCommands } from './catalogue';
export { composeRequest } from './compose-request';
export { prepareDelivery } from './envelope';
export { type OpenimOptions, type OpenimSettings, openimSettings } from './options';
export { openimRouter } from './router';

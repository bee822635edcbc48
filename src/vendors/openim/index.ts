/** `express-im-callbacks/openim`: the types of OpenIM's callbacks, its commands as data, and a request in its form. */

export type { ComposedRequest } from '../../sending/composed-request';
export { type OpenimCommand, openimCommands } from './catalogue';
export type { OpenimOptions } from './receive/options';
export type { OpenimQuery } from './receive/query';
export { type ComposeOpenimOptions, composeRequest } from './send/compose-request';

/** `express-im-callbacks/openim`: the types of OpenIM's callbacks, its commands as data, and a request in its form. */

export type { ComposedRequest } from '../../sending/composed-request';
export { openimCommands } from './catalogue';
export type * from './catalogue/bodies';
export type { OpenimOptions } from './receive/options';
export type { OpenimQuery } from './receive/query';
export { type ComposeOpenimOptions, composeRequest } from './send/compose-request';

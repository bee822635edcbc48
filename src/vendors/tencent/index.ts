/** `express-im-callbacks/tencent`: the types of Tencent's callbacks, its commands as data, and a request in its form. */

export type { ComposedRequest } from '../../sending/composed-request';
export { tencentCommands } from './catalogue';
export type * from './catalogue/bodies';
export type { TencentMessageElement as MessageElement } from './catalogue/bodies';
export type { ResolveApp, TencentApp } from './receive/apps';
export type { TencentQuery } from './receive/envelope';
export type { TencentOptions } from './receive/options';
export { type ComposeTencentOptions, composeRequest } from './send/compose-request';

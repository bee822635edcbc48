export { type TencentCommand, tencentCommands } from './catalogue';
export { sign } from './checks';
export { composeRequest } from './compose-request';
export { isTencent } from './envelope';
export type { MessageElement } from './fragments';
export { type TencentOptions, type TencentSettings, tencentSettings } from './options';
export { tencentRouter } from './router';

export type { ComposedRequest } from '../../composed-request';
export { answerTo, encodeAck } from './ack';
export { type TencentCommand, tencentCommands } from './catalogue';
export { checkAppId, checkSignature, sign } from './checks';
export { type ComposeTencentOptions, composeRequest } from './compose-request';
export { commandNames, isTencent, operationIDIn, readEnvelope, type TencentProof, type TencentQuery } from './envelope';
export type { MessageElement } from './fragments';
export { type TencentOptions, type TencentSettings, tencentSettings } from './options';
export { tencentRouter } from './router';

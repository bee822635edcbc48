export type { ComposedRequest } from '../../sending/composed-request';
export { type TencentCommand, tencentCommands } from './catalogue';
export type { MessageElement } from './catalogue/fragments';
export { answerTo, encodeAck } from './receive/ack';
export type { ResolveApp, TencentApp } from './receive/apps';
export {
  commandNames,
  isTencent,
  operationIDIn,
  readEnvelope,
  type TencentProof,
  type TencentQuery,
} from './receive/envelope';
export { type TencentOptions, type TencentSettings, tencentSettings } from './receive/options';
export { refuseReplays } from './receive/replay-guard';
export { tencentRouter } from './receive/router';
export { checkApp, problemWithSignature, sign } from './receive/signature';
export { type ComposeTencentOptions, composeRequest } from './send/compose-request';

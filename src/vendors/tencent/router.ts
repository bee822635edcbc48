import { indexByWire } from '../../command';
import { type Flow, pipeline } from '../../pipeline';
import {
  captureOperationID,
  decodeRequest,
  findCommand,
  openRecord,
  parseBody,
  requirePost,
  routeCommand,
  sendAck,
  sendFailure,
  verifyQuery,
} from '../../steps';
import { answerTo, encodeAck } from './ack';
import { tencentCommands } from './catalogue';
import { checkAppId, checkSignature } from './checks';
import { commandNames, operationIDIn, readEnvelope } from './envelope';
import type { TencentSettings } from './options';

/** THE LIST: how a Tencent callback walks. */
export function tencentRouter(settings: TencentSettings): Flow {
  const { sdkAppId, tokens, toleranceSeconds, clock, hooks, policyOf } = settings;
  const checks = [checkAppId(sdkAppId)];
  if (tokens.length > 0) checks.push(checkSignature(tokens, toleranceSeconds));

  return pipeline(openRecord({ vendorOf: () => 'tencent', prepare: {}, clock }))
    .step(captureOperationID(operationIDIn))
    .step(requirePost())
    .step(verifyQuery(readEnvelope, checks))
    .use(parseBody(settings))
    .step(findCommand(indexByWire(tencentCommands), commandNames))
    .step(decodeRequest(settings.deadlineMs))
    .step(routeCommand(settings))
    .exits(sendAck(encodeAck, hooks), sendFailure({ ...settings, answerTo: answerTo(policyOf) }));
}

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
import { answersFor } from './ack';
import { openimCommands } from './catalogue';
import { checksFor } from './checks';
import { captureOperationIDInBody, commandNames, operationIDIn, prepareDelivery, readEnvelope } from './envelope';
import type { OpenimSettings } from './options';

/** THE LIST: how an OpenIM callback walks. */
export function openimRouter(settings: OpenimSettings): Flow {
  const { clock, hooks, policyOf, serverVersion } = settings;
  const { encodeAck, answerTo } = answersFor(serverVersion, policyOf);

  return pipeline(openRecord({ vendorOf: () => 'openim', prepare: { openim: prepareDelivery(settings) }, clock }))
    .step(captureOperationID(operationIDIn))
    .step(requirePost())
    .step(verifyQuery(readEnvelope, checksFor(settings)))
    .use(parseBody(settings))
    .step(captureOperationIDInBody)
    .step(findCommand(indexByWire(openimCommands), commandNames))
    .step(decodeRequest(settings.deadlineMs))
    .step(routeCommand(settings))
    .exits(sendAck(encodeAck, hooks), sendFailure({ ...settings, answerTo }));
}

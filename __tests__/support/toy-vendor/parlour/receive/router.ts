import { type Flow, pipeline } from '../../../flow/pipeline';
import {
  acceptIntoInbox,
  captureOperationID,
  decodeRequest,
  findCommand,
  nameCommand,
  openRecord,
  parseBody,
  requirePost,
  routeCommand,
  sendAck,
  sendFailure,
  shedLoad,
  verifyQuery,
} from '../../../flow/steps';
import { parlourIndex } from '../catalogue';
import { answerTo, encodeAck } from './ack';
import { commandNames, operationIDIn, readEnvelope } from './envelope';
import type { ParlourSettings } from './options';
import { checkSignature } from './signature';

/** THE LIST: how a callback of Parlour walks. */
export function parlourRouter(settings: ParlourSettings): Flow {
  return pipeline(openRecord({ ...settings, vendor: 'parlour' }), settings.ownSteps)
    .step(captureOperationID(operationIDIn))
    .step(requirePost())
    .step(verifyQuery(readEnvelope, [checkSignature(settings.key)]))
    .step(nameCommand(parlourIndex, commandNames))
    .step(shedLoad(settings.admission))
    .step(parseBody(settings))
    .step(findCommand(parlourIndex, commandNames))
    .step(decodeRequest(settings))
    .step(acceptIntoInbox(settings))
    .step(routeCommand(settings))
    .exits(sendAck(encodeAck, settings), sendFailure(answerTo(settings.policyOf), settings));
}

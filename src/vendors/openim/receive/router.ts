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
import { report } from '../../../observe/hooks';
import { warnOnce } from '../../../observe/warn';
import { openimIndex } from '../catalogue';
import { answersFor, type OnRefusal } from './ack';
import { captureOperationIDInBody, commandNames, operationIDIn, prepareRequest, readEnvelope } from './envelope';
import { cannotRefuse } from './failures';
import type { OpenimSettings } from './options';
import { checksFor } from './protection';

/** THE LIST: how an OpenIM callback walks. */
export function openimRouter(settings: OpenimSettings): Flow {
  const { encodeAck, answerTo } = answersFor(settings.serverVersion, settings.policyOf, cannotRefuseReport(settings));
  const checks = checksFor(settings);
  warnAboutOpenness(checks.length);

  return pipeline(openRecord({ ...settings, vendor: 'openim', prepare: prepareRequest(settings) }), settings.ownSteps)
    .step(captureOperationID(operationIDIn))
    .step(requirePost())
    .step(verifyQuery(readEnvelope, checks))
    .step(nameCommand(openimIndex, commandNames))
    .step(shedLoad(settings.admission))
    .step(parseBody(settings))
    .step(captureOperationIDInBody)
    .step(findCommand(openimIndex, commandNames))
    .step(decodeRequest(settings))
    .step(acceptIntoInbox(settings))
    .step(routeCommand(settings))
    .exits(sendAck(encodeAck, settings), sendFailure(answerTo, settings));
}

/** Servers 3.6 log a verdict and drop it (open-im-server issue 2166). Said once: every refusal would say the same. */
function cannotRefuseReport({ hooks, serverVersion }: OpenimSettings): OnRefusal {
  let said = serverVersion !== '3.6';
  return (about) => {
    if (said) return;
    said = true;
    report(hooks, cannotRefuse('3.6'), { vendor: 'openim', ...about });
  };
}

function warnAboutOpenness(checks: number): void {
  if (checks > 0) return;
  warnOnce('openim has no secret, credentials or allowedAddresses: anybody who reaches the URL can send callbacks');
}

import { type Flow, pipeline } from '../../../flow/pipeline';
import {
  acceptIntoInbox,
  captureOperationID,
  decodeRequest,
  findCommand,
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
import { captureOperationIDInBody, commandNames, operationIDIn, prepareDelivery, readEnvelope } from './envelope';
import type { OpenimSettings } from './options';
import { checksFor } from './protection';

/** THE LIST: how an OpenIM callback walks. */
export function openimRouter(settings: OpenimSettings): Flow {
  const { clock, policyOf, serverVersion, inbox } = settings;
  const { encodeAck, answerTo } = answersFor(serverVersion, policyOf, cannotRefuseReport(settings));
  const checks = checksFor(settings);
  if (checks.length === 0) {
    warnOnce('openim has no secret, credentials or allowedAddresses: anybody who reaches the URL can send callbacks');
  }

  const decoded = pipeline(
    openRecord({ vendorOf: () => 'openim', prepare: { openim: prepareDelivery(settings) }, clock }),
  )
    .step(captureOperationID(operationIDIn))
    .step(requirePost())
    .step(verifyQuery(readEnvelope, checks))
    .use(shedLoad(settings.load, openimIndex, commandNames))
    .use(parseBody(settings))
    .step(captureOperationIDInBody)
    .step(findCommand(openimIndex, commandNames))
    .step(decodeRequest(settings.deadlineMs, inbox !== undefined));
  const stored = inbox ? decoded.step(acceptIntoInbox({ ...settings, inbox })) : decoded;
  return stored.step(routeCommand(settings)).exits(sendAck(encodeAck, settings), sendFailure(answerTo, settings));
}

/** Servers 3.6 log a verdict and drop it (open-im-server issue 2166). Said once: every refusal would say the same. */
function cannotRefuseReport({ hooks, serverVersion }: OpenimSettings): OnRefusal {
  let said = serverVersion !== '3.6';
  return (about) => {
    if (said) return;
    said = true;
    report(hooks, { kind: 'cannotRefuse', serverVersion: '3.6' }, { vendor: 'openim', ...about });
  };
}

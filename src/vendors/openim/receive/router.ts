import { type Flow, pipeline } from '../../../flow/pipeline';
import * as step from '../../../flow/steps';
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
  warnAboutSettings(checks.length, settings);

  return pipeline(
    step.openRecord({ ...settings, vendor: 'openim', prepare: prepareRequest(settings) }),
    settings.ownSteps,
  )
    .step(step.captureOperationID(operationIDIn))
    .step(step.requirePost())
    .step(step.verifyQuery(readEnvelope, checks))
    .step(step.nameCommand(openimIndex, commandNames))
    .step(step.shedLoad(settings.admission))
    .step(step.parseBody(settings))
    .step(captureOperationIDInBody)
    .step(step.findCommand(openimIndex, commandNames))
    .step(step.decodeRequest(settings))
    .step(step.acceptIntoInbox(settings))
    .step(step.routeCommand(settings))
    .exits(step.sendAck(encodeAck, settings), step.sendFailure(answerTo, settings));
}

/**
 * Servers 3.6 log a verdict and ignore it (open-im-server issue 2166). Reported once, because every refusal would report the
 * same.
 */
function cannotRefuseReport({ hooks, serverVersion }: OpenimSettings): OnRefusal {
  let said = serverVersion !== '3.6';
  return (about) => {
    if (said) return;
    said = true;
    report(hooks, cannotRefuse('3.6'), { vendor: 'openim', ...about });
  };
}

/** The `timeout` that OpenIM's webhooks.yml comes with, in milliseconds. */
const patienceMs = 5000;

function warnAboutSettings(checks: number, { deadlineMs }: OpenimSettings): void {
  if (deadlineMs > patienceMs)
    warnOnce(
      `openim.deadlineMs is ${deadlineMs}: OpenIM gives up after ${patienceMs} ms, unless its timeout was raised in webhooks.yml`,
      'IM_CALLBACKS_DEADLINE',
    );
  if (checks === 0)
    warnOnce(
      'openim has no secret, credentials or allowedAddresses: anybody who reaches the URL can send callbacks',
      'IM_CALLBACKS_OPEN',
    );
}

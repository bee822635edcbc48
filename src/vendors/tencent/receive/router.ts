import { shown } from '../../../callback/failure';
import { type Flow, pipeline } from '../../../flow/pipeline';
import * as step from '../../../flow/steps';
import { report } from '../../../observe/hooks';
import { warnOnce } from '../../../observe/warn';
import { tencentIndex } from '../catalogue';
import { answerTo, encodeAck } from './ack';
import { commandNames, operationIDIn, readEnvelope } from './envelope';
import { unsignedAccepted } from './failures';
import type { TencentSettings } from './options';
import { digestOfSign, refuseReplays } from './replay-guard';
import { type CheckAppOptions, checkApp } from './signature';

/** THE LIST: how a Tencent callback walks. */
export function tencentRouter(settings: TencentSettings): Flow {
  const checks = [checkApp({ ...settings, onUnsigned: unsignedReport(settings) })];
  warnAboutSettings(settings);

  return pipeline(step.openRecord({ ...settings, vendor: 'tencent' }), settings.ownSteps)
    .step(step.captureOperationID(operationIDIn))
    .step(step.requirePost())
    .step(step.verifyQuery(readEnvelope, checks, settings.replayEntries > 0 ? digestOfSign : undefined))
    .step(step.nameCommand(tencentIndex, commandNames))
    .step(step.shedLoad(settings.admission))
    .step(step.parseBody(settings))
    .step(step.findCommand(tencentIndex, commandNames))
    .step(step.decodeRequest(settings))
    .step(refuseReplays(settings))
    .step(step.acceptIntoInbox(settings))
    .step(step.routeCommand(settings))
    .exits(step.sendAck(encodeAck, settings), step.sendFailure(answerTo(settings.policyOf), settings));
}

function unsignedReport({ unsignedGrace, hooks }: TencentSettings): CheckAppOptions['onUnsigned'] {
  if (!unsignedGrace) return undefined;
  return ({ query, operationID }) =>
    report(hooks, unsignedAccepted, { vendor: 'tencent', command: shown(query.CallbackCommand ?? ''), operationID });
}

/** How long Tencent waits for a reply (1047/34354), in milliseconds. */
const patienceMs = 2000;

function warnAboutSettings({ unsigned, unsignedGrace, deadlineMs }: TencentSettings): void {
  if (deadlineMs > patienceMs)
    warnOnce(
      `tencent.deadlineMs is ${deadlineMs}: Tencent gives up after ${patienceMs} ms, and a later verdict is lost`,
      'IM_CALLBACKS_DEADLINE',
    );

  if (unsigned)
    warnOnce(
      'tencent has no token: anybody who knows the URL and the SDKAppID can send callbacks',
      'IM_CALLBACKS_OPEN',
    );
  if (unsignedGrace)
    warnOnce(
      'tencent.unsignedGrace is on: callbacks without signature are accepted; switch it off soon',
      'IM_CALLBACKS_GRACE',
    );
}

import { shown } from '../../../callback/failure';
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
import { tencentIndex } from '../catalogue';
import { answerTo, encodeAck } from './ack';
import { commandNames, operationIDIn, readEnvelope } from './envelope';
import type { TencentSettings } from './options';
import { refuseReplays } from './replay-guard';
import { type CheckAppOptions, checkApp } from './signature';

/** THE LIST: how a Tencent callback walks. */
export function tencentRouter(settings: TencentSettings): Flow {
  const { clock, policyOf, toleranceSeconds, replayEntries, inbox } = settings;
  warnAboutUnsigned(settings);

  const decoded = pipeline(openRecord({ vendorOf: () => 'tencent', prepare: {}, clock }))
    .step(captureOperationID(operationIDIn))
    .step(requirePost())
    .step(verifyQuery(readEnvelope, [checkApp({ ...settings, onUnsigned: unsignedReport(settings) })]))
    .use(shedLoad(settings.load, tencentIndex, commandNames))
    .use(parseBody(settings))
    .step(findCommand(tencentIndex, commandNames))
    .step(decodeRequest(settings.deadlineMs, inbox !== undefined));
  const guarded = replayEntries > 0 ? decoded.step(refuseReplays(toleranceSeconds, replayEntries)) : decoded;
  const stored = inbox ? guarded.step(acceptIntoInbox({ ...settings, inbox })) : guarded;
  return stored
    .step(routeCommand(settings))
    .exits(sendAck(encodeAck, settings), sendFailure(answerTo(policyOf), settings));
}

function unsignedReport({ unsignedGrace, hooks }: TencentSettings): CheckAppOptions['onUnsigned'] {
  if (!unsignedGrace) return undefined;
  return ({ query, operationID }) =>
    report(
      hooks,
      { kind: 'unsignedAccepted' },
      { vendor: 'tencent', command: shown(query.CallbackCommand ?? ''), operationID },
    );
}

function warnAboutUnsigned({ unsigned, unsignedGrace }: TencentSettings): void {
  if (unsigned) warnOnce('tencent has no token: anybody who knows the URL and the SDKAppID can send callbacks');
  if (unsignedGrace)
    warnOnce('tencent.unsignedGrace is on: callbacks without signature are let in; switch it off soon');
}

import type { ComposedRequest } from '../../sending/composed-request';
import type { TargetUrl } from '../../sending/target-url';
import type { Vendor } from '../../vendors';
import { composeRequest as composeOpenim } from '../../vendors/openim';
import { openimServer } from '../../vendors/openim/send/servers';
import { composeRequest as composeTencent } from '../../vendors/tencent';
import type { SenderFlags } from '../options/sender-options';
import type { Question } from './question';

/** Commands that no catalogue has, so that no handler runs; a receiver acknowledges what it does not know. */
export const unknownCommand: Readonly<Record<Vendor, string>> = {
  tencent: 'Doctor.CallbackAfterProbe',
  openim: 'callbackAfterDoctorProbeCommand',
};

/** The request of a question: the sender's, but for what the question changes. */
export function composeProbe(vendor: Vendor, flags: SenderFlags, url: TargetUrl, question: Question): ComposedRequest {
  const composed = vendor === 'tencent' ? forTencent(flags, url, question) : forOpenim(flags, url, question);
  const { 'Content-Type': type, ...headers } = composed.headers;
  return {
    ...composed,
    headers: question.contentType === false || type === undefined ? headers : { ...headers, 'Content-Type': type },
    body: question.rawBody ?? composed.body,
  };
}

function forTencent(flags: SenderFlags, url: TargetUrl, question: Question): ComposedRequest {
  const { token = flags.token, sdkAppId = flags.sdkAppId, aheadMs = 0, path = url.path } = question;
  const wire = question.command?.wire ?? unknownCommand.tencent;
  // Any body may be asked with; the composer's types are for known ones.
  return composeTencent(wire as 'C2C.CallbackAfterSendMsg', question.body ?? { CallbackCommand: wire }, {
    path: path.startsWith('/') ? path : `/${path}`,
    sdkAppId,
    token: token === false ? undefined : token,
    now: Date.now() + aheadMs,
  });
}

function forOpenim(flags: SenderFlags, url: TargetUrl, question: Question): ComposedRequest {
  const { secret = flags.secret, path = url.path, commandIn } = question;
  const { newline, commandIn: usually } = openimServer(flags.serverVersion ?? '3.8');
  const hasSecret = secret && !path.replace(/\/+$/, '').endsWith(`/${secret}`);
  const credentials = question.credentials === false ? undefined : url.credentials;
  const wire = question.command?.wire ?? unknownCommand.openim;
  return composeOpenim(wire as 'callbackAfterSendSingleMsgCommand', question.body ?? {}, {
    path: hasSecret ? `${path.replace(/\/$/, '')}/${secret}` : path,
    commandIn: commandIn ?? usually,
    newline,
    operationID: `doctor-${Date.now()}`,
    ...(credentials && { credentials }),
  });
}

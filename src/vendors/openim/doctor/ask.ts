import type { ComposedRequest } from '../../../sending/composed-request';
import type { Conclusion } from '../../../sending/conclusion';
import type { Exchange } from '../../../sending/post';
import type { Question, Receiver } from '../../vendor-doctor';
import { composeRequest } from '../send/compose-request';
import { concludeOpenim } from '../send/conclude';
import { endsIn, type OpenimFlags, serverOf } from './flags';

/** What a question may change in a request of OpenIM's. */
export interface OpenimQuestion {
  readonly secret?: false;
  readonly credentials?: false;
  /** At the configured URL itself, as servers 2.x send. */
  readonly commandIn?: 'body';
}

/** No catalogue has it, so no handler runs; a receiver acknowledges what it does not know. */
export const unknownCommand = 'callbackAfterDoctorProbeCommand';

export function compose(
  { flags, url }: Pick<Receiver<OpenimFlags>, 'flags' | 'url'>,
  { command, body = {}, path = url.path, own = {} }: Question<OpenimQuestion>,
): ComposedRequest {
  const { newline, commandIn } = serverOf(flags);
  const { secret = flags.secret } = own;
  const wire = command?.wire ?? unknownCommand;
  // Any body may be asked with; the composer's types are for known ones.
  return composeRequest(wire as 'callbackAfterSendSingleMsgCommand', body, {
    path: secret && !endsIn(path, secret) ? `${path.replace(/\/$/, '')}/${secret}` : path,
    commandIn: own.commandIn ?? commandIn,
    newline,
    operationID: `doctor-${Date.now()}`,
    ...(url.credentials && own.credentials !== false && { credentials: url.credentials }),
  });
}

export function conclude(
  { flags }: Pick<Receiver<OpenimFlags>, 'flags'>,
  { command, body = {} }: Question,
  exchange: Exchange,
): Conclusion {
  return concludeOpenim({ server: serverOf(flags), command, body, failedContinue: true }, exchange);
}

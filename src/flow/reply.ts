import { type Failure, isKind } from '../callback/failure';
import type { AnyCommand, FailurePolicy } from '../catalogue/command';
import { allow, refuse, type Verdict } from '../catalogue/verdict';
import type { CallbackRecord } from './record';

/** The parts of a record that the reply needs. */
export type Answerable = Pick<CallbackRecord, 'command' | 'body' | 'event' | 'verdict' | 'operationID'>;

/** The verdict to encode; without one, a before-callback is allowed. */
export function verdictOf({ verdict }: Answerable): Verdict {
  return verdict ?? allow();
}

/** The verdict in place of a missing one: what the handler clearly meant, otherwise the policy's. */
export function verdictFor(failure: Failure, policy: FailurePolicy): Verdict {
  if (isKind(failure, 'badVerdict') && failure.meant !== undefined) return failure.meant;
  return policy === 'refuse' ? refuse() : allow();
}

/**
 * The fields beside the vendor's plain reply: the changes of a rewrite, and what the command itself always sends.
 * `undefined` where there are none, which is nearly always, so that a ready-made reply can be used.
 */
export function replyFields(verdict: Verdict, { command, event, body }: Answerable): object | undefined {
  const changes = verdict.verdict === 'rewrite' ? verdict.fields : undefined;
  const own = command?.reply && ownFields(command, verdict, event?.body ?? body);
  return own ? { ...changes, ...own } : changes;
}

/** A body that did not fit may lack what the command's reply is made from; then the plain reply is sent. */
function ownFields({ reply }: AnyCommand, verdict: Verdict, body: unknown): object | undefined {
  try {
    return reply?.(verdict, body);
  } catch {
    return undefined;
  }
}

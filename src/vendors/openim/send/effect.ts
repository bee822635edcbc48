import type { AnyCommand } from '../../../catalogue/command';
import { isObject } from '../../../codecs';
import { type Breaking, whyChangesBreak } from './breaking-changes';
import type { OpenimCall } from './call';
import { changesThatCount } from './changes';
import type { OpenimReply } from './reply';

/** What the changes in a reply do to the operation: break it, change these fields of it, or nothing. */
export interface Effect {
  readonly breaking?: Breaking;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** One sentence on the fields. */
  readonly why: string;
}

export function effectOf({ server, body }: OpenimCall, command: AnyCommand, { changes }: OpenimReply): Effect {
  const request = isObject(body) ? body : {};
  const breaking = whyChangesBreak(server, command, changes, request);
  if (breaking !== undefined) return { breaking, why: breaking.why };
  const fields = changesThatCount(server, command, changes, request);
  const names = Object.keys(fields);
  if (names.length === 0) return { why: 'the server takes nothing from the reply' };
  const taken = `the server takes ${names.join(', ')} from the reply`;
  // No callback tells whether the message has any (internal/rpc/msg/callback.go: NotNilReplace of the pointer's target).
  const mayBreak = command.wire === 'callbackBeforeMsgModifyCommand' && names.includes('offlinePushInfo');
  return { fields, why: mayBreak ? `${taken}, and cannot send a message that had no push info` : taken };
}

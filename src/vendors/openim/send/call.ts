import type { AnyCommand } from '../../../catalogue/command';
import type { OpenimServer } from './server';

/** A callback that an OpenIM server has sent. */
export interface OpenimCall {
  readonly server: OpenimServer;
  /** Undefined for a command that the catalogue does not know. */
  readonly command: AnyCommand | undefined;
  /** The body as it was sent. */
  readonly body: unknown;
  readonly failedContinue: boolean;
}

/** In 3.4.2 to 3.6 after-callbacks run in the user's request, and an error of one is what its caller gets. */
export function errorReachesCaller({ server, command }: OpenimCall): boolean {
  return server.afterErrorsReachCaller && command !== undefined && !logged.has(command.wire);
}

export const tellsCaller = 'the work is done, but its caller gets an error';

/**
 * Errors of these are logged (v3.5.0 internal/rpc/msg/send.go, internal/msggateway/n_ws_server.go); those of all others are
 * returned, that of a revoked message too (internal/rpc/msg/revoke.go).
 */
const logged = new Set([
  'callbackAfterSendSingleMsgCommand',
  'callbackAfterSendGroupMsgCommand',
  'callbackAfterUserOnlineCommand',
  'callbackAfterUserOfflineCommand',
  'callbackAfterUserKickOffCommand',
]);

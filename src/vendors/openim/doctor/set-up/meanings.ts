import type { OpenimServer } from '../../send/server';

/** What the settings of a switch mean to this server, one sentence each. */
export function meanings(server: OpenimServer): Readonly<Record<'enable' | 'timeout' | 'failedContinue', string>> {
  const { longestTimeoutMs } = server;
  const cap = Number.isFinite(longestTimeoutMs) ? `, ${longestTimeoutMs / 1000} at most whatever stands here` : '';
  return {
    enable: 'false by default: the server sends nothing.',
    timeout: `seconds that the server waits for the reply${cap}. imCallbacks answers a before-callback after 4.5 s at the latest (deadlineMs).`,
    failedContinue: `before-callbacks only. ${whenFailed(server)}`,
  };
}

function whenFailed({ honoursFailedContinue, failureCodes: { network, data } }: OpenimServer): string {
  return honoursFailedContinue
    ? `Where no reply comes, or one that cannot be read: true lets the operation go on, false fails it (${network}, ${data}).`
    : `This server reads it and never uses it: where no reply comes, or one that cannot be read, the operation fails (${network}, ${data}; open-im-server#3808).`;
}

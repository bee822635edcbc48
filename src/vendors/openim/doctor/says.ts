import type { Answer, Says } from '../../vendor-doctor';

const client = "open-im-server: Go's HTTP client";
const timeout = 'webhooks.yml timeout (5 s)';

/** What the general checks say for OpenIM. */
export const says: Says = {
  unreachable: { source: 'open-im-server#2555, #3605' },
  certificate: { source: client },
  keepAlive: { why: "OpenIM's client keeps idle connections for 90 s.", source: client },
  noReply: {
    why: 'From 3.7.0 on, a before-callback without a reply fails the operation with 90004.',
    source: `${timeout}; open-im-server#2364`,
  },
  late: {
    why: 'From 3.7.0 on, a late before-callback fails the operation with 90004; a slow after-callback holds one of two workers.',
    source: `${timeout}; open-im-server#2364, #3045`,
  },
  slow: { why: 'A late before-callback fails the operation.', source: timeout },
  redirect: {
    why: 'OpenIM follows redirects: 301, 302 and 303 turn the POST into a GET without a body; only 307 and 308 keep it.',
    source: 'open-im-server: Go follows redirects',
  },
  turnedAway: {
    why: 'OpenIM looks only at the body, and takes any JSON object for an approval.',
    source: 'open-im-server: the status is never looked at',
    login: 'Write the credentials into the URL: https://user:password@host/im-callback.',
  },
  nowhere: { source: 'open-im-server#2629' },
  badReply: {
    why: 'The callback counts as failed: from 3.7.0 on the operation of a before-callback fails with 90007, whatever failedContinue says.',
    source: "open-im-server's CommonCallbackResp; error 90007",
  },
  foreignReply: {
    why: 'OpenIM decodes it to all zeros, and lets everything through.',
    source: "open-im-server's CommonCallbackResp",
  },
  saysFail: { source: 'open-im-server: actionCode other than 0' },
  unknownCommand: {
    why: 'New server versions add callbacks: each would count as a failed one.',
    source: 'open-im-server: new callbacks in every minor version',
  },
  switchedOff: { source: 'webhooks.yml: enable is false by default' },
  clock: { source: 'the Date header' },
};

/** The trap in a 404 of an API: OpenIM reads no status. */
export function takenForApproval({ conclusion }: Answer): string[] {
  return conclusion.result === 'failed'
    ? []
    : ['The reply is a JSON object, which OpenIM reads as an approval, whatever its status.'];
}

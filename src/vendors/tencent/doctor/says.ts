import type { Says } from '../../vendor-doctor';

const failed = 'Tencent counts it as a failed callback.';
const page = 'Tencent 1047/34354';

/** What the general checks say for Tencent; the numbers are those of its documents. */
export const says: Says = {
  unreachable: {
    why: "DNS failure, a private address, a firewall and a closed port are the first causes in Tencent's FAQ.",
    source: `${page}, FAQ`,
  },
  certificate: { why: 'Tencent wants a certificate of a public CA.', source: page },
  keepAlive: { source: `${page} (persistent connections)` },
  noReply: { source: `${page} (2 s)` },
  late: {
    why: 'A late before-callback lets the operation through, whatever it says; a late after-callback may come again.',
    source: `${page} (2 s)`,
  },
  slow: { why: 'A late before-callback lets the operation through.', source: `${page} (2 s)` },
  redirect: { why: 'Tencent counts any status but 200 as a failed callback.', source: page },
  turnedAway: {
    why: `Or a proxy drops the query, and with it all by which a receiver knows a callback of Tencent. ${failed}`,
    source: `${page}, FAQ`,
    login: 'Tencent sends no credentials: let the path through there.',
  },
  nowhere: { why: failed, source: `${page} (status 200 only)` },
  badReply: {
    why: 'The callback counts as failed: what a before-callback should have refused goes through by default.',
    source: `${page}: status 200 and a JSON object, anything else is a failed webhook`,
  },
  foreignReply: { why: failed, source: page },
  saysFail: { why: 'FAIL refuses nothing: the operation goes through.', source: page },
  unknownCommand: {
    why: 'Tencent adds commands, and Alert.RequestOverLimit comes unasked: each would count as a failed callback.',
    source: 'Tencent 1047/34520',
  },
  switchedOff: { source: 'Tencent 1047/34520 (each command has a switch, which takes effect after some minutes)' },
  clock: {
    why: 'A signature is good for a minute, by the clock of the receiver.',
    source: 'Tencent 647/64412 (one minute), 1047/34354 (the signature)',
    breaksAtMs: 60_000,
  },
};

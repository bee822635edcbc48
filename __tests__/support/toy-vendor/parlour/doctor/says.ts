import type { Says } from '../../vendor-doctor';

const source = 'book/9';

export const says: Says = {
  unreachable: { source },
  certificate: { source },
  keepAlive: { source },
  noReply: { why: 'Parlour lets the guest in.', source },
  late: { why: 'Parlour lets the guest in.', source },
  slow: { source },
  redirect: { why: 'Parlour follows no redirect.', source },
  turnedAway: { source, login: 'Parlour cannot log in.' },
  nowhere: { source },
  badReply: { source },
  foreignReply: { source },
  saysFail: { source },
  unknownCommand: { source },
  switchedOff: { source },
  clock: { source, breaksAtMs: 30_000 },
};

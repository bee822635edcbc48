/** What each warning means, and what to do; docs/errors.md is made of it. */
export const warningGuide = {
  IM_CALLBACKS_OPEN: {
    what: 'Nothing is checked: anyone who knows the URL can send callbacks, and your handlers take them for real.',
    todo: 'Tencent: turn authentication on in the console and give its token as `tencent.token`; if you cannot, set `unsigned: true` to say that you accept this. OpenIM: give `secret`, `credentials` or `allowedAddresses` ([Security](security.md)).',
  },
  IM_CALLBACKS_GRACE: {
    what: '`tencent.unsignedGrace` is on: callbacks without signature are let in.',
    todo: 'Switch it off when `unsignedAccepted` stops.',
  },
  IM_CALLBACKS_DEADLINE: {
    what: '`deadlineMs` is longer than the vendor waits for a reply. What a handler decides after that is lost.',
    todo: 'Lower it. Or, for OpenIM, raise `timeout` in `webhooks.yml`: users then wait that long for their message to be sent.',
  },
  IM_CALLBACKS_INBOX: {
    what: 'The inbox could not be opened, its file is lost, full or damaged, or it promises less durability than you may expect.',
    todo: 'The warning says which, and what to do; `ready()` and `/health` report the same ([Reliability](reliability.md)).',
  },
  IM_CALLBACKS_HOOK: {
    what: '`onFailure` or the telemetry threw. This had no other effect.',
    todo: 'Fix it: until then you may miss failures.',
  },
} as const satisfies Readonly<Record<string, { what: string; todo: string }>>;

export type WarningCode = keyof typeof warningGuide;

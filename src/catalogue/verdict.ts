/** What a before-handler decides. Plain data: it can be compared, logged and stored. */
export type Verdict = Allow | Refuse | Rewrite<object> | Drop;

export interface Allow {
  readonly verdict: 'allow';
}

export interface Refuse {
  readonly verdict: 'refuse';
  readonly code: number | undefined;
  readonly info: string | undefined;
  readonly detail: string | undefined;
}

export interface Rewrite<F extends object> {
  readonly verdict: 'rewrite';
  readonly fields: F;
}

export interface Drop {
  readonly verdict: 'drop';
}

/** What an after-handler answers, where the vendor reads an answer. It decides nothing: what it answers to has happened. */
export interface Answer<F extends object> {
  readonly verdict: 'answer';
  readonly fields: F;
}

const allowed: Allow = Object.freeze({ verdict: 'allow' });
const dropped: Drop = Object.freeze({ verdict: 'drop' });

/** The operation may go on. */
export function allow(): Allow {
  return allowed;
}

/**
 * The operation must not go on.
 *
 * `code` reaches the user's app. Left out, it is the vendor's plain refusal (Tencent 1, OpenIM 20001), which is right
 * in a handler that serves both vendors. Tencent documents a range of own codes for each family of commands (groups:
 * 10100 to 10200), OpenIM 20001 to 29999; a code outside the range of the command is reported as `badVerdict` and the
 * refusal goes out with the plain code, so that a slip in a number never lets a message through.
 * `info` is shown to the caller by both vendors, and `refuse('no spam')` is short for it; `detail` exists for OpenIM only
 * (`errDlt`). Anything else in `reason` is reported as `badVerdict`, and the refusal goes out.
 *
 * @example
 * return refuse({ info: 'no spam', code: 10100 });
 */
export function refuse(reason: string | { code?: number; info?: string; detail?: string } = {}): Refuse {
  if (typeof reason === 'string') return { verdict: 'refuse', code: undefined, info: reason, detail: undefined };
  // What else JavaScript may have put in comes along, for whoever checks the verdict to say what it should have been.
  const { code, info, detail, ...others } = reason ?? {};
  return { ...others, verdict: 'refuse', code, info, detail };
}

/** The operation may go on with these fields changed. Which fields, the command says; see docs/commands.md. */
export function rewrite<const F extends object>(fields: F): Rewrite<F> {
  return { verdict: 'rewrite', fields };
}

/**
 * The reply to an after-callback whose vendor reads one: Tencent's `Chatbot.OnC2CSignalMessage`, where `RspData` goes to
 * the bot.
 */
export function answer<F extends object>(fields: F): Answer<F> {
  return { verdict: 'answer', fields };
}

/** The message disappears and its sender is told that it was sent (Tencent's send commands only, ErrorCode 2). */
export function drop(): Drop {
  return dropped;
}

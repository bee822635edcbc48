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

/**
 * What an after-handler answers, where the vendor reads an answer. It decides nothing: the event has already happened.
 */
export interface Answer<F extends object> {
  readonly verdict: 'answer';
  readonly fields: F;
}

const allowed: Allow = Object.freeze({ verdict: 'allow' });
const dropped: Drop = Object.freeze({ verdict: 'drop' });

/**
 * Fields as an app may write them: readonly values may go into a reply, too. This is a mapped type, not a conditional
 * one, so that errors of the compiler name `Given<TencentMessageChanges>` instead of its expansion.
 */
export type Given<T> = { readonly [K in keyof T]: unknown extends T[K] ? T[K] : Given<T[K]> };

/**
 * The operation may go on.
 * @example
 * beforeGroupMsg: () => allow(),
 */
export function allow(): Allow {
  return allowed;
}

/** Why an operation must not go on; every field is optional. */
export interface Reason {
  /**
   * Reaches the user's app. Default: the vendor's plain refusal (Tencent 1, OpenIM 20001), which is right in a handler
   * that serves both vendors. Tencent documents a range of own codes for each family of commands (groups: 10100 to
   * 10200), OpenIM 20001 to 29999.
   */
  code?: number;
  /** Shown to the caller by both vendors. Default: no text. */
  info?: string;
  /** OpenIM only: a second text, `errDlt`. Tencent has no place for it. Default: no text. */
  detail?: string;
}

/**
 * The operation must not go on. `refuse('no spam')` is short for `refuse({ info: 'no spam' })`. A code outside the range
 * of the command is reported to `onFailure` as `badVerdict`, and the refusal goes out with the plain code, so that a
 * wrong number never lets a message through. Any other field in `reason` is reported in the same way.
 * @example
 * beforeGroupMsg: (event) => (isSpam(event.body) ? refuse({ code: 10100, info: 'no advertising' }) : allow()),
 */
export function refuse(reason: string | Reason = {}): Refuse {
  if (typeof reason === 'string') return { verdict: 'refuse', code: undefined, info: reason, detail: undefined };
  // Other fields from JavaScript are kept, so that the check of the verdict can name them.
  const { code, info, detail, ...others } = reason ?? {};
  return { ...others, verdict: 'refuse', code, info, detail };
}

/**
 * The operation may go on with these fields changed. docs/commands.md lists the fields of each command. A list replaces
 * the whole list. Changes that do not fit are reported to `onFailure` as `badVerdict`, and the command's failure policy
 * decides.
 * @example
 * beforeGroupMsg: () => rewrite({ MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: '***' } }] }), // Tencent
 */
export function rewrite<const F extends object>(fields: F): Rewrite<F> {
  return { verdict: 'rewrite', fields };
}

/**
 * The reply to an after-callback whose vendor reads one: Tencent's `Chatbot.OnC2CSignalMessage`, where `RspData` goes
 * to the bot.
 * @example
 * onChatbotSignal: (event) => answer({ RspData: JSON.stringify({ ok: true }) }),
 */
export function answer<const F extends object>(fields: F): Answer<F> {
  return { verdict: 'answer', fields };
}

/**
 * The message disappears and its sender is told that it was sent (Tencent's send commands only, ErrorCode 2). OpenIM
 * has no such reply: there `drop()` does not compile, and in JavaScript it is reported to `onFailure` as `badVerdict`.
 * @example
 * beforeGroupMsg: (event) => (isBanned(event.body.From_Account) ? drop() : allow()),
 */
export function drop(): Drop {
  return dropped;
}

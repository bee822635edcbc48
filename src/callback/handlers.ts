import type { AnyCommand, FieldsOf } from '../catalogue/command';
import type { Allow, Answer, Drop, Given, Refuse, Rewrite } from '../catalogue/verdict';
import type { EventOf } from './event';

/** The verdicts that this command takes. */
export type VerdictOf<C extends AnyCommand> =
  | Allow
  | Refuse
  | (C['rewrite'] extends undefined ? never : Rewrite<Given<FieldsOf<C>>>)
  | (true extends C['drops'] ? Drop : never);

/** Whatever an after-handler happens to return, e.g. the row it has saved; only a verdict there is a mistake. */
type NoVerdict =
  | void
  | undefined
  | null
  | string
  | number
  | bigint
  | boolean
  | symbol
  | (object & { readonly verdict?: 'after the fact there is nothing to decide'; readonly then?: never });

/** The answer that the vendor reads after the fact, for the few commands that have one. */
type AnswerOf<C extends AnyCommand> = C['rewrite'] extends undefined ? never : Answer<Given<FieldsOf<C>>>;

/** Decides before the fact. */
export type BeforeHandler<C extends AnyCommand> = (event: EventOf<C>) => VerdictOf<C> | Promise<VerdictOf<C>>;

/** Is told after the fact. What it returns is of no account, but for the few commands that are answered. */
export type AfterHandler<C extends AnyCommand> = (
  event: EventOf<C>,
) => NoVerdict | AnswerOf<C> | Promise<NoVerdict | AnswerOf<C>>;

export type HandlerOf<C extends AnyCommand> = C['phase'] extends 'before' ? BeforeHandler<C> : AfterHandler<C>;

/** A handler as the router sees it, its types already checked where it was given. */
// biome-ignore lint/suspicious/noExplicitAny: handlers of different commands take different events
export type AnyHandler = (event: any) => unknown;

/** The handlers of one router, by option name. */
export type HandlerMap = Readonly<Record<string, AnyHandler | undefined>>;

/** The handler options, and the types of handlers that stand in files of their own. */
import type { EventOf } from '../callback/event';
import type { AfterHandler, BeforeHandler, HandlerOf } from '../callback/handlers';
import type { AnyCommand } from '../catalogue/command';
import type { CommandOf, Vendor } from '../vendors';
import type { HandlerDocs } from '../vendors/handler-docs';

/**
 * Properties of these names. An editor finds their documents with them, so what is mapped over them keeps its documents; a
 * vendor that no documents were written for yet has its handlers all the same.
 */
type Documented<Name extends string> = Pick<HandlerDocs, Name & keyof HandlerDocs> & {
  [N in Exclude<Name, keyof HandlerDocs>]: unknown;
};

/** The handler options when these vendors are mounted; one that none of them calls takes no value but this sentence. */
export type HandlersFor<V extends Vendor> = {
  [N in keyof Documented<CommandOf['handler']>]?: HandlerFor<N, ByHandler<CommandOf<V>>[N]>;
};

/**
 * The commands of each handler, `never` where there are none. Made once: picking them out of all commands for each handler
 * is two thirds of what a receiver with all handlers costs the compiler.
 */
type ByHandler<C extends AnyCommand> = { [K in C as K['handler']]: K } & {
  [N in Exclude<CommandOf['handler'], C['handler']>]: never;
};

/** By its name, not by its commands: the compiler knows that of a handler before it knows which vendors are mounted. */
type HandlerFor<N extends string, C extends CommandOf> = [C] extends [never]
  ? 'no vendor that is mounted calls this handler'
  : N extends `before${string}`
    ? BeforeHandler<C>
    : AfterHandler<C>;

/** The handler options of these commands, e.g. of `TencentCommand`; commands that share an option share the handler. */
export type HandlersOf<C extends AnyCommand> = {
  [N in keyof Documented<C['handler']>]?: HandlerOf<Extract<C, { handler: N }>>;
};

/**
 * The event that a handler gets, by the name of its option or of its command, for handlers in files of their own. Without `V` it
 * is that of every vendor that has it, which `event.vendor` and `event.command` narrow; such a handler fits a mount of one, too.
 * @example
 * async function saveMessage(event: EventFor<'onGroupMsg', 'tencent'>) { await save(event.body.MsgBody); }
 * @example
 * class Receipts { onReadReceipt(event: EventFor<'Group.CallbackAfterReadReceipt'>) { … } }
 */
export type EventFor<Name extends CommandOf['handler' | 'wire'], V extends Vendor = Vendor> = EventOf<
  Extract<CommandOf<V>, { handler: Name } | { wire: Name }>
>;

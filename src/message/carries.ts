import type { AnyEvent } from '../callback/event';
import type { Message } from '../callback/message/message';
import type { FieldsOf } from '../catalogue/command';
import type { Allow, Rewrite } from '../catalogue/verdict';
import type { Vendor, vendors } from '../vendors';
import type { CommandNamed } from '../vendors/commands';

// What the compiler knows of an event by the name of its command: whether it carries a message, and whether the vendor takes a
// changed one. An event of several commands has what each of them has.

type MessagesOf<V extends Vendor> = ReturnType<(typeof vendors)[V]['messages']>;

/** The commands that carry a message, by wire name. */
export type MessageCommand = { [V in Vendor]: keyof MessagesOf<V>['read'] & string }[Vendor];

/** Those whose vendor takes a changed message, so that `replaceText` can make a `rewrite()`. */
export type RewritableMessageCommand = { [V in Vendor]: keyof MessagesOf<V>['replace'] & string }[Vendor];

/** All that is read of an event. */
export type EventWithBody = Pick<AnyEvent, 'vendor' | 'command' | 'body'>;

/** What `messageOf` gives for an event. */
export type MessageIn<E extends Pick<AnyEvent, 'command'>> = E extends { readonly command: infer W }
  ? string extends W
    ? Message | undefined
    : W extends MessageCommand
      ? Message
      : undefined
  : never;

/** An error with these words where no command of the event carries a message. */
export type Carrying<E extends Pick<AnyEvent, 'command'>> = [MessageIn<E>] extends [undefined]
  ? 'no message comes with this event; docs/messages.md says which events have one'
  : unknown;

/** What `replaceText` gives for an event. */
export type Replaced<E extends Pick<AnyEvent, 'command'>> = E extends { readonly command: infer W }
  ? string extends W
    ? Allow | Rewrite<object> | undefined
    : W extends RewritableMessageCommand
      ? Allow | Rewrite<FieldsOf<CommandNamed<W>>> | undefined
      : Allow | undefined
  : never;

/** An error with these words where it is too late for a verdict. */
export type Deciding<E extends Pick<AnyEvent, 'phase'>> = ['before'] extends [E['phase']]
  ? unknown
  : 'this event comes after the fact; only a before-handler can change what is sent';

import type { AnyEvent } from '../callback/event';
import { type TextChange, textChange } from '../callback/message/text-change';
import { textsOf } from '../callback/message/texts';
import { type Allow, allow, type Rewrite, rewrite } from '../catalogue/verdict';
import { isObject } from '../codecs';
import type { Carrying, Deciding, EventWithBody, Replaced } from './carries';
import { messageOf, messagesOf } from './message-of';

/**
 * The verdict that lets a message go on with other texts. `change` is asked for each text that `textOf` gives, one by one, and
 * returns what is to stand in its place.
 *
 * - `allow()` where it changes nothing.
 * - `rewrite({ … })` with the fields of this command where it does. All else of the message stays as it is.
 * - `undefined` where it would have to change what the vendor lets nobody change: the command reads no changes (OpenIM's
 *   `callbackBeforeSendGroupMsgCommand`), or not of this text (the name of a file, at Tencent). Then you decide: `?? refuse()`.
 *
 * What `change` throws is thrown; a `change` that returns no string throws a `TypeError`. Custom data is never changed.
 *
 * @example
 * beforeGroupMsg: (event) => replaceText(event, (text) => text.replaceAll('spam', '***')) ?? refuse({ info: 'no spam' })
 */
export function replaceText<E extends EventWithBody & Pick<AnyEvent, 'phase'>>(
  event: E & Carrying<E> & Deciding<E>,
  change: (text: string) => string,
): Replaced<E> {
  if (typeof change !== 'function')
    throw new TypeError(
      `replaceText: the second argument must be a function, e.g. (text) => text.replaceAll('spam', '***')`,
    );
  // The types say of each command what its vendor takes; see carries.ts.
  return verdictOf(event, textChange(change)) as Replaced<E>;
}

function verdictOf(event: EventWithBody, change: TextChange): Allow | Rewrite<object> | undefined {
  const replace = messagesOf(event)?.replace ?? {};
  const { command, body } = event;
  const replaceIn = Object.hasOwn(replace, command) ? replace[command] : undefined;
  const fields = replaceIn?.(isObject(body) ? body : {}, change);
  if (fields === undefined) change.fixed(textsIn(event));
  if (change.stuck) return undefined;
  return fields !== undefined && change.changed ? rewrite(fields) : allow();
}

function textsIn(event: EventWithBody): readonly string[] {
  const message = messageOf(event);
  return message === undefined ? [] : textsOf(message);
}

import type { Message } from '../callback/message/message';
import { textsOf } from '../callback/message/texts';
import type { Carrying, EventWithBody } from './carries';
import { messageOf } from './message-of';

export interface TextOptions {
  /**
   * Whether to look into what only your app understands as well: custom data, faces, what is attached to the message, elements
   * that nobody knows. Where it is JSON, all strings in it are taken. Default `false`.
   */
  readonly custom?: boolean;
}

/**
 * Every text that a user wrote in the message of an event, a line each: the text itself, captions, names of files, what it
 * quotes and what it forwards. Empty where there is none. Made for moderation: names of users, URLs and IDs are not in it.
 *
 * It never throws. An event that carries no message does not compile, and has no text.
 *
 * @example
 * beforeGroupMsg: (event) => (textOf(event).includes('spam') ? refuse({ info: 'no spam' }) : allow())
 */
export function textOf<E extends EventWithBody>(event: E & Carrying<E>, options: TextOptions = {}): string {
  const message: Message | undefined = messageOf<EventWithBody>(event);
  return message === undefined ? '' : textsOf(message, options.custom === true).join('\n');
}

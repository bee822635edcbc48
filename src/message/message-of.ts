import type { Message } from '../callback/message/message';
import { isObject } from '../codecs';
import { vendorNamed } from '../vendors';
import type { VendorMessages } from '../vendors/vendor-messages';
import type { EventWithBody, MessageIn } from './carries';

/**
 * The message of an event, in one shape for all vendors; undefined for an event that carries none. Each call makes a new one, in
 * time that grows with the body and no faster.
 *
 * It never throws: what a sender's app wrote into a message may be anything, and whatever is not known is a part of kind
 * `other`, with the element as it came.
 *
 * @example
 * onGroupMsg: (event) => {
 *   const { kind, text, media, sender } = messageOf(event);
 * }
 */
export function messageOf<E extends EventWithBody>(event: E): MessageIn<E> {
  const read = messagesOf(event)?.read ?? {};
  // The types say of each command whether it is one of `read`; see carries.ts.
  return readBy(read, event) as MessageIn<E>;
}

const loaded = new Map<string, VendorMessages>();

/** How the messages of an event's vendor are read; undefined when this version does not know the vendor. */
export function messagesOf({ vendor }: Pick<EventWithBody, 'vendor'>): VendorMessages | undefined {
  const known = loaded.get(vendor);
  if (known !== undefined) return known;
  const messages = vendorNamed(vendor)?.messages();
  // Asked for once: a `require` takes as long as the message.
  if (messages !== undefined) loaded.set(vendor, messages);
  return messages;
}

function readBy(readers: VendorMessages['read'], { command, body }: EventWithBody): Message | undefined {
  const read = Object.hasOwn(readers, command) ? readers[command] : undefined;
  return read?.(isObject(body) ? body : {});
}

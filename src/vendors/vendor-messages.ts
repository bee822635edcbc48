import type { Fields } from '../callback/message/field';
import type { Message } from '../callback/message/message';
import type { TextChange } from '../callback/message/text-change';

/**
 * How a vendor's messages are read and changed, by the wire names of its commands. Bodies come as they were decoded, but
 * nothing is to be relied on: what a sender's app wrote into a message may be anything, and none of it may throw.
 */
export interface VendorMessages {
  /** Each command that carries a message. */
  readonly read: Readonly<Record<string, (body: Fields) => Message>>;
  /**
   * Each command before the fact whose vendor takes a changed message: the reply fields that change its texts. All texts that
   * `read` gives have to go through `change`.
   */
  readonly replace: Readonly<Record<string, (body: Fields, change: TextChange) => object>>;
}

import type { AnyCommand, WireOf } from '../catalogue/command';
import type { ComposedRequest } from './composed-request';
import type { Conclusion } from './conclusion';
import type { SenderResponse } from './post';

/** One request and what came of it. */
export interface Try {
  readonly request: ComposedRequest;
  /** Undefined where no reply came: refused, broken off, too late, or never sent. */
  readonly response: SenderResponse | undefined;
  readonly conclusion: Conclusion;
  /** From sending to the last byte of the reply, or to giving up, in milliseconds. */
  readonly ms: number;
}

/** What came of one callback: its last try. */
export interface Sent extends Try {
  /** All tries; more than one only where the sender repeats, none where the callback was never sent. */
  readonly tries: readonly Try[];
}

/** The bodies of one command, as the sender of a test may give them: any part of the wire form. */
export type BodyFor<C extends AnyCommand, W extends C['wire']> = Partial<WireOf<Extract<C, { wire: W }>>>;

/** A chat service's sending side. `OfOneCallback`: the options that this vendor has for a single callback. */
export interface Sender<C extends AnyCommand, OfOneCallback extends object = object> {
  /**
   * Sends one callback and says what the chat service would conclude from the reply. `body` is sent as it is; default the
   * command's sample. Rejects with a `TypeError` for a command that the catalogue does not know, never because of the
   * receiver.
   */
  send<W extends C['wire']>(command: W, body?: BodyFor<C, W>, options?: OfOneCallback): Promise<Sent>;
  /** The same for any name and any body: older spellings, commands nobody knows, bodies that do not fit. */
  sendAny(command: string, body: object, options?: OfOneCallback): Promise<Sent>;
  /** Closes the connections that are kept alive. */
  close(): void;
}

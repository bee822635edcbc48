import type { AnyCommand, WireOf } from '../catalogue/command';
import type { ComposedRequest } from './composed-request';
import type { Conclusion } from './conclusion';
import type { SenderResponse } from './post';

/** One request and what came of it. */
export interface Attempt {
  readonly request: ComposedRequest;
  /** Undefined where no reply came: refused, broken off, too late, or never sent. */
  readonly response: SenderResponse | undefined;
  readonly conclusion: Conclusion;
  /** From sending to the last byte of the reply, or to giving up, in milliseconds. */
  readonly ms: number;
}

/** What came of one callback: its last attempt. */
export interface Sent extends Attempt {
  /** All attempts; more than one only where the sender repeats. */
  readonly attempts: readonly Attempt[];
}

export interface SendOptions {
  /** OpenIM's trace ID; '' for none. Default a new one. Tencent has none. */
  readonly operationID?: string;
}

/** The bodies of one command, as the sender of a test may give them: any part of the wire form. */
export type BodyFor<C extends AnyCommand, W extends C['wire']> = Partial<WireOf<Extract<C, { wire: W }>>>;

/** A chat service's sending side. */
export interface Sender<C extends AnyCommand> {
  /**
   * Sends one callback and says what the chat service would conclude from the reply. `body` is sent as it is; default the
   * command's sample. Rejects with a `TypeError` for a command that the catalogue does not know, never because of the
   * receiver.
   */
  send<W extends C['wire']>(command: W, body?: BodyFor<C, W>, options?: SendOptions): Promise<Sent>;
  /** The same for any name and any body: older spellings, commands nobody knows, bodies that do not fit. */
  sendAny(command: string, body: object, options?: SendOptions): Promise<Sent>;
  /** Closes the connections that are kept alive. */
  close(): void;
}

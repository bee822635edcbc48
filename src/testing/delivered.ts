import type { IncomingHttpHeaders } from 'node:http';
import type { VerdictOf } from '../callback/handlers';
import type { Conclusion } from '../sender';
import type { AckOfVendor, SenderOptionsOf, SendOptionsOf } from '../sender/sender-types';
import type { ComposedRequest } from '../sending/composed-request';
import type { CommandNamed } from '../vendors/commands';
import type { CommandName } from './wire-body';

type VendorOf<W extends CommandName> = CommandNamed<W>['vendor'];

/** The options of the vendor's sender. An option that you leave out is taken from the receiver. */
export type DeliverOptions<W extends CommandName> = Partial<Omit<SenderOptionsOf<VendorOf<W>>, 'vendor' | 'to'>> &
  SendOptionsOf<VendorOf<W>>;

/** `path`: where the receiver is mounted. Default `/im-callback`, and nothing for a receiver without an app. */
export type DeliverToAppOptions<W extends CommandName> = DeliverOptions<W> & { readonly path?: string };

/** The reply in the vendor's own form. */
export type AckOf<W extends CommandName> = AckOfVendor<VendorOf<W>>;

/** The result of one delivery. */
export interface Delivered<W extends CommandName> {
  /**
   * The verdict that the reply stands for, as a handler returns it; undefined after the fact, and where the callback
   * failed.
   */
  readonly verdict: (CommandNamed<W>['phase'] extends 'before' ? VerdictOf<CommandNamed<W>> : never) | undefined;
  /** What the chat service concludes from the reply, and what it does then. */
  readonly conclusion: Conclusion;
  /** The reply; undefined where none came, or no JSON object. */
  readonly ack: AckOf<W> | undefined;
  /** The reply as text. */
  readonly text: string;
  /** HTTP status of the reply; 0 where none came. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** From sending to the last byte of the reply, in milliseconds. */
  readonly ms: number;
  readonly request: ComposedRequest;
}

/** The result of one delivery to an app in this process. */
export interface DeliveredToApp<W extends CommandName> extends Delivered<W> {
  /** Resolves when the handler has ended, even if it runs on after its deadline and the reply. */
  settled(): Promise<void>;
}

import type { Sender } from '../sending/sender';
import type { CommandOf, Vendor, vendors } from '../vendors';

/** The sending side of a vendor; what is below is read off it, so that a new vendor brings its own types. */
type SendingOf<V extends Vendor> = ReturnType<(typeof vendors)[V]['sending']>;

/** The options of this vendor's sender; those of all vendors unless told otherwise. */
export type SenderOptionsOf<V extends Vendor = Vendor> = { [N in V]: Parameters<SendingOf<N>['makeSender']>[0] }[V];

/** The options that go with one callback of this vendor. */
export type SendOptionsOf<V extends Vendor = Vendor> = {
  [N in V]: ReturnType<SendingOf<N>['makeSender']> extends Sender<CommandOf<N>, infer Options> ? Options : never;
}[V];

/** This vendor's sender. */
export type SenderOf<V extends Vendor = Vendor> = Sender<CommandOf<V>, SendOptionsOf<V>>;

/** The reply in this vendor's own form. */
export type AckOfVendor<V extends Vendor> = { [N in V]: NonNullable<ReturnType<SendingOf<N>['readAck']>> }[V];

import { channel } from 'node:diagnostics_channel';
import type { VendorOptions } from '../vendors';

/** What it takes to call a receiver: who may, with which secret, and by whose clock. */
export type ReceiverCredentials = Partial<VendorOptions> & { clock?: (() => number) | undefined };

/** Gets each receiver when it is made, without its options. `im-callbacks config --app` listens, in the app's process. */
export const receiverChannel = 'express-im-callbacks:receiver';
const made = channel(receiverChannel);

const receivers = new WeakMap<object, ReceiverCredentials>();

/** Keeps a receiver's options where the test kit finds them, so that it can sign what it sends. Nothing else reads them. */
export function rememberReceiver<T extends object>(receiver: T, credentials: ReceiverCredentials): T {
  receivers.set(receiver, credentials);
  made.publish(receiver);
  return receiver;
}

/** The options a receiver was made with; undefined for anything else. */
export function credentialsOf(receiver: object): ReceiverCredentials | undefined {
  return receivers.get(receiver);
}

/** The one file that names the vendors; the types follow from it. Documents list them in this order. */

import { openim } from './openim/vendor';
import { tencent } from './tencent/vendor';
import type { AnyVendor } from './vendor';

export const vendors = {
  /** Tencent Cloud Chat: receives its callbacks with these options, e.g. `{ sdkAppId: 1400000001, token: process.env.IM_CALLBACK_TOKEN }`. */
  tencent,
  /** OpenIM: receives its callbacks with these options, e.g. `{ secret: process.env.OPENIM_SECRET }`. */
  openim,
};

/** The name of a vendor. */
export type Vendor = keyof typeof vendors;

/** The vendor of this name; undefined for a name of none, e.g. in a delivery that another version stored. */
export function vendorNamed(name: string): AnyVendor | undefined {
  return Object.hasOwn(vendors, name) ? vendors[name as Vendor] : undefined;
}

/** The commands of these vendors, as a union; of all of them unless told otherwise. */
export type CommandOf<V extends Vendor = Vendor> = (typeof vendors)[V]['commands'][number];

/** The options of each vendor, by its name. Mapped over `vendors` itself, where editors find what to say of each. */
export type VendorOptions = {
  [V in keyof typeof vendors]: Parameters<ReturnType<(typeof vendors)[V]['receiving']>>[0];
};

/** The failures that only these vendors have. */
export type FailureOfVendor<V extends Vendor = Vendor> = (typeof vendors)[V]['failures'][number];

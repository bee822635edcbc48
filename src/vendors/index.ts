/** The one file that names the vendors; the types follow from it. Documents list them in this order. */

import { openim } from './openim/vendor';
import { tencent } from './tencent/vendor';

export const vendors = { tencent, openim };

/** The name of a vendor. */
export type Vendor = keyof typeof vendors;

/** The commands of these vendors, as a union; of all of them unless told otherwise. */
export type CommandOf<V extends Vendor = Vendor> = (typeof vendors)[V]['commands'][number];

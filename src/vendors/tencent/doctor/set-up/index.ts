/** From handlers to the switches of Tencent's console and REST, and back. */

import type { VendorSetUp } from '../../../vendor-set-up';
import { examine, reads } from './examine';
import { write } from './write';

export const setUp: VendorSetUp = { write, reads, examine };

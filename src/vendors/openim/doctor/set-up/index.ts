/** From handlers to the configuration of OpenIM's server, and back. */

import type { VendorSetUp } from '../../../vendor-set-up';
import { examine } from './examine';
import { write } from './write';

export const setUp: VendorSetUp = {
  write,
  // YAML, and no JSON.
  reads: (text) => !text.trimStart().startsWith('{'),
  examine,
};

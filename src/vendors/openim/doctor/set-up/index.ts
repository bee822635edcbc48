/** From handlers to the configuration of OpenIM's server, and back. */

import type { VendorSetUp } from '../../../vendor-set-up';
import { examine } from './examine';
import { write } from './write';

export const setUp: VendorSetUp = {
  write,
  // A line of YAML as the file has them. JSON, which is YAML, too, has no name at the beginning of a line without quotes.
  reads: (text) => /^[ \t]*[\w.-]+[ \t]*:(\s|$)/m.test(text),
  examine,
};

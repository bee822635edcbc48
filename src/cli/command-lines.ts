import { type Vendor, vendors } from '../vendors';
import type { VendorCommandLine } from '../vendors/vendor-command-line';

/** All vendors, in the order in which documents list them. */
export const vendorNames = Object.keys(vendors) as readonly Vendor[]; // an object of ours has no other keys

/** What differs from vendor to vendor on the command line. No other file of cli/ tells one vendor from another. */
export function commandLineOf(vendor: Vendor): VendorCommandLine {
  return vendors[vendor].commandLine();
}

export const labelOf = (vendor: Vendor): string => vendors[vendor].label;
export const shortNameOf = (vendor: Vendor): string => vendors[vendor].shortLabel;

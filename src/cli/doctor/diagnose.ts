/**
 * Why callbacks do not arrive, or why refusals have no effect: doctor calls a receiver as each vendor would call it.
 */

import type { Vendor } from '../../vendors';
import type { KnownCommand } from '../../vendors/commands';
import type { SenderFlags } from '../options/sender-flags';
import type { Latency } from '../report/latency';
import { concealer } from '../secrets/conceal';
import { type Examination, examine } from './examine';
import { type Finding, merged } from './finding';
import { receiverAt } from './receiver';

export interface Diagnosis {
  /** The vendors as which doctor called the receiver. */
  readonly vendors: readonly Vendor[];
  /** Tried and left out, because the receiver answers in the form of another vendor. */
  readonly leftOut: readonly Vendor[];
  /** How long the receiver took to answer sample events. */
  readonly latencyMs: Readonly<Partial<Record<Vendor, Latency>>>;
  readonly findings: readonly Finding[];
}

/**
 * Examines a receiver as each of these vendors would call it. Of several vendors, those count in whose form it answers.
 */
export async function diagnose(
  flags: SenderFlags,
  vendors: readonly Vendor[],
  samples: readonly KnownCommand[],
  signal: AbortSignal,
): Promise<Diagnosis> {
  const examined = new Map<Vendor, Examination & { readonly isMeant: boolean }>();
  for (const vendor of vendors) {
    if (signal.aborted) break;
    const receiver = receiverAt(vendor, flags);
    signal.addEventListener('abort', receiver.close);
    const own = samples.filter((command) => command.vendor === vendor);
    // A user who gives a vendor's token or secret uses that vendor, and wants to know why the receiver refuses it.
    const isMeant = receiver.doctor.isMeant(receiver);
    examined.set(vendor, { ...(await examine(receiver, own)), isMeant });
    receiver.close();
  }
  const isAnswered = [...examined.values()].some(({ isVendors }) => isVendors);
  // If the receiver answers no vendor correctly, the reason may concern all of them.
  const kept = vendors.filter((vendor) => {
    const { isVendors, isMeant } = examined.get(vendor) ?? {};
    return !isAnswered || isVendors || isMeant;
  });
  const found = kept.flatMap((vendor) => (examined.get(vendor)?.found ?? []).map((one) => [vendor, one] as const));
  return {
    vendors: kept,
    leftOut: vendors.filter((vendor) => !kept.includes(vendor)),
    latencyMs: Object.fromEntries(kept.flatMap((vendor) => latencyIn(vendor, examined))),
    findings: merged(found).map(concealed(flags)),
  };
}

function concealed(flags: SenderFlags): (finding: Finding) => Finding {
  const conceal = concealer(flags);
  return (finding) => ({ ...finding, seen: conceal(finding.seen), change: conceal(finding.change) });
}

function latencyIn(vendor: Vendor, examined: ReadonlyMap<Vendor, Examination>): [Vendor, Latency][] {
  const latency = examined.get(vendor)?.latencyMs;
  return latency === undefined ? [] : [[vendor, latency]];
}

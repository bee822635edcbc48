import type { AnyCommand } from '../../catalogue/command';
import { targetUrl } from '../../sending/target-url';
import type { Vendor } from '../../vendors';
import type { SenderFlags } from '../options/sender-options';
import type { Latency } from '../report/latency';
import { concealer } from '../secrets/conceal';
import { type Examined, examine } from './examine';
import type { Finding, Found } from './finding';
import { receiverAt } from './question';

export interface Diagnosis {
  /** As whom the receiver was called. */
  readonly vendors: readonly Vendor[];
  /** Tried, and left out, because the receiver answers in the form of another. */
  readonly leftOut: readonly Vendor[];
  /** Of the sample events. */
  readonly latencyMs: Readonly<Partial<Record<Vendor, Latency>>>;
  readonly findings: readonly Finding[];
}

/** Examines a receiver as each of these vendors would call it; of several, those count in whose form it answers. */
export async function diagnose(
  flags: SenderFlags,
  vendors: readonly Vendor[],
  samples: readonly AnyCommand[],
  signal: AbortSignal,
): Promise<Diagnosis> {
  const examined = new Map<Vendor, Examined>();
  for (const vendor of vendors) {
    const receiver = receiverAt(vendor, flags);
    signal.addEventListener('abort', receiver.close);
    if (!signal.aborted)
      examined.set(
        vendor,
        await examine(
          receiver,
          samples.filter((command) => command.vendor === vendor),
        ),
      );
    receiver.close();
  }
  const conceal = concealer(flags);
  const shown = (finding: Finding): Finding => ({
    ...finding,
    seen: conceal(finding.seen),
    change: conceal(finding.change),
  });
  const answering = vendors.filter((vendor) => examined.get(vendor)?.isVendors || isGiven(vendor, flags));
  // Where none answers as it should, what is wrong may be wrong for all.
  const isAnswered = vendors.some((vendor) => examined.get(vendor)?.isVendors);
  const kept = isAnswered ? answering : vendors;
  return {
    vendors: kept,
    leftOut: vendors.filter((vendor) => !kept.includes(vendor)),
    latencyMs: Object.fromEntries(kept.flatMap((vendor) => latencyIn(vendor, examined))),
    findings: merged(kept, examined).map(shown),
  };
}

/** Whoever gives what proves OpenIM's server has one, and wants to know why it is refused. */
function isGiven(vendor: Vendor, { secret, to }: SenderFlags): boolean {
  return vendor === 'openim' && (Boolean(secret) || targetUrl(to)?.credentials !== undefined);
}

function latencyIn(vendor: Vendor, examined: ReadonlyMap<Vendor, Examined>): [Vendor, Latency][] {
  const latency = examined.get(vendor)?.latencyMs;
  return latency === undefined ? [] : [[vendor, latency]];
}

/** One finding of each kind, with all that was seen of it; the worst first. */
function merged(vendors: readonly Vendor[], examined: ReadonlyMap<Vendor, Examined>): Finding[] {
  const byId = new Map<string, Finding>();
  for (const vendor of vendors) {
    for (const found of examined.get(vendor)?.found ?? []) {
      const same = byId.get(found.id);
      byId.set(found.id, same === undefined ? { ...found, vendors: [vendor] } : together(same, found, vendor));
    }
  }
  return [...byId.values()].sort((a, b) => a.level.localeCompare(b.level)); // problem before warning
}

function together(same: Finding, { level, seen }: Found, vendor: Vendor): Finding {
  return {
    ...same,
    level: same.level === 'problem' ? same.level : level,
    vendors: [...new Set([...same.vendors, vendor])],
    seen: same.seen.includes(seen) ? same.seen : `${same.seen}; ${seen}`,
  };
}

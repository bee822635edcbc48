import type { Vendor } from '../../vendors';
import type { Found, Level, Sentences } from '../../vendors/vendor-doctor';

/** Something that doctor found, as it reports it: for one vendor or several. */
export interface Finding {
  readonly id: string;
  readonly level: Level;
  /** Whose callbacks it concerns. */
  readonly vendors: readonly Vendor[];
  readonly seen: string;
  readonly why: string;
  readonly source: string;
  readonly change: string;
}

/** One finding of each kind, with everything that was seen and every consequence; problems come first. */
export function merged(found: readonly (readonly [vendor: Vendor, found: Found])[]): Finding[] {
  const byId = new Map<string, Parts>();
  for (const [vendor, { id, level, seen, why, source, change }] of found) {
    const same = byId.get(id) ?? { level, vendors: [], seen: [], why: [], source: [], change: [] };
    byId.set(id, {
      level: same.level === 'problem' ? same.level : level,
      vendors: union(same.vendors, [vendor]),
      seen: union(same.seen, [seen]),
      why: union(same.why, listOf(why)),
      source: union(same.source, listOf(source)),
      change: union(same.change, listOf(change)),
    });
  }
  const findings = [...byId].map(([id, { level, vendors, seen, why, source, change }]) => ({
    id,
    level,
    vendors,
    seen: seen.join('; '),
    why: why.join(' '),
    source: source.join('; '),
    change: change.join(' '),
  }));
  return findings.sort((a, b) => a.level.localeCompare(b.level)); // problem before warning
}

interface Parts {
  readonly level: Level;
  readonly vendors: readonly Vendor[];
  readonly seen: readonly string[];
  readonly why: readonly string[];
  readonly source: readonly string[];
  readonly change: readonly string[];
}

const union = <T>(some: readonly T[], more: readonly T[]): readonly T[] => [...new Set([...some, ...more])];

function listOf(sentences: Sentences): readonly string[] {
  return typeof sentences === 'string' ? [sentences] : sentences;
}

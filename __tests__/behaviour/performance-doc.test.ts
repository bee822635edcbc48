import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const { pageOf, readResults } = require(join(root, 'bench', 'report.js'));
const page = () => readFileSync(join(root, 'docs', 'performance.md'), 'utf8');

describe('docs/performance.md', () => {
  it('has the tables of what was measured last, and nothing else in their places', () => {
    expect(page()).toBe(pageOf(page(), readResults()));
  });

  it('opens with eight rows, each beside its target, for each Node that was measured', () => {
    const [, lead] = /<!-- measured: lead -->\n\n([\s\S]+?)\n\n<!-- \/measured: lead -->/.exec(page()) ?? [];
    const [header, , ...rows] = lead?.split('\n') ?? [];
    const nodes = Object.keys(readResults());
    expect(nodes.length).toBeGreaterThan(0);
    expect(header?.split(' | ').slice(2).join(' ')).toBe(`${nodes.map((node) => `Node ${node.slice(1)}`).join(' ')} |`);
    expect(rows).toHaveLength(8);
    for (const row of rows) {
      expect(row).toMatch(/^\| .+ \| ≤ [\d., ]+ \| /);
      expect(row.match(/\*\*\d+\.\d\d\*\*/g)).toHaveLength(nodes.length);
    }
  });

  it('says of each target that is missed that it is', () => {
    for (const { rows } of Object.values<{ rows: Row[] }>(readResults())) {
      const missed = rows.filter(({ lead, most, ratio }) => lead && most && ratio && ratio.median > most);
      for (const { lead } of missed) expect(lineOf(lead)).toContain('(missed)');
    }
  });
});

interface Row {
  lead?: string;
  most?: number;
  ratio?: { median: number };
}

const lineOf = (lead?: string) =>
  page()
    .split('\n')
    .find((line) => line.startsWith(`| ${lead} |`));

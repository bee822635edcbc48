import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const { pageOf } = require(join(root, 'bench', 'report.js'));
const page = readFileSync(join(root, 'docs', 'performance.md'), 'utf8');

/** A row as bench/run.js notes it. */
const row = (median: number, lead?: { en: string; zh: string }) => ({
  what: `a of ${median} / b`,
  lead,
  most: 1,
  ratio: { median, minima: median, from: median, to: median },
});
const measured = {
  machine: 'a machine',
  rounds: 32,
  requests: 2000,
  peers: 'express 5',
  rows: [row(0.9, { en: 'a route', zh: '一个路由' }), row(1.2, { en: 'a server', zh: '一个服务器' })],
};

describe('docs/performance.md', () => {
  const results = { 'v20.1.0': measured, 'v24.1.0': measured };
  const written: string = pageOf(page, results, 'en');

  it('gets its two tables from what was measured, on each Node beside the target', () => {
    expect(written).toContain('| the package against … | target | Node 20.1.0 | Node 24.1.0 |');
    expect(written).toContain('Node 24.1.0: a machine, 32 rounds of 2,000.');
    expect(written).toContain('| a route | ≤ 1 | **0.90** | **0.90** |');
    expect(written).toContain('| a of 0.9 / b | ≤ 1 | 0.90 / 0.90 (0.90 to 0.90) |');
  });

  it('has a dash where a Node was measured before there was such a row', () => {
    const older = { ...measured, rows: measured.rows.slice(1) };
    const tables: string = pageOf(page, { 'v20.1.0': measured, 'v24.1.0': older }, 'en');
    expect(tables).toContain('| a route | ≤ 1 | **0.90** | – |');
    expect(tables).toContain('| a of 0.9 / b | ≤ 1 | 0.90 / 0.90 (0.90 to 0.90) | – |');
  });

  it('says of each target that is missed that it is', () => {
    expect(written).toContain('| a server | ≤ 1 | **1.20** (missed) | **1.20** (missed) |');
  });

  it('is written in Chinese, too', () => {
    const chinese = pageOf(readFileSync(join(root, 'docs', 'zh-CN', 'performance.md'), 'utf8'), results, 'zh');
    expect(chinese).toContain('| 一个服务器 | ≤ 1 | **1.20** (未达到) | **1.20** (未达到) |');
    expect(chinese).toContain('| a of 0.9 / b | ≤ 1 | 0.90 / 0.90 (0.90 to 0.90) |');
  });

  it('keeps the prose around them', () => {
    expect(written.startsWith(page.slice(0, page.indexOf('<!-- measured: lead -->')))).toBe(true);
    expect(written).toContain('## How it is measured');
  });
});

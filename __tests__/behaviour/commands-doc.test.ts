import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyCommand } from '../../src/catalogue/command';
import { pathsOf } from '../../src/codecs';
import { openimCommands } from '../../src/vendors/openim';
import { tencentCommands } from '../../src/vendors/tencent';

const root = join(__dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'commands.md'), 'utf8');
const sections = new Map(page.split(/^#### /m).map((section) => [section.slice(0, section.indexOf('\n')), section]));
const catalogue: readonly AnyCommand[] = [...tencentCommands, ...openimCommands];

/** Cells of a row, as a reader of Markdown tells them apart. */
const cellsOf = (row: string) => row.replace(/^\||\|$/g, '').split(/(?<!\\)\|/).length;

it('what editors show is what the catalogue says now', () => {
  const check = () =>
    execFileSync(process.execPath, [join(root, 'scripts/write-types.js'), '--check'], { stdio: 'pipe' });
  expect(check).not.toThrow();
});

describe('docs/commands.md', () => {
  it('is what the catalogue says now', () => {
    const check = () =>
      execFileSync(process.execPath, [join(root, 'scripts/write-pages.js'), '--check'], { stdio: 'pipe' });
    expect(check).not.toThrow();
  });

  it.each(catalogue.map((command) => [command.wire, command] as const))('has %s', (wire, command) => {
    const section = sections.get(wire) ?? '';
    expect(section).toContain(`Handler: \`${command.handler}\``);
    for (const alias of command.aliases) expect(section).toContain(`\`${alias}\``);
    for (const { path } of pathsOf(command.request)) expect(section).toContain(`| \`${path}\` |`);
    for (const { path } of command.rewrite ? pathsOf(command.rewrite) : [])
      expect(section).toContain(`| \`${path}\` |`);
    expect(section.includes('`drop()`')).toBe(command.drops);
    expect(section.includes('open record')).toBe(command.confidence === 'name-only');
  });

  it('links every command from its handler, and to headings that exist once', () => {
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => (heading ?? '').toLowerCase());
    const names = headings.map((heading) => heading.replaceAll(/[^\w\- ]/g, '').replaceAll(' ', '-'));
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
    expect(links.filter((target) => names.filter((name) => name === target).length !== 1)).toEqual([]);
    for (const { wire, handler } of catalogue) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${handler}\` |`));
      expect(row).toContain(`[${wire}]`);
    }
  });

  it('has tables whose rows have as many cells as their head', () => {
    const tables = page
      .trim()
      .split('\n\n')
      .filter((block) => block.startsWith('| '));
    expect(tables.length).toBeGreaterThan(100);
    for (const table of tables) expect(new Set(table.split('\n').map(cellsOf)).size).toBe(1);
  });

  it('has no word of a program in it', () => {
    expect(page).not.toMatch(/undefined|\[object|NaN/);
  });
});

/** docs/hosts.md shows the files that `npm run test:hosts` runs, and these use every entry of the package. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const { pageWith, manifests, pages } = require('../../hosts/page');
const { exports: entries, typesVersions } = require('../../package.json');
const { requests } = require('../../hosts/requests');

const text = readFileSync(pages[0], 'utf8');
const subpaths = Object.keys(entries).filter((entry) => entry !== './package.json');

it('both pages have the files and the table as they are; if not, run node hosts/page.js', () => {
  expect(pages).toHaveLength(2);
  for (const page of pages) {
    const written = readFileSync(page, 'utf8');
    expect(pageWith(written)).toBe(written);
  }
});

it('has Chinese words for titles, requests and reasons that there are', () => {
  const { titles, requests, reasons } = require('../../hosts/chinese-words');
  const hosts = manifests().flatMap(({ hosts = [] }: { hosts?: { title: string; differs?: object }[] }) => hosts);
  const differing = hosts.flatMap(({ differs = {} }: { differs?: object }) => Object.entries(differs));
  const known = new Set([
    ...hosts.map(({ title }: { title: string }) => title),
    ...differing.flatMap(([request, { why }]: [string, { why: string }]) => [request, why]),
  ]);
  const translated = [titles, requests, reasons].flatMap((words) => Object.keys(words));
  expect(translated.length).toBeGreaterThan(10);
  expect(translated.filter((words) => !known.has(words))).toEqual([]);
});

it('shows every server', () => {
  const servers = manifests().flatMap(({ name, hosts = [] }: { name: string; hosts?: { file: string }[] }) =>
    hosts.map(({ file }) => `${name}/${file}`),
  );
  const folders = readdirSync(join(root, 'hosts'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(manifests()).toHaveLength(folders.length);
  expect(servers.length).toBeGreaterThan(25);
  // What is compiled or bundled is shown as it was before, and Deno runs the file of Bun.
  const shown = (file: string) =>
    file
      .replace(/^(nest\/.*)\.js$/, '$1.ts')
      .replace(/^(bundles)\/.*/, '$1/server.mjs')
      .replace('deno/', 'bun/');
  expect(servers.filter((file: string) => !text.includes(`<!-- hosts/${shown(file)} -->`))).toEqual([]);
});

it('says how many requests each host gets', () => {
  expect(text).toContain(`the same ${requests.length} requests`);
});

it('every entry of the package is compiled by every TypeScript', () => {
  const files = ['use.ts', 'use-postgres.ts'].map((file) => readFileSync(join(root, 'hosts/typescript', file), 'utf8'));
  const used = [...files.join('').matchAll(/from 'express-im-callbacks(.*)'/g)].map(([, entry]) => `.${entry}`);
  expect([...new Set(used)].sort()).toEqual(subpaths.sort());
});

it('typesVersions says of every entry what exports says, for moduleResolution node10', () => {
  const paths = subpaths
    .filter((entry) => entry !== '.')
    .map((entry) => [entry.slice(2), [entries[entry].types.slice(2)]]);
  expect(paths.length).toBeGreaterThan(5);
  expect(typesVersions).toEqual({ '*': Object.fromEntries(paths) });
});

/** Builds the site into dist/, unless what is there was built from the same pages, settings and packages. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const site = import.meta.dirname;
/** Holds the digest of what dist/ was built from; written last, so a build that failed has none. */
const stamp = join(site, 'dist', '.built-from');

run('stage/run.mjs');
const digest = digestOf([...filesIn('pages'), ...filesIn('.vitepress/theme'), ...filesIn('markdown'), ...settings()]);
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) console.log('dist/ is up to date');
else {
  run('node_modules/vitepress/bin/vitepress.js', 'build');
  run('check-links.mjs');
  writeFileSync(stamp, digest);
}

function run(script, ...args) {
  execFileSync(process.execPath, [join(site, script), ...args], { cwd: site, stdio: 'inherit' });
}

function settings() {
  return [
    '.vitepress/config.mjs',
    'sidebar.mjs',
    'build.mjs',
    'check-links.mjs',
    'package-lock.json',
    '../package.json',
  ];
}

function filesIn(folder) {
  return readdirSync(join(site, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => file.slice(site.length + 1))
    .sort();
}

function digestOf(files) {
  const hash = createHash('sha256').update(process.env.SITE_BASE ?? '/');
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(join(site, file)));
  return hash.digest('hex');
}

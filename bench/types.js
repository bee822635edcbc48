/** How long a consumer that uses every handler type-checks, against one that only imports Express: `node bench/types.js [runs]`. */
const { spawnSync } = require('node:child_process');
const { mkdtempSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { median, least, ratioOf } = require('./statistics');

const root = join(__dirname, '..');

function everyHandler() {
  const { commands } = require('..');
  const names = [...new Set(commands.map(({ handler }) => handler))];
  const handlers = names.map((name) =>
    name.startsWith('before')
      ? `  ${name}: (event) => (event.body === undefined ? refuse() : allow()),`
      : `  ${name}: async (event) => { console.log(event.vendor, event.command, event.body); },`,
  );
  return `import express from 'express';
import { allow, imCallbacks, refuse } from 'express-im-callbacks';
export const app = express().use(imCallbacks({
  tencent: { sdkAppId: 1 }, openim: {},
${handlers.join('\n')}
}));\n`;
}

const files = {
  'every-handler.ts': everyHandler(),
  'express-only.ts': `import express from 'express';\nexport const app = express().use((_req, res) => { res.end(); });\n`,
};

function check(folder, file) {
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  const started = performance.now();
  const { status, stdout } = spawnSync(tsc, ['-p', `${file}.json`], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
  return performance.now() - started;
}

function measureTypes(runs = 7) {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-types-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const paths = { 'express-im-callbacks': [join(root, 'dist', 'index.d.ts')] };
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: 'node16',
    types: ['node'],
    esModuleInterop: true,
    paths,
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ compilerOptions, files: [name] }));
  }
  const taken = Object.fromEntries(Object.keys(files).map((name) => [name, []]));
  for (let i = 0; i < runs; i++) for (const name of Object.keys(files)) taken[name].push(check(folder, name));
  rmSync(folder, { recursive: true });
  return taken;
}

module.exports = { measureTypes };
if (require.main === module) {
  const taken = measureTypes(Number(process.argv[2] ?? 7));
  for (const [name, ms] of Object.entries(taken))
    console.log(`${name.padEnd(18)} ${(median(ms) / 1000).toFixed(2)} s, least ${(least(ms) / 1000).toFixed(2)}`);
  const [ours, theirs] = Object.values(taken);
  console.log(`every handler / Express alone: ${ratioOf(ours, theirs).median.toFixed(1)}`);
}

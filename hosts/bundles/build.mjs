/** The same server, bundled five times, each into one file and nothing beside it. */
import { execFileSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { resolve } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import nodeResolve from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import webpack from 'webpack';

const input = resolve('server.mjs');
const output = (name) => ({ format: 'cjs', file: `out/${name}/server.cjs` });

await build({ entryPoints: [input], bundle: true, platform: 'node', outfile: 'out/esbuild/server.cjs' });

await (await rollup({ input, plugins: [nodeResolve({ preferBuiltins: true }), commonjs(), json()] })).write(
  output('rollup'),
);

await (await rolldown({ input, platform: 'node' })).write(output('rolldown'));

await new Promise((done, reject) => {
  const options = {
    entry: input,
    mode: 'production',
    target: 'node22',
    output: { path: resolve('out/webpack'), filename: 'server.cjs' },
  };
  webpack(options, (error, stats) => (error || stats.hasErrors() ? reject(error ?? new Error(`${stats}`)) : done()));
});

execFileSync(process.execPath, ['node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', 'server.mjs', '-o', 'out/ncc']);
renameSync('out/ncc/index.mjs', 'out/ncc/server.mjs');

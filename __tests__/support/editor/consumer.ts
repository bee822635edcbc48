/** A TypeScript project that uses the package as its declarations are published. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompilerVersion, compilerFolder } from './compilers';

const root = join(__dirname, '../../..');

export interface Consumer {
  readonly folder: string;
  /** As in its tsconfig.json, but for the paths, which are those of this machine. */
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  remove(): void;
}

/**
 * Rebuilds the declarations and lays a project with these files beside them; inside the project's packages, so that the
 * types of others are found. Named imports of the package go to the declarations.
 */
export function makeConsumer(files: Readonly<Record<string, string>>): Consumer {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, 'node_modules/.cache/consumer-'));
  const built = join(folder, 'declarations');
  tsc('newest', ['-p', root, '--emitDeclarationOnly', '--outDir', built]);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'node16',
    types: ['node'],
    paths: {
      'express-im-callbacks': [join(built, 'index.d.ts')],
      'express-im-callbacks/testing': [join(built, 'testing/index.d.ts')],
      'express-im-callbacks/*': [join(built, 'vendors/*/index.d.ts')],
    },
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  return { folder, compilerOptions, remove: () => rmSync(folder, { recursive: true }) };
}

/** What the compiler prints of this project. */
export function compile({ folder }: Consumer, version: CompilerVersion, ...flags: readonly string[]): string {
  return tsc(version, ['-p', folder, '--pretty', 'false', ...flags]);
}

function tsc(version: CompilerVersion, args: readonly string[]): string {
  const program = join(compilerFolder(version), 'bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: 'utf8' });
  return stdout + stderr;
}

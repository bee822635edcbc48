/**
 * The TypeScripts that users have: the oldest that the declarations are for, the last one written in JavaScript, which editors
 * run, and the newest. The older ones come from npm and are kept beside the packages of the project, not among them: each
 * would put a `tsc` of its own in place of the project's.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const kept = join(root, 'node_modules/.cache/compilers');

/** `newest` is the one that builds the package. */
export const versions = ['5.4.5', '5.9.3', 'newest'] as const;
export type CompilerVersion = (typeof versions)[number];

/** The folder of this TypeScript, installed when it is not there yet. */
export function compilerFolder(version: CompilerVersion): string {
  if (version === 'newest') return join(root, 'node_modules/typescript');
  const folder = join(kept, version);
  if (!existsSync(folder)) install(version, folder);
  return join(folder, 'node_modules/typescript');
}

/** Put in its place in one step, because another test may install the same. */
function install(version: string, folder: string): void {
  mkdirSync(kept, { recursive: true });
  const made = mkdtempSync(join(kept, 'installing-'));
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--no-package-lock', '--no-save'];
  execFileSync('npm', ['install', '--prefix', made, ...flags, `typescript@${version}`], { stdio: 'pipe' });
  try {
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

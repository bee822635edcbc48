import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this package, read when it is asked for. */
export function packageVersion(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8'));
  return manifest.version;
}

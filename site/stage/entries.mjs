/** What users import → the file that declares it, for every entry of package.json that has types. */
import { join } from 'node:path';
import { manifest, root } from './repository.mjs';

export const entries = Object.entries(manifest.exports)
  .filter(([, { types }]) => types !== undefined)
  .map(([path, { types }]) => ({ specifier: path.replace(/^\./, manifest.name), types: join(root, types) }));

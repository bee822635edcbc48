import { join } from 'node:path';

/** A folder of a test's own, in the project so that its packages are found, and not in dist, which `npm pack` takes as it is. */
export const scratchFolder = (name: string): string => join(__dirname, '../..', '.scratch', name);

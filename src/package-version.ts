/**
 * The version of this package. `require` and no reading of a file: a bundler takes the manifest into the bundle, where a file
 * beside it would be missing, or be that of another package.
 */
export function packageVersion(): string {
  return (require('../package.json') as { version: string }).version;
}

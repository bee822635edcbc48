/** Refuses to publish when tag, changelog and manifest do not fit together: `node scripts/check-release.js v0.1.0`. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');

/** What is wrong with this tag for this manifest and this changelog, one sentence each. */
function problems(tag, { version, repository }, changelog) {
  const found = [];
  if (repository === undefined) found.push('package.json names no repository, so its provenance would point nowhere');
  if (tag !== `v${version}`) found.push(`the tag is ${tag}, and package.json has version ${version}`);
  if (!changelog.includes(`## [${version}]`)) found.push(`CHANGELOG.md has no entry for ${version}`);
  return found;
}

if (require.main === module) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const found = problems(process.argv[2], manifest, readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
  for (const problem of found) console.error(problem);
  process.exitCode = found.length > 0 ? 1 : 0;
}

module.exports = { problems };

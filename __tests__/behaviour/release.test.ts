import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const { problems } = require('../../scripts/check-release');
const workflows = join(__dirname, '..', '..', '.github', 'workflows');

const good = { version: '1.2.3', repository: 'github:someone/express-im-callbacks' };
const changelog = '## [1.2.3] - 2026-01-01';

it('may be published where all is there', () => expect(problems('v1.2.3', good, changelog)).toEqual([]));

it.each([
  ['without a repository', 'v1.2.3', { version: '1.2.3' }, changelog, /names no repository/],
  ['under another tag', 'v1.2.4', good, changelog, /the tag is v1.2.4/],
  ['without an entry in the changelog', 'v1.2.3', good, '## [Unreleased]', /no entry for 1.2.3/],
])('is not published %s', (_how, tag, manifest, text, words) =>
  expect(problems(tag, manifest, text)).toEqual([expect.stringMatching(words)]),
);

describe('CHANGELOG.md', () => {
  const lines = readFileSync(join(__dirname, '../../CHANGELOG.md'), 'utf8').trimEnd().split('\n');
  const first = lines.findIndex((line) => line.startsWith('## '));

  it('has the form of Keep a Changelog: versions, kinds of changes, and one line for each', () => {
    const form =
      /^(?:$|## \[(?:Unreleased|\d+\.\d+\.\d+)\]|### (?:Added|Changed|Deprecated|Removed|Fixed|Security)$|- \S.*\.$)/;
    const text = lines.slice(first).filter((line) => !form.test(line));
    expect(text).toEqual(['The first version, 0.1.0.']);
  });

  it('has each kind of change once a version, and only additions in the first', () =>
    expect(lines.filter((line) => /^##/.test(line))).toEqual(['## [Unreleased]', '### Added']));
});

describe.each(readdirSync(workflows))('the workflow %s', (file) => {
  const text = readFileSync(join(workflows, file), 'utf8');

  it('runs actions by their commit', () => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  it('may read, and keeps no credentials', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(text).toContain('persist-credentials: false');
  });

  it('runs everything, or follows a run of ci that has passed', () => {
    const followsCi = text.includes('workflows: [ci]') && text.includes("workflow_run.conclusion == 'success'");
    expect(followsCi || text.includes('bash .ci/run')).toBe(true);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe as sentenceOf } from '../../src/callback/failure';
import { failureGuide } from '../../src/callback/failure-guide';
import { warningGuide } from '../../src/observe/warning-guide';
import { vendors } from '../../src/vendors';
import type { AnyVendor } from '../../src/vendors/vendor';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'errors.md'), 'utf8');
const sections = new Map(page.split(/^### /m).map((section) => [section.slice(0, section.indexOf('\n')), section]));

const { ofFailure, ofWarning } = require('../../scripts/errors/chinese-texts');

const everyVendor: readonly AnyVendor[] = Object.values(vendors);
const kinds = [
  ...Object.keys(failureGuide),
  ...everyVendor.flatMap(({ failures }) => failures.map(({ kind }) => kind)),
];

describe('docs/errors.md', () => {
  it.each(kinds)('says of %s what happened, what is answered and what to do', (kind) => {
    const section = sections.get(kind) ?? '';
    for (const heading of ['Answered', 'To do']) expect(section).toMatch(new RegExp(`\\*\\*${heading}:\\*\\* \\S`));
  });

  it('tells the failures of one vendor with their status', () => {
    for (const failure of everyVendor.flatMap((vendor) => vendor.failures)) {
      expect(sentenceOf(failure)).not.toBe('');
      if (failure.status !== 200) expect(sections.get(failure.kind)).toContain(`HTTP ${failure.status}.`);
    }
  });
});

it('docs/zh-CN/errors.md has a Chinese text for each failure and warning, and for no other', () => {
  const listed = everyVendor.flatMap((vendor) => Object.keys(vendor.schema().failures));
  expect(Object.keys(ofFailure).sort()).toEqual([...Object.keys(failureGuide), ...listed].sort());
  expect(Object.keys(ofWarning).sort()).toEqual(Object.keys(warningGuide).sort());
});

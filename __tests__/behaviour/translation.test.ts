/**
 * A Chinese page says what the English one says, as far as that can be seen without reading it: the same sections, code, rows of
 * tables, names in code and numbers, and links to the same places.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { anchorOf } from '../support/heading-anchor';

const root = join(__dirname, '..', '..');
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

/** Pages of docs/ without a translation. */
const untranslated: Readonly<Record<string, string>> = {
  'commands.md': 'written from the catalogue, whose meanings are English; it has the Chinese titles of the commands',
};

const guides = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
const translated = guides.filter((name) => existsSync(join(root, 'docs/zh-CN', name)));
const pairs: readonly (readonly [english: string, chinese: string])[] = [
  ['README.md', 'README.zh-CN.md'],
  ...translated.map((name) => [`docs/${name}`, `docs/zh-CN/${name}`] as const),
];
const englishOf = new Map(pairs.map(([english, chinese]) => [chinese, english]));

const block = /^```.*\n[\s\S]*?^```$/gm;
const codeIn = (page: string) => textOf(page).match(block) ?? [];
const proseOf = (page: string) => textOf(page).replaceAll(block, '');
const headingsIn = (page: string) => [...proseOf(page).matchAll(/^(#+) (.*)$/gm)];
const levelsIn = (page: string) => headingsIn(page).map(([, level]) => level);
const rowsIn = (page: string) => (proseOf(page).match(/^\|.*\|$/gm) ?? []).length;

/** What stands between backquotes, also where the line ends in it. */
const namesIn = (page: string) =>
  new Set(
    [
      ...proseOf(page)
        .replaceAll(/\n(?!\n)/g, ' ')
        .matchAll(/`([^`]+)`/g),
    ].map(([, name = '']) => name.replaceAll(/ +/g, ' ')),
  );

const units: Readonly<Record<string, number>> = { million: 1e6, 万: 1e4, 亿: 1e8 };

/** The numbers in digits outside of code and links; a Chinese page may write one more in digits than the English one. */
const numbersIn = (page: string) =>
  new Set(
    [
      ...proseOf(page)
        .replaceAll(/`[^`]+`|\]\([^)]*\)/g, '')
        .matchAll(/(\d[\d,]*\d(?:\.\d+)?|\d(?:\.\d+)?) ?(million|万|亿)?/g),
    ].map(
      ([, digits = '', unit = '']) => Math.round(Number(digits.replaceAll(',', '')) * (units[unit] ?? 1) * 1e6) / 1e6,
    ),
  );

/** Where a link leads, in English terms: the English page, and which of its headings. */
function placeOf(link: string, page: string): string {
  if (/^[a-z]+:/.test(link)) return link;
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? page : posix.normalize(posix.join(posix.dirname(page), path));
  const place = englishOf.get(file) ?? file.replace(/\.zh-CN\.png$/, '.png');
  if (anchor === undefined) return place;
  const heading = headingsIn(file).findIndex(([, , text = '']) => anchorOf(text) === anchor);
  return `${place}, heading ${heading < 0 ? `#${anchor}` : heading + 1}`;
}

const linksIn = (page: string) => [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
const isOtherLanguage = (link: string, page: string, other: string) =>
  posix.normalize(posix.join(posix.dirname(page), link)) === other;
const placesIn = (page: string, other: string) =>
  linksIn(page)
    .filter((link) => !isOtherLanguage(link, page, other))
    .map((link) => placeOf(link, page))
    .sort();

it('every guide has a translation, or a reason why not', () => {
  expect(guides.length).toBeGreaterThan(15);
  expect(guides.filter((name) => !translated.includes(name))).toEqual(Object.keys(untranslated));
});

it('every translation has a page that it translates', () => {
  expect(readdirSync(join(root, 'docs/zh-CN')).filter((name) => !guides.includes(name))).toEqual([]);
});

describe.each(pairs)('%s and %s', (english, chinese) => {
  it('have the same code', () => expect(codeIn(chinese)).toEqual(codeIn(english)));

  it('have the same headings', () => {
    expect(levelsIn(english).length).toBeGreaterThan(0);
    expect(levelsIn(chinese)).toEqual(levelsIn(english));
  });

  it('have the same rows of tables', () => expect(rowsIn(chinese)).toBe(rowsIn(english)));

  it('have the same names in code, and the numbers of the English one', () => {
    expect([...namesIn(chinese)].sort()).toEqual([...namesIn(english)].sort());
    const written = numbersIn(chinese);
    expect([...numbersIn(english)].filter((number) => !written.has(number))).toEqual([]);
  });

  it('lead to the same places, the Chinese one to Chinese pages', () => {
    expect(placesIn(chinese, english)).toEqual(placesIn(english, chinese));
    const files = linksIn(chinese)
      .filter((link) => !/^([a-z]+:|#)/.test(link) && !isOtherLanguage(link, chinese, english))
      .map((link) => posix.normalize(posix.join(posix.dirname(chinese), link.replace(/#.*/, ''))));
    expect(files.filter((file) => pairs.some(([page]) => page === file))).toEqual([]);
  });

  it('lead to each other near the top', () => {
    const top = (page: string) => textOf(page).slice(0, 700);
    for (const [page, other] of [
      [english, chinese],
      [chinese, english],
    ] as const)
      expect(top(page)).toContain(`](${posix.relative(posix.dirname(page), other)})`);
  });
});

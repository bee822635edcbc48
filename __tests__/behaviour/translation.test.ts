/** The Chinese README says what the English one says: the same sections, the same code, the same pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = (name: string) => readFileSync(join(__dirname, '..', '..', name), 'utf8');
const [english, chinese] = [page('README.md'), page('README.zh-CN.md')];

const codeIn = (text: string) => [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([block]) => block);
const headingsIn = (text: string) =>
  [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^(#+) /gm)].map(([, level]) => level);
const rowsIn = (text: string) => (text.match(/^\|.*\|$/gm) ?? []).length;
const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target).filter((target) => !/^README/.test(target ?? ''));

it('has the same code', () => {
  expect(codeIn(english).length).toBeGreaterThan(4);
  expect(codeIn(chinese)).toEqual(codeIn(english));
});

it('has the same headings and rows', () => {
  expect(headingsIn(chinese)).toEqual(headingsIn(english));
  expect(rowsIn(chinese)).toBe(rowsIn(english));
});

it('leads to the same pages', () => expect(linksIn(chinese).sort()).toEqual(linksIn(english).sort()));

/** The demo's page says all in Chinese that it says in English. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessagePart } from '../../../src/message';

const demo = join(__dirname, '../../../demo');
const page = join(demo, 'public');
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

// A module of the browser, which only Node itself reads here.
const script = `import('./chinese.js').then(({ chinese }) => console.log(JSON.stringify(chinese)))`;
const printed = execFileSync(process.execPath, ['-e', script], { cwd: page, encoding: 'utf8', stdio: 'pipe' });
const chinese: Record<string, string> = JSON.parse(printed);

const each = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

function saidByModules(): string[] {
  const modules = readdirSync(page).filter((file) => file.endsWith('.js'));
  return modules.flatMap((file) => each(read(page, file), /\bt\(\s*'([^']*)'/g));
}

/** All texts but those that are the same in both languages, and the link to the other one. */
function saidByHtml(): string[] {
  const html = read(page, 'index.html').replace(/<(code|a id="language")[\s\S]*?<\/(code|a)>/g, '');
  const texts = [...each(html, />([^<]+)</g), ...each(html, /(?:aria-label|placeholder)="([^"]*)"/g)];
  return texts.map((text) => text.trim()).filter((text) => /[a-z]{2}/i.test(text));
}

/** A kind of part that is new does not compile here until it is added. */
const kinds: Record<MessagePart['kind'], true> = {
  ...{ text: true, image: true, sound: true, video: true, file: true, location: true, card: true, custom: true },
  ...{ face: true, merged: true, notice: true, typing: true, other: true },
};

function saidByServer(): string[] {
  const samples = each(read(demo, 'samples.ts'), /(?:label|about): '([^']*)'/g);
  const story = each(read(demo, 'story.ts') + read(demo, 'demo.ts'), /onStep\('([^']*)'/g);
  const errors = each(read(demo, 'routes.ts'), /status\(4(?:04|29)\)\.json\(\{ error: '([^']*)'/g);
  return [...samples, ...story, ...errors, ...Object.keys(kinds), 'empty'];
}

const said = new Set([...saidByModules(), ...saidByHtml(), ...saidByServer()]);

it.each([
  ['its modules', saidByModules()],
  ['its frame', saidByHtml()],
  ['the server', saidByServer()],
])('all that %s may say is there in Chinese', (_who, texts) => {
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter((text) => chinese[text] === undefined)).toEqual([]);
});

it('nothing is there that nobody says', () => {
  expect(Object.keys(chinese).filter((text) => !said.has(text))).toEqual([]);
});

it('the values of a sentence are in its Chinese form too', () => {
  const valuesOf = (text: string) => each(text, /\{(\d)\}/g).sort();
  for (const [english, text] of Object.entries(chinese))
    expect([text, valuesOf(text)]).toEqual([text, valuesOf(english)]);
});

it('every sentence of a module is in a language, and not written beside the others', () => {
  const modules = readdirSync(page).filter((file) => file.endsWith('.js') && file !== 'chinese.js');
  const loose = modules.flatMap((file) =>
    each(
      read(page, file).replace(/\bt\(\s*'[^']*'/g, ''),
      /(?<!\.)(?:textContent = |say\(|whenEmpty: |\}, )'([A-Z ][^']+)'/g,
    ),
  );
  expect(loose).toEqual([]);
});

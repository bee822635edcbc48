/** What the compiler says of mistakes: the user's own vendor, the name that is wrong, and what is there in its place. */
import { versions } from '../../support/editor/compilers';
import { type Consumer, compile, makeConsumer } from '../../support/editor/consumer';
import { mistakes, noMistakes } from '../../support/editor/mistakes';

const imports = `import { allow, answer, drop, imCallbacks, refuse, rewrite } from 'express-im-callbacks';\n`;
const names = Object.keys(mistakes);
const files = names.map((name, i) => [`mistake-${i}.ts`, `${imports}${mistakes[name]?.code}\n`]);

let consumer: Consumer;
beforeAll(() => {
  consumer = makeConsumer({ ...Object.fromEntries(files), 'no-mistakes.ts': imports + noMistakes });
}, 120_000);
afterAll(() => consumer?.remove());

/** Errors by file, each with the lines that explain it. */
function errorsByFile(printed: string): Map<string, string[]> {
  const errors = new Map<string, string[]>();
  for (const error of printed.split(/\n(?=\S)/)) {
    const [, file = 'compiler', text = error] = /([\w-]+\.ts)\(\d+,\d+\): (.*)/s.exec(error) ?? [];
    if (text.trim() !== '') errors.set(file, [...(errors.get(file) ?? []), text]);
  }
  return errors;
}

describe.each(versions)('TypeScript %s', (version) => {
  let errors: Map<string, string[]>;
  // Installing a compiler takes its time where npm has not kept it.
  beforeAll(() => {
    errors = errorsByFile(compile(consumer, version));
  }, 240_000);

  it('finds each mistake, and nothing else', () => {
    expect([...errors.keys()].sort()).toEqual(files.map(([file]) => file).sort());
  });

  it.each(names.map((name, i) => [name, `mistake-${i}.ts`]))('says what is wrong: %s', (name, file) => {
    const { words, code } = mistakes[name] ?? { words: [], code: '' };
    const [said = '', ...others] = errors.get(file) ?? [];
    const [firstLine = ''] = said.split('\n');
    for (const word of words) expect(firstLine).toContain(word);
    expect(others).toEqual([]);
    // Of a vendor that the user does not mount there is not a word.
    if (!code.includes('openim')) expect(said).not.toMatch(/openim/i);
    if (!code.includes('tencent') && code.includes('openim')) expect(said).not.toMatch(/tencent/i);
    expect(said).not.toContain('No overload matches');
  });
});

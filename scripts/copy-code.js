/**
 * Puts the code blocks of each page of docs/ into its translation: they are the same in both, byte for byte. Run by
 * `npm run docs`; a test of `npm test` compares the translations with the English pages.
 */
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const docs = join(__dirname, '..', 'docs');
const block = /^```.*\n[\s\S]*?^```$/gm;

for (const name of readdirSync(join(docs, 'zh-CN'))) {
  const blocks = readFileSync(join(docs, name), 'utf8').match(block) ?? [];
  const page = join(docs, 'zh-CN', name);
  const text = readFileSync(page, 'utf8');
  const places = text.match(block)?.length ?? 0;
  if (places !== blocks.length) {
    console.error(
      `docs/zh-CN/${name} has ${places} blocks of code, docs/${name} has ${blocks.length}: add or remove them by hand`,
    );
    process.exitCode = 1;
    continue;
  }
  const left = [...blocks];
  writeFileSync(
    page,
    text.replace(block, () => left.shift()),
  );
}

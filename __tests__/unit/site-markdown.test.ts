/** What the docs site makes of words and headings. Its modules are of the kind that jest does not load, so Node runs them. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(__dirname, '..', '..', 'site', 'markdown');

function call(file: string, name: string, argument: string): unknown {
  const url = pathToFileURL(join(folder, file)).href;
  const script = `import { ${name} } from '${url}'; console.log(JSON.stringify(${name}(${JSON.stringify(argument)})));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

it.each([
  ['群内发言', ['群内', '内发', '发言']],
  ['群', ['群']],
  ['腾讯云IM的SDK', ['腾讯', '讯云', 'IM', '的', 'SDK']],
  ['Group.CallbackAfterReadReceipt', ['Group', 'CallbackAfterReadReceipt', 'Callback', 'After', 'Read', 'Receipt']],
  ['event.key, ok', ['event', 'key', 'ok']],
])('%s is looked for as %j', (text, words) => expect(call('search-words.mjs', 'searchWords', text)).toEqual(words));

it('gives headings the anchors that they have on GitHub', () => {
  const text =
    '# Set `up`\n\n```sh\n# no heading\n```\n\n## A & B: c_d\n\n## 裁决，重试\n\n## A & B: c_d\n\n### See [it](x.md)';
  expect(call('headings.mjs', 'headingsOf', text)).toEqual([
    { level: 1, text: 'Set up', anchor: 'set-up' },
    { level: 2, text: 'A & B: c_d', anchor: 'a--b-c_d' },
    { level: 2, text: '裁决，重试', anchor: '裁决重试' },
    { level: 2, text: 'A & B: c_d', anchor: 'a--b-c_d-1' },
    { level: 3, text: 'See it', anchor: 'see-it' },
  ]);
});

/** Which file of the repository is which page. The files stay where GitHub and npm show them; nothing is written twice. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './repository.mjs';

/** The folder of the translation, in docs/ and on the site. */
export const chinese = 'zh-CN';

const markdownIn = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.md'))
        .sort()
    : [];

/** Files that are not in docs/, by the page that they become. */
const elsewhere = {
  'README.md': 'index.md',
  'README.zh-CN.md': `${chinese}/index.md`,
  'CONTRIBUTING.md': 'contributing.md',
  'CHANGELOG.md': 'changelog.md',
  'SECURITY.md': 'security-policy.md',
};

const vendorNotes = readdirSync(join(root, 'src', 'vendors'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, 'src', 'vendors', entry.name, 'README.md')))
  .map(({ name }) => [`src/vendors/${name}/README.md`, `vendors/${name}.md`]);

/** Path in the repository → path on the site. */
export const pageOfSource = new Map([
  ...Object.entries(elsewhere),
  ...vendorNotes,
  ...markdownIn('docs').map((name) => [`docs/${name}`, name]),
  ...markdownIn(`docs/${chinese}`).map((name) => [`docs/${chinese}/${name}`, `${chinese}/${name}`]),
]);

// One file becomes a page for each command.
pageOfSource.set('docs/commands.md', 'commands/index.md');
if (pageOfSource.has(`docs/${chinese}/commands.md`))
  pageOfSource.set(`docs/${chinese}/commands.md`, `${chinese}/commands/index.md`);

export const isChinese = (page) => page.startsWith(`${chinese}/`);

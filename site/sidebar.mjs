/** The order in which a newcomer reads. Titles are those of the pages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandFamilies } from './stage/commands.mjs';
import { entries } from './stage/entries.mjs';
import { chinese } from './stage/sources.mjs';

const pages = join(import.meta.dirname, 'pages');

const groups = [
  { en: 'Start', zh: '入门', pages: ['setting-up', 'messages', 'testing', 'local-development', 'faq'] },
  { en: 'Guides', zh: '指南', pages: ['migrating', 'hosts', 'deploying', 'security', 'rotating-secrets', 'own-inbox'] },
  { en: 'Inbox', zh: '收件箱', pages: ['reliability', 'postgres', 'scaling'] },
  { en: 'Operations', zh: '运维', pages: ['operations', 'upgrading', 'performance'] },
  {
    en: 'Reference',
    zh: '参考',
    pages: ['options', 'commands/index', 'errors', 'api/index', 'schemas', 'vendors/tencent', 'vendors/openim'],
  },
  { en: 'Project', zh: '项目', pages: ['architecture', 'contributing', 'changelog', 'security-policy'] },
];

/** Guides that are newer than this list. */
function unlisted() {
  const listed = groups.flatMap((group) => group.pages);
  return readdirSync(pages)
    .filter((name) => name.endsWith('.md') && name !== 'index.md')
    .map((name) => name.slice(0, -'.md'.length))
    .filter((page) => !listed.includes(page));
}

export function sidebar(language) {
  const base = language === 'zh' ? `/${chinese}/` : '/';
  const guides = groups.map((group) => ({
    text: group[language],
    items: [...group.pages, ...(group.en === 'Guides' ? unlisted() : [])]
      .filter((page) => existsSync(join(pages, base, `${page}.md`)))
      .map((page) => ({ text: titleOf(join(base, page)), link: linkTo(base, page) })),
  }));
  return { [base]: guides, [`${base}commands/`]: commandGroups(base), [`${base}api/`]: apiGroups(base) };
}

const linkTo = (base, page) => `${base}${page.replace(/(^|\/)index$/, '$1')}`;

function titleOf(page) {
  const text = readFileSync(join(pages, `${page}.md`), 'utf8');
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined) throw new Error(`${page}.md has no title`);
  return title;
}

/** Families only: all commands would be two thirds of each page. */
function commandGroups(base) {
  const link = `${base}commands/`;
  const all = { items: [{ text: titleOf(join(base, 'commands/index')), link }] };
  const vendors = commandFamilies().map(({ text, families }) => ({
    text,
    items: families.map((family) => ({ text: family.text, link: `${link}#${family.anchor}` })),
  }));
  return [all, ...vendors];
}

function apiGroups(base) {
  const items = entries.map(({ specifier }) => ({
    text: specifier.slice(specifier.indexOf('/') + 1),
    link: `${base}api/${specifier}`,
  }));
  return [{ text: 'API', link: `${base}api/`, items }];
}

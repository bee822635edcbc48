/** The home pages, out of the two READMEs: the name and the first paragraph stand in the hero, all else is below. */
import { textOf } from './repository.mjs';
import { chinese } from './sources.mjs';

const languages = [
  {
    source: 'README.md',
    path: 'index.md',
    base: '',
    actions: { start: 'Set it up', commands: 'Commands', api: 'API' },
  },
  {
    source: 'README.zh-CN.md',
    path: `${chinese}/index.md`,
    base: `/${chinese}`,
    actions: { start: '开始配置', commands: '回调命令', api: 'API' },
  },
];

export function homePages() {
  return languages.map(({ source, path, base, actions }) => {
    const { name, summary, rest } = partsOf(textOf(source), source);
    const hero = {
      name,
      tagline: summary,
      actions: [
        { theme: 'brand', text: actions.start, link: `${base}/setting-up` },
        { theme: 'alt', text: actions.commands, link: `${base}/commands/` },
        { theme: 'alt', text: actions.api, link: `${base}/api/` },
      ],
    };
    const head = { source, layout: 'home', hero, title: name, titleTemplate: false, description: summary };
    return { path, head, text: rest };
  });
}

/** A link to the README in the other language: on the site, every page has a switch for that. */
const languageLink = /\s*\[(?:中文|English)\]\([^)]*\)/g;

/** `# name`, a paragraph, and the rest. */
function partsOf(text, source) {
  const parts = /^# (?<name>.+)\n\n(?<summary>(?:.+\n)+)(?<rest>[\s\S]*)$/.exec(text.replaceAll(languageLink, ''));
  if (parts === null) throw new Error(`${source}: no title and paragraph where the home page looks for them`);
  const { name, summary, rest } = parts.groups;
  return { name, summary: plain(summary), rest };
}

/** Lines of a Chinese paragraph are joined without a space. */
function plain(markdown) {
  return markdown
    .replaceAll('**', '')
    .trim()
    .replaceAll(/(?<=[\p{Script=Han}，、。；：])\n|\n(?=\p{Script=Han})/gu, '')
    .replaceAll('\n', ' ');
}

/** The home pages, out of the two READMEs: name, first sentences and first code stand in the hero, the rest is below. */
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
  return languages.flatMap(({ source, path, base, actions }) => {
    const { name, summary, mount, rest } = partsOf(textOf(source), source);
    const hero = {
      name,
      tagline: summary,
      actions: [
        { theme: 'brand', text: actions.start, link: `${base}/setting-up` },
        { theme: 'alt', text: actions.commands, link: `${base}/commands/` },
        { theme: 'alt', text: actions.api, link: `${base}/api/` },
      ],
    };
    return [
      {
        path,
        head: { source, layout: 'home', hero, title: name, titleTemplate: false, description: summary },
        text: rest,
      },
      // Not a page of its own: the theme shows it beside the hero.
      { path: path.replace('index.md', 'parts/mount.md'), head: { source }, text: mount },
    ];
  });
}

/** `# name`, a paragraph, and all up to the end of the first TypeScript. */
function partsOf(text, source) {
  const parts =
    /^# (?<name>.+)\n\n(?<summary>(?:.+\n)+)\n(?<mount>[\s\S]*?```ts\n[\s\S]*?\n```\n)(?<rest>[\s\S]*)$/.exec(text);
  if (parts === null) throw new Error(`${source}: no title, paragraph and \`\`\`ts where the home page looks for them`);
  const { name, summary, mount, rest } = parts.groups;
  const withoutLanguage = (markdown) => markdown.replace(/\s*\[(?:中文|English)\]\([^)]*\)/g, '');
  return { name, summary: plain(withoutLanguage(summary)), mount: withoutLanguage(mount).trim(), rest };
}

/** Lines of a Chinese paragraph are joined without a space. */
function plain(markdown) {
  return markdown
    .replaceAll('**', '')
    .trim()
    .replaceAll(/(?<=[\p{Script=Han}，、。；：])\n|\n(?=\p{Script=Han})/gu, '')
    .replaceAll('\n', ' ');
}

import { defineConfig } from 'vitepress';
import { repositoryLinks } from '../markdown/links.mjs';
import { searchWords } from '../markdown/search-words.mjs';
import { searchedPage } from '../markdown/searched-page.mjs';
import { slug } from '../markdown/slug.mjs';
import { sidebar } from '../sidebar.mjs';
import { manifest, repositoryUrl } from '../stage/repository.mjs';
import { chinese } from '../stage/sources.mjs';
import { watchedSources } from '../stage/watch.mjs';

/** An arrow that comes back. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0a7d62"/><path d="M10 21h8a5 5 0 0 0 0-10h-8m4-4-4 4 4 4" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>';

export default defineConfig({
  title: manifest.name,
  description: manifest.description,
  // GitHub Pages serves a repository below its name: /express-im-callbacks/.
  base: process.env.SITE_BASE || '/',
  srcDir: 'pages',
  outDir: 'dist',
  // In place of the names of all pages in each page.
  metaChunk: true,
  // README names the address of the example app.
  ignoreDeadLinks: 'localhostLinks',
  head: [
    ['meta', { name: 'theme-color', content: '#0a7d62' }],
    ['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icon)}` }],
  ],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify: slug },
    config: (md) => md.use(repositoryLinks),
  },
  vite: { plugins: [watchedSources()], build: { chunkSizeWarningLimit: 4000 } },
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: english() },
    [chinese]: { label: '简体中文', lang: 'zh-CN', link: `/${chinese}/`, themeConfig: simplifiedChinese() },
  },
  themeConfig: {
    socialLinks: repositoryUrl === undefined ? [] : [{ icon: 'github', link: repositoryUrl }],
    externalLinkIcon: true,
    search: { provider: 'local', options: search() },
  },
});

function english() {
  return {
    nav: [
      { text: 'Guide', link: '/setting-up', activeMatch: '^/(?!api/|commands/|errors|options)[^/]+$' },
      { text: 'Commands', link: '/commands/', activeMatch: '^/commands/' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
      { text: manifest.version, link: '/changelog' },
    ],
    sidebar: sidebar('en'),
    outline: { level: [2, 3] },
  };
}

function simplifiedChinese() {
  const base = `/${chinese}`;
  return {
    nav: [
      { text: '指南', link: `${base}/setting-up`, activeMatch: `^${base}/(?!api/|commands/|errors|options)[^/]+$` },
      { text: '回调命令', link: `${base}/commands/`, activeMatch: `^${base}/commands/` },
      { text: 'API', link: `${base}/api/`, activeMatch: `^${base}/api/` },
      { text: manifest.version, link: `${base}/changelog` },
    ],
    sidebar: sidebar('zh'),
    outline: { level: [2, 3], label: '本页目录' },
    docFooter: { prev: '上一页', next: '下一页' },
    darkModeSwitchLabel: '外观',
    lightModeSwitchTitle: '切换到浅色模式',
    darkModeSwitchTitle: '切换到深色模式',
    sidebarMenuLabel: '菜单',
    returnToTopLabel: '返回顶部',
    langMenuLabel: '切换语言',
    skipToContentLabel: '跳到正文',
    notFound: {
      title: '找不到页面',
      quote: '这个地址没有页面，请搜索或返回首页。',
      linkLabel: '返回首页',
      linkText: '返回首页',
    },
  };
}

function search() {
  return {
    miniSearch: {
      options: { tokenize: searchWords },
      searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 8, titles: 2, text: 1 } },
    },
    _render: searchedPage,
    locales: {
      [chinese]: {
        translations: {
          button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
          modal: {
            displayDetails: '显示详情',
            resetButtonTitle: '清除',
            backButtonTitle: '关闭',
            noResultsText: '没有结果：',
            footer: {
              selectText: '打开',
              selectKeyAriaLabel: '回车',
              navigateText: '选择',
              navigateUpKeyAriaLabel: '上',
              navigateDownKeyAriaLabel: '下',
              closeText: '关闭',
              closeKeyAriaLabel: 'Esc',
            },
          },
        },
      },
    },
  };
}

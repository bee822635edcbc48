/**
 * A markdown-it plugin: links between files of the repository lead to their pages. The rest is left to VitePress, whose check for
 * dead links then sees what became of them.
 */
import { posix } from 'node:path';
import { downloads, pictures } from '../stage/files.mjs';
import { repositoryUrl } from '../stage/repository.mjs';
import { chinese, isChinese, pageOfSource } from '../stage/sources.mjs';
import { anchorOn, commandPageOf } from './anchors.mjs';

export function repositoryLinks(md) {
  md.core.ruler.push('repository links', ({ tokens, env }) => {
    const { source, hero } = env.frontmatter ?? {};
    if (source === undefined || (hero === undefined && env.relativePath === undefined)) return;
    for (const { children } of tokens) if (children) rewrite(children, source, env.relativePath);
  });
}

function rewrite(tokens, source, page) {
  let isPlain = false;
  for (const token of tokens) {
    if (token.type === 'image') token.attrSet('src', pictureOf(token.attrGet('src'), source));
    if (token.type === 'link_open' && token.attrGet('class') !== 'header-anchor') {
      const target = targetOf(token.attrGet('href'), source, page);
      isPlain = target === undefined;
      if (!isPlain) token.attrSet('href', target);
    }
    if (isPlain && /^link_/.test(token.type)) {
      isPlain = token.type === 'link_open';
      Object.assign(token, { type: 'text', tag: '', nesting: 0, attrs: null, content: '' });
    }
  }
}

/** The address on the site, or in the repository; undefined for a file that is in neither. */
function targetOf(href, source, page) {
  if (/^[a-z]+:/i.test(href) || href.startsWith('/commands/'))
    return href.startsWith('/') ? inLanguageOf(page, href) : href;
  const [path, anchor] = href.split('#');
  const file = path === '' ? source : posix.join(posix.dirname(source), decodeURI(path));
  if (downloads.includes(file) || pictures.includes(file)) return `/files/${posix.basename(file)}`;
  const command = commandPageOf(file, anchor);
  if (command !== undefined) return inLanguageOf(page, `/${command}`);
  const target = pageOfSource.get(file);
  if (target === undefined) return repositoryUrl && `${repositoryUrl}/blob/HEAD/${file}${anchor ? `#${anchor}` : ''}`;
  const isElsewhere = target === 'commands/index.md' && page !== target && page !== `${chinese}/${target}`;
  if (path === '' && !isElsewhere) return href;
  const shown = isChinese(page) ? inLanguageOf(page, `/${target}`).slice(1) : target;
  const hash = anchor === undefined ? undefined : anchorOn(shown, file, decodeURI(anchor));
  return `/${shown}${hash === undefined ? '' : `#${hash}`}`;
}

function pictureOf(src, source) {
  const file = posix.join(posix.dirname(source), src);
  if (!pictures.includes(file)) throw new Error(`${source}: no picture ${src} in docs/screenshots`);
  return `/files/${posix.basename(file)}`;
}

/** A Chinese page leads to Chinese pages; each is there, in English where it is not translated. */
function inLanguageOf(page, path) {
  return isChinese(page) && !isChinese(path.slice(1)) ? `/${chinese}${path}` : path;
}

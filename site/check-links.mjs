/**
 * Holds every link and picture of the built site against its pages and their anchors. VitePress checks that a page is there; this
 * checks where on the page a link leads, and what is not Markdown.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const folder = join(import.meta.dirname, 'dist');
const base = process.env.SITE_BASE || '/';

const pages = new Map(
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.html'))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
);
if (pages.size === 0) throw new Error('dist/ has no pages; run: npm run site');
const anchors = new Map([...pages].map(([name, html]) => [name, new Set(valuesOf(html, 'id'))]));

const dead = [...pages].flatMap(([page, html]) => {
  const links = new Set([...valuesOf(html, 'href'), ...valuesOf(html, 'src')]);
  return [...links].map((link) => problemOf(link, page)).filter((problem) => problem !== undefined);
});
for (const problem of dead) console.error(problem);
console.log(`${pages.size} pages, ${dead.length} dead links`);
if (dead.length > 0) process.exitCode = 1;

function valuesOf(html, attribute) {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => unescaped(value));
}

function unescaped(text) {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}

function problemOf(link, page) {
  if (/^(?:[a-z]+:|\/\/)/i.test(link)) return undefined;
  const [path, anchor] = decodeURI(link).split('#');
  if (path.startsWith('/') && !path.startsWith(base)) return `${page}: ${link} is not below ${base}`;
  const within = path.startsWith('/') ? path.slice(base.length) : posix.join(posix.dirname(page), path);
  const file = path === '' ? page : within.replace(/(^|\/)$/, '$1index.html');
  if (!existsSync(join(folder, file))) return `${page}: ${link} leads to no file`;
  if (!anchor || !anchors.has(file)) return undefined;
  return anchors.get(file).has(anchor) ? undefined : `${page}: ${link} leads to no heading`;
}

/** A page that nobody has translated is there in Chinese too, in English and with a line that says so. */
import { chinese, isChinese } from './sources.mjs';

const note = '::: info 说明\n本页尚无中文版，以下为英文原文。\n:::\n';

export function withFallbacks(pages) {
  const paths = new Set(pages.map(({ path }) => path));
  const fallbacks = pages
    .filter(({ path }) => !isChinese(path) && !paths.has(`${chinese}/${path}`))
    .map(({ path, head, text }) => ({
      path: `${chinese}/${path}`,
      head: { ...head, isFallback: true },
      text: noted(text),
    }));
  return [...pages, ...fallbacks];
}

/** The line stands under the title. */
function noted(text) {
  return text.replace(/^(# .*\n)/m, `$1\n${note}`);
}

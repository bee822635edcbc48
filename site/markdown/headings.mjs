import { slug } from './slug.mjs';

/** The headings of a Markdown text, with their anchors. */
export function headingsOf(markdown) {
  const prose = markdown.replaceAll(/^(```+).*\n[\s\S]*?^\1$/gm, '');
  const times = new Map();
  return [...prose.matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks, heading]) => {
    const text = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '');
    const name = slug(text);
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    return { level: marks.length, text, anchor: before === 0 ? name : `${name}-${before}` };
  });
}

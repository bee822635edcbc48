import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where VitePress finds the pages. */
export const folder = join(import.meta.dirname, '..', 'pages');

export function writePage({ path, head, text }) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${frontMatter(head)}\n${text}`);
}

/** JSON is YAML. */
function frontMatter(head) {
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

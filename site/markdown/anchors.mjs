/** What the anchors of a page are, and which of them became pages of their own. */
import { createRequire } from 'node:module';
import { pageOfCommand } from '../stage/commands.mjs';
import { textOf } from '../stage/repository.mjs';
import { pageOfSource } from '../stage/sources.mjs';
import { headingsOf } from './headings.mjs';
import { slug } from './slug.mjs';

const { commands } = createRequire(import.meta.url)('../../dist');
const commandOfAnchor = new Map(commands.map(({ command }) => [slug(command), command]));

/** The page of the command whose heading a link into docs/commands.md means. */
export function commandPageOf(file, anchor) {
  if (!/^docs\/(?:.+\/)?commands\.md$/.test(file)) return undefined;
  const wire = commandOfAnchor.get(anchor);
  return wire && pageOfCommand(wire);
}

/** The anchor on the page that is shown for this file: a translation has the same headings, under names of its own. */
export function anchorOn(page, file, anchor) {
  if (pageOfSource.get(file) === page) return anchor;
  const translation = [...pageOfSource].find(([, path]) => path === page)?.[0];
  if (translation === undefined) return anchor; // shown in English
  const [headings, translated] = [file, translation].map((name) =>
    headingsOf(textOf(name)).map(({ anchor: own }) => own),
  );
  const isTranslated = headings.length === translated.length;
  return isTranslated ? translated[headings.indexOf(anchor)] : undefined;
}

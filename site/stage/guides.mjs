/** The pages that are written by hand, as they are. */
import { textOf } from './repository.mjs';
import { pageOfSource } from './sources.mjs';

/** The line of a page that leads to its translation: on the site, every page has a switch for that. */
const languageLine = /^\[(?:中文|English)\]\([^)]*\)\n+/m;

/** Pages that are put together from their source by home.mjs and commands.mjs. */
const isMadeOtherwise = (page) => /(?:^|\/)index\.md$/.test(page);

export function guidePages() {
  return [...pageOfSource]
    .filter(([, path]) => !isMadeOtherwise(path))
    .map(([source, path]) => ({ path, head: { source }, text: textOf(source).replace(languageLine, '') }));
}

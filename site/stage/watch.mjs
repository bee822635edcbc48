/** A Vite plugin for `npm run site:dev`: a page is written again when its source changes. */
import { relative } from 'node:path';
import { withFallbacks } from './fallbacks.mjs';
import { root } from './repository.mjs';
import { repositoryPages } from './repository-pages.mjs';
import { pageOfSource } from './sources.mjs';
import { writePage } from './write.mjs';

export function watchedSources() {
  return {
    name: 'watched sources',
    apply: 'serve',
    configureServer({ watcher }) {
      watcher.add([...pageOfSource.keys()].map((source) => `${root}/${source}`));
      watcher.on('change', (file) => {
        const changed = relative(root, file).replaceAll('\\', '/');
        for (const page of withFallbacks(repositoryPages())) if (page.head.source === changed) writePage(page);
      });
    },
  };
}

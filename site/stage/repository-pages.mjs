import { commandPages } from './commands.mjs';
import { guidePages } from './guides.mjs';
import { homePages } from './home.mjs';

/** All pages that are made of Markdown in the repository. */
export const repositoryPages = () => [...homePages(), ...guidePages(), ...commandPages()];

/** Installs what the site is built with: nobody else needs it, so it has a lock file of its own. */
import { fileURLToPath } from 'node:url';
import npmCi from '../scripts/npm-ci.js';

const { install, isLinked, isOld } = npmCi;
const site = fileURLToPath(new URL('.', import.meta.url));

if (!isLinked(site) && isOld(site)) {
  console.log('Installing what the site is built with …');
  install(site);
}

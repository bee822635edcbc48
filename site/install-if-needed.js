/** Installs what the site is built with: nobody else needs it, so it has a lock file of its own. */
const { install, isLinked, isOld } = require('../scripts/npm-ci');

if (!isLinked(__dirname) && isOld(__dirname)) {
  console.log('Installing what the site is built with …');
  install(__dirname);
}

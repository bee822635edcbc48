/** Keeps nothing: the engine that shows that a loss would be noticed. */
module.exports = {
  makeInbox() {
    const { memoryInbox } = require('../../../dist/inbox/memory');
    return memoryInbox();
  },
};

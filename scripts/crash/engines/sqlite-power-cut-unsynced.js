/** The same with synchronous=NORMAL: the engine that shows that a loss by a power cut would be noticed. */
const { join } = require('node:path');
const { setUp } = require('./sqlite-power-cut');
const { makeInbox } = require('./sqlite-unsynced');

module.exports = { makeInbox: (folder) => makeInbox(join(folder, 'disk')), setUp };

/** Redis syncs once a second: the engine that shows that a power cut of Redis would be noticed. */
module.exports = require('./bullmq-power-cut').powerCutEngine('everysec');

/** No ACK waits for the replica: the engine that shows that a loss by failover would be noticed. */
module.exports = require('../redis-failover').failoverEngine('planned', 0);

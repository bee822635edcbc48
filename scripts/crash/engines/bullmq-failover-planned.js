/** BullMQ on a Redis whose replica takes over because the operator says so; each ACK waits for it. */
module.exports = require('../redis-failover').failoverEngine('planned', 1);

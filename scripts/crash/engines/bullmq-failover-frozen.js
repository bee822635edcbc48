/** BullMQ on a Redis that stops silently, and whose replica takes over; each ACK waits for it. */
module.exports = require('../redis-failover').failoverEngine('frozen', 1);

/** BullMQ on a Redis that is killed under load, and whose replica takes over; each ACK waits for it. */
module.exports = require('../redis-failover').failoverEngine('killed', 1);

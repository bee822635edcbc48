const { randomInt } = require('node:crypto');
const { once } = require('node:events');
const { createServer } = require('node:net');

/** Below the ports that Linux gives to outgoing connections (ip_local_port_range): one of those may be taken again at once. */
const [first, last] = [10_000, 32_767];

/** A port of 127.0.0.1 that was free a moment ago, and that nobody gets who does not ask for this one. */
exports.freePort = async function freePort() {
  for (;;) {
    const server = createServer().listen(randomInt(first, last + 1), '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    const { port } = server.address();
    server.close();
    await once(server, 'close');
    return port;
  }
};

/** A network between two processes of this machine: what goes over it, in either direction, arrives `delayMs` later. */
const { once } = require('node:events');
const { connect, createServer } = require('node:net');

/** Resolves with `{ port, close }`: a client of `port` speaks to `target` on 127.0.0.1. */
async function delayedLink(target, delayMs) {
  const sockets = new Set();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: target, host: '127.0.0.1', noDelay: true });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      sockets.add(from);
      // Timers of the same length end in the order in which they began.
      from.on('data', (data) => setTimeout(() => to.writable && to.write(data), delayMs));
      from.on('error', () => {}); // it closes then
      from.on('close', () => {
        sockets.delete(from);
        setTimeout(() => to.destroy(), delayMs);
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

module.exports = { delayedLink };

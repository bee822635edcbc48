/**
 * The network between two machines: each chunk arrives `ms` later. When it is cut, the chunks on their way are lost.
 */
const { createServer, connect } = require('node:net');
const { once } = require('node:events');

async function makeLink(to, ms) {
  const sockets = new Set();
  let isCut = false;
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const [from, into] of [
      [near, far],
      [far, near],
    ]) {
      sockets.add(from.setNoDelay(true));
      from.on('data', (piece) => setTimeout(() => isCut || into.write(piece), ms));
      from.on('error', () => {});
      from.on('close', () => into.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  function cut() {
    isCut = true;
    for (const socket of sockets) socket.destroy();
    server.close();
  }

  return { port: server.address().port, cut };
}

module.exports = { makeLink };

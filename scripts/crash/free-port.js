/** A port that was free a moment ago, on 127.0.0.1. */
const { once } = require('node:events');
const { createServer } = require('node:net');

exports.freePort = async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};

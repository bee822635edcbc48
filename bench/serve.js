/** One target in a process of its own: `serve.js <name>`. Tells its port, and when asked what it has used and done. */
const http = require('node:http');
const targets = require('./targets');
const { countSeen } = require('./targets/checks');

async function main() {
  const made = await targets[process.argv[2]].make();
  const server = typeof made === 'function' ? http.createServer(made) : made;
  server.keepAliveTimeout = 120_000; // while others have their turn
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
  process.on('message', () => {
    globalThis.gc?.(); // only bench/slow-bodies.js lets it be asked for
    const { rss, heapUsed: heap } = process.memoryUsage();
    process.send({ cpu: process.cpuUsage(), rss, heap, seen: countSeen() });
  });
  process.on('disconnect', () => process.exit());
}

main();

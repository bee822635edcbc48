/**
 * What a body that is still on its way holds in memory, beside the hand-written route: `node bench/slow-bodies.js [bodies]`, 1,000 unless
 * told. Heap after a collection, before and after so many requests have sent 400 bytes of their body.
 */
const { once } = require('node:events');
const net = require('node:net');
const { setTimeout: pause } = require('node:timers/promises');
const { start } = require('./running');
const requests = require('./requests');

const names = ['package, node:http', 'package, Express 5', 'hand-written, Express 5'];
const part = 400;

/** A connection whose request is not whole yet. */
async function openSlowly(port, request) {
  const socket = net.connect(port, '127.0.0.1').on('error', () => {});
  await once(socket, 'connect');
  const head = request.indexOf('\r\n\r\n') + 4;
  socket.write(request.subarray(0, head + part));
  return socket;
}

/** Bytes of heap of one such body. */
async function heapOf(name, bodies, node) {
  const target = await start(name, { node, execArgv: ['--expose-gc'] });
  await target.round(3000);
  const before = (await target.ask()).heap;
  const nextRequest = requests.tencent();
  const sockets = [];
  for (let i = 0; i < bodies; i++) sockets.push(await openSlowly(target.port, nextRequest()));
  await pause(300); // the last of them is read
  const { heap } = await target.ask();
  for (const socket of sockets) socket.destroy();
  await target.stop();
  return (heap - before) / bodies;
}

async function measureSlowBodies({ bodies = 1000, node = process.execPath } = {}) {
  const heap = {};
  for (const name of names) heap[name] = await heapOf(name, bodies, node);
  return heap;
}

module.exports = { measureSlowBodies };
if (require.main === module)
  measureSlowBodies({ bodies: Number(process.argv[2] ?? 1000) }).then((heap) => {
    for (const [name, bytes] of Object.entries(heap))
      console.log(`${name.padEnd(28)} ${(bytes / 1024).toFixed(2)} KB of heap for each body on its way`);
  });

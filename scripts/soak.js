/**
 * Memory under hostile traffic: `node --expose-gc scripts/soak.js [requests]` (default 100,000) sends forged, broken
 * and oversized requests, some of them cut off, and prints the heap after garbage collection at ten points of the way.
 */
const http = require('node:http');
const net = require('node:net');
const { imCallbacks } = require('..');

const total = Number(process.argv[2] ?? 100_000);
const token = 'soak-token';
const callbacks = imCallbacks({
  tencent: { sdkAppId: 1400000001, token, replayGuard: { maxEntries: 1000 }, unsignedGrace: true, bodyTimeoutMs: 50 },
  openim: { secret: 'soak-secret-segment', bodyTimeoutMs: 50 },
  maxConcurrent: 50,
  onFailure: () => {},
  onSettled: () => {},
  onGroupMsg: () => {
    throw new Error('the handler is down');
  },
});
const server = http.createServer(callbacks);
const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
const query = 'SdkAppid=1400000001&CallbackCommand=Group.CallbackAfterSendMsg';

const kinds = [
  (i) => [`/?${query}`, `{"GroupId":"g","From_Account":"a","MsgBody":[],"Random":${i}}`],
  (i) => [`/?SdkAppid=${i}&CallbackCommand=X`, '{}'],
  (i) => [`/?${query}&Sign=${'0'.repeat(64)}&RequestTime=${i}`, '{}'],
  (i) => [`/wrong-${i}/callbackAfterJoinGroupCommand`, '{}'],
  (i) => [`/soak-secret-segment/callbackUnknown${i}`, `{"x${i}":1}`],
  () => [`/?${query}`, `{"MsgBody":[${'0,'.repeat(2000)}0]}`],
  () => [`/?${query}`, '{"__proto__":{"x":1},"GroupId":'],
  () => [`/?${query}`, 'x'.repeat(300_000)],
];

function post(port, [path, body]) {
  return new Promise((resolve) => {
    const headers = { 'Content-Length': Buffer.byteLength(body) };
    const req = http.request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (res) =>
      res.resume().on('end', resolve),
    );
    req.on('error', resolve).end(body);
  });
}

/** Starts a body and hangs up. */
function abort(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write(`POST /?${query} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"Group`, () => socket.destroy());
    });
    socket.on('close', resolve).on('error', () => {});
  });
}

async function main() {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  let sent = 0;
  const report = () => {
    global.gc?.();
    console.log(String(sent).padStart(8), 'requests, heap', (process.memoryUsage().heapUsed / 1e6).toFixed(1), 'MB');
  };
  const sender = async () => {
    while (sent < total) {
      const i = sent++;
      await (i % 20 === 0 ? abort(port) : post(port, kinds[i % kinds.length](i)));
      if (i % (total / 10) === 0) report();
    }
  };
  await Promise.all(Array.from({ length: 8 }, sender));
  report();
  console.log('still running:', (await callbacks.drain({ timeoutMs: 1000 })).unfinished);
  agent.destroy();
  server.close();
  server.closeAllConnections();
}

main();

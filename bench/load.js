/** Load over plain sockets, one request at a time on each: a client that costs little, so that the server is what is measured. */
const net = require('node:net');

/** Sends `count` requests and resolves when all are answered; `nextRequest` gives the bytes. Anything but 200 rejects. */
function load({ port, connections, count, nextRequest }) {
  let left = count;
  const one = () =>
    new Promise((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1').setNoDelay();
      let answer = '';
      const go = () => {
        if (left-- <= 0) return socket.end(resolve);
        answer = '';
        socket.write(nextRequest());
      };
      socket.setEncoding('latin1').on('data', (chunk) => {
        answer += chunk;
        if (!isWhole(answer)) return;
        if (answer.startsWith('HTTP/1.1 200')) go();
        else socket.destroy(new Error(answer));
      });
      socket.on('connect', go).on('error', reject);
      socket.on('close', () => reject(new Error('the server closed the connection')));
    });
  return Promise.all(Array.from({ length: connections }, one));
}

function isWhole(answer) {
  const end = answer.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(answer);
  return length === null ? answer.endsWith('\r\n0\r\n\r\n') : answer.length >= end + 4 + Number(length[1]);
}

module.exports = { load };

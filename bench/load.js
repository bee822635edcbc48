/** Load over plain sockets, one request at a time on each: a client that costs little, so that the server is what is measured. */
const net = require('node:net');

/** One connection that stays open. */
function connect(port) {
  const socket = net.connect(port, '127.0.0.1').setNoDelay().setEncoding('latin1');
  let answer = '';
  let waiting;
  const fail = (error) => waiting?.reject(error ?? new Error('the server closed the connection'));
  socket.on('error', fail).on('close', () => fail());
  socket.on('data', (chunk) => {
    answer += chunk;
    if (!isWhole(answer)) return;
    const whole = answer;
    answer = '';
    if (whole.startsWith('HTTP/1.1 200')) waiting.next();
    else waiting.reject(new Error(whole));
  });
  /** Sends requests one after another, as long as `more` gives one. */
  const sendAll = (more) =>
    new Promise((resolve, reject) => {
      const next = () => {
        const request = more();
        if (request === undefined) resolve();
        else socket.write(request);
      };
      waiting = { next, reject };
      next();
    });
  return { sendAll, close: () => socket.destroy() };
}

function isWhole(answer) {
  const end = answer.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(answer);
  return length === null ? answer.endsWith('\r\n0\r\n\r\n') : answer.length >= end + 4 + Number(length[1]);
}

/** So many connections to a server. `send` resolves when `count` requests are answered; anything but 200 rejects. */
function openConnections(port, connections) {
  const open = Array.from({ length: connections }, () => connect(port));
  const send = (count, nextRequest) => {
    let left = count;
    const more = () => (left-- > 0 ? nextRequest() : undefined);
    let sending = true;
    // A sleeping core is woken by the process that writes to it: 5 to 15 µs a request on a virtual machine, counted as the
    // server's, and more of them the slower the server is. So this process never sleeps while it waits.
    const stayAwake = () => sending && setImmediate(stayAwake);
    stayAwake();
    return Promise.all(open.map(({ sendAll }) => sendAll(more))).finally(() => {
      sending = false;
    });
  };
  const close = () => {
    for (const connection of open) connection.close();
  };
  return { send, close };
}

module.exports = { openConnections };

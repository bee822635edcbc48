/**
 * The sender, in a process of its own, forked. It receives `{ port, first, pauseMs }`, and posts messages numbered from
 * `first` on over several connections until the server is gone, each `pauseMs` after the last one of its connection. It
 * sends `begun` at the first ACK, and at the end the numbers that were acknowledged and the next free one.
 */
const http = require('node:http');
const { setTimeout: pause } = require('node:timers/promises');

const connections = 16;
const conversations = 50;

function post(port, agent, number) {
  const body = JSON.stringify({
    CallbackCommand: 'Group.CallbackAfterSendMsg',
    GroupId: `g${number % conversations}`,
    From_Account: 'u_alice',
    MsgSeq: number,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: `text-${number}-`.padEnd(200, 'x') } }],
  });
  const path = `/im-callback?SdkAppid=1400000001&CallbackCommand=Group.CallbackAfterSendMsg&RequestId=op-${number}`;
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const req = http.request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (res) => {
      let text = '';
      res.on('data', (chunk) => {
        text += chunk;
      });
      res.on('error', reject);
      res.on('end', () => resolve(res.statusCode === 200 && res.complete && JSON.parse(text).ActionStatus === 'OK'));
    });
    req.on('error', reject).end(body);
  });
}

process.on('message', async ({ port, first, count = Number.POSITIVE_INFINITY, pauseMs = 0 }) => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const acknowledged = [];
  let next = first;
  let refused = 0;
  const sender = async () => {
    while (next < first + count) {
      const number = next++;
      if (!(await post(port, agent, number))) refused += 1;
      else if (acknowledged.push(number) === 1) process.send({ begun: true });
      if (pauseMs > 0) await pause(pauseMs);
    }
  };
  // Each sender ends at its first broken connection: the server was killed.
  await Promise.allSettled(Array.from({ length: connections }, sender));
  agent.destroy();
  process.send({ acknowledged, refused, next });
});
process.on('disconnect', () => process.exit());

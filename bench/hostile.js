/**
 * Worst bodies within the limit, over HTTP: how long the event loop is blocked, and how large the answer is.
 * `node bench/hostile.js [repeats]`. Prints; asserts nothing, since times are this machine's.
 */
const http = require('node:http');
const { performance } = require('node:perf_hooks');
const { imCallbacks } = require('..');

const repeats = Number(process.argv[2] ?? 20);
const limit = 256 * 1024;
const url = '/?SdkAppid=1400000001&CallbackCommand=Group.CallbackAfterSendMsg';
const message = (fields) => JSON.stringify({ GroupId: 'g', From_Account: 'a', MsgBody: [], ...fields });
const times = (text) => text.repeat(Math.floor((limit - 200) / text.length));
const list = (element) => times(`${element},`).slice(0, -1);

const bodies = {
  'an honest message of 1 KB': message({ CloudCustomData: 'x'.repeat(800) }),
  'one string up to the limit': message({ CloudCustomData: times('x') }),
  'zeros as MsgBody': `{"GroupId":"g","From_Account":"a","MsgBody":[${list('0')}]}`,
  'empty objects as MsgBody': `{"GroupId":"g","From_Account":"a","MsgBody":[${list('{}')}]}`,
  'text elements without text': `{"GroupId":"g","From_Account":"a","MsgBody":[${list('{"MsgType":"TIMTextElem","MsgContent":{}}')}]}`,
  'good elements, the last one bad': `{"GroupId":"g","From_Account":"a","MsgBody":[${list('{"MsgType":"TIMFaceElem","MsgContent":{"Index":1}}')},0]}`,
  'elements that all need normalising': `{"GroupId":"g","From_Account":"a","MsgBody":[${list('{"MsgType":"TIMFaceElem","MsgContent":{"Index":"1"}}')}]}`,
  'distinct keys': `{${Array.from({ length: 22_000 }, (_, i) => `"k${i}":1`).join()}}`,
  'nested lists': `{"a":${'['.repeat(limit / 2 - 100)}${']'.repeat(limit / 2 - 100)}}`,
  'nested objects': `{"a":${'{"a":'.repeat(limit / 6 - 100)}1${'}'.repeat(limit / 6 - 100)}}`,
  'numbers beyond 2^53': `{"GroupId":"g","From_Account":"a","MsgBody":[],"x":[${list('12345678901234567890')}]}`,
  'escaped quotes and one big number': `{"a":"${times('\\"').slice(0, -40)}1234567890123456"}`,
  'unicode escapes': `{"a":"${times('\\u00e9')}"}`,
};

const longPath = `/${'a'.repeat(60_000)}/x`;
const openimLimit = 640 * 1024;
const info = '/callbackBeforeSetGroupInfoExCommand';
const many = (count, one) => Array.from({ length: count }, (_, i) => one(i)).join();
const openimBodies = {
  'OpenIM: 46,000 member ids': `{"groupID":"g","membersID":[${many(46_000, (i) => `"41000${100_000 + i}"`)}]}`,
  'OpenIM: distinct keys and a big number': `{"groupID":5,"b":12345678901234567,${many(60_000, (i) => `"k${i}":1`)}}`,
  'OpenIM: objects of distinct shapes': `{"groupID":"g","x":[${many(50_000, (i) => `{"k${i}":1}`)}]}`,
  'OpenIM: one long path': '{}',
};

const server = http.createServer(
  { maxHeaderSize: 65_536 },
  imCallbacks({
    tencent: { sdkAppId: 1400000001 },
    openim: {},
    onGroupMsg: () => {},
    onSettled: () => {},
    onFailure: () => {},
  }),
);

function post(port, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Length': Buffer.byteLength(body) };
    const req = http.request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (res) => {
      let bytes = 0;
      res.on('data', (chunk) => {
        bytes += chunk.length;
      });
      res.on('end', () => resolve({ status: res.statusCode, bytes }));
    });
    req.on('error', reject).end(body);
  });
}

/** The longest stretch in which a timer that is always due did not come to run. */
function watchLoop() {
  let last = performance.now();
  let worst = 0;
  const look = () => {
    const now = performance.now();
    worst = Math.max(worst, now - last);
    last = now;
    handle = setImmediate(look);
  };
  let handle = setImmediate(look);
  return () => {
    clearImmediate(handle);
    return worst;
  };
}

async function main() {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  console.log(
    `Node ${process.version}, limit ${limit} bytes, worst of ${repeats}; sender and receiver share the loop\n`,
  );
  console.log('body'.padEnd(40), 'bytes'.padStart(8), 'status', 'answer', 'JSON.parse', 'loop blocked');
  const rows = [
    ...Object.entries(bodies).map(([name, body]) => [name, url, body]),
    ...Object.entries(openimBodies).map(([name, body]) => [name, name.includes('path') ? longPath : info, body]),
  ];
  for (const [name, path, body] of rows) {
    if (body.length > openimLimit) throw new Error(`${name} is over the limit: ${body.length}`);
    let parse = 0;
    let blocked = 0;
    let answer;
    for (let i = 0; i < repeats; i++) {
      const before = performance.now();
      JSON.parse(body);
      parse = Math.max(parse, performance.now() - before);
      const stop = watchLoop();
      answer = await post(port, path, body);
      blocked = Math.max(blocked, stop());
    }
    const cells = [String(body.length).padStart(8), answer.status, String(answer.bytes).padStart(6)];
    console.log(
      name.padEnd(40),
      ...cells,
      `${parse.toFixed(1)} ms`.padStart(10),
      `${blocked.toFixed(1)} ms`.padStart(12),
    );
  }
  server.close();
  server.closeAllConnections();
}

main();

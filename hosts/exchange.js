/** Sends one request over HTTP/1.1 or HTTP/2, and resolves with status and body, or with what went wrong. */
const http = require('node:http');
const http2 = require('node:http2');
const { compose } = require('./requests');

/** Longest time for a reply, in milliseconds: longer than a deadline of the receiver. */
const patienceMs = 10_000;

function exchange(port, request, { http2: overHttp2 = false, below = '' }) {
  const { path, ...rest } = compose(request);
  const composed = { path: `${below}${path}`, ...rest };
  const sent = overHttp2 ? sendHttp2(port, composed) : sendHttp1(port, composed);
  return sent.catch((error) => ({ status: 0, reply: error.message }));
}

function sendHttp1(port, { path, headers, bytes }) {
  return new Promise((resolve, reject) => {
    const req = http.request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers,
      agent: false,
      timeout: patienceMs,
    });
    req.on('timeout', () => req.destroy(new Error(`no reply after ${patienceMs} ms`)));
    req.on('error', reject);
    req.on('response', async (res) => resolve({ status: res.statusCode, reply: await textOf(res) }));
    // In two writes, so that nothing but the headers says how long the body is.
    req.write(bytes.subarray(0, 10));
    req.end(bytes.subarray(10));
  });
}

function sendHttp2(port, { path, headers, bytes }) {
  return new Promise((resolve, reject) => {
    const session = http2.connect(`http://127.0.0.1:${port}`);
    session.on('error', reject);
    const stream = session.request({ ':method': 'POST', ':path': path, ...headers });
    stream.setTimeout(patienceMs, () => stream.destroy(new Error(`no reply after ${patienceMs} ms`)));
    stream.on('error', reject);
    stream.on('response', async ({ ':status': status }) => {
      const reply = await textOf(stream);
      session.close();
      resolve({ status, reply });
    });
    stream.end(bytes);
  });
}

async function textOf(stream) {
  return Buffer.concat(await stream.toArray()).toString('utf8');
}

module.exports = { exchange };

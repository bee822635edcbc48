/** Attacks over real sockets: none gets in, none brings the receiver down, none learns a secret. */
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { imCallbacks } from '../../src';
import { sign } from '../../src/vendors/tencent/receive/signature';

const sdkAppId = 1400000001;
const token = 'hostile-test-token';
const secret = 'hostile-test-secret-segment';
const handled: string[] = [];
const told: string[] = [];
const rejections: unknown[] = [];

const callbacks = imCallbacks({
  tencent: { sdkAppId, token, replayGuard: true, bodyTimeoutMs: 400, deadlineMs: 400 },
  openim: { secret, bodyTimeoutMs: 400, deadlineMs: 400 },
  onGroupMsg: (event) => void handled.push(event.command),
  onReadReceipt: (event) => void handled.push(event.command),
  onFailure: (failure) => told.push(JSON.stringify(failure)),
  onSettled: (record) => told.push(JSON.stringify(record)),
});
// Slow heads are Node's to cut off; by default it looks for them every 30 s.
const server = http.createServer({ headersTimeout: 300, connectionsCheckingInterval: 50 }, callbacks);
const noteRejection = (reason: unknown) => rejections.push(reason);
beforeAll(async () => {
  process.on('unhandledRejection', noteRejection);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  process.off('unhandledRejection', noteRejection);
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  handled.length = 0;
  told.length = 0;
});

/** Writes bytes, piece by piece, and reads until the other side closes, or has said as much as is expected and no more. */
function talk(pieces: (string | Buffer)[], expected: number, pauseMs = 0): Promise<string> {
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  return new Promise((resolve) => {
    const end = () => {
      socket.destroy();
      resolve(answer);
    };
    let silence = setTimeout(end, 3000);
    socket.on('data', (chunk) => {
      answer += chunk;
      clearTimeout(silence);
      silence = setTimeout(end, statuses(answer).length < expected ? 3000 : 30);
    });
    socket.on('close', end);
    socket.on('error', end);
    void (async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        socket.write(piece);
        if (pauseMs > 0) await new Promise((next) => setTimeout(next, pauseMs));
      }
    })();
  });
}

function post(target: string, body: string | Buffer, headers: string[] = []): Buffer {
  const head = [`POST ${target} HTTP/1.1`, 'Host: x', ...headers, `Content-Length: ${Buffer.byteLength(body)}`, '', ''];
  return Buffer.concat([Buffer.from(head.join('\r\n')), Buffer.from(body)]);
}

const statuses = (answer: string) => [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
const seconds = (offset = 0) => String(Math.floor(Date.now() / 1000) + offset);
const proof = (time = seconds()) => `Sign=${sign(token, time)}&RequestTime=${time}`;
const query = (command = 'Group.CallbackAfterSendMsg') => `SdkAppid=${sdkAppId}&CallbackCommand=${command}`;
const signed = (command?: string) => `/?${query(command)}&${proof()}`;
const openim = (command: string) => `/${secret}/${command}`;
let n = 0;
/** A body nobody has sent before, so that the replay guard is not what stops it. */
const message = (fields: object = {}) =>
  JSON.stringify({ GroupId: 'g', From_Account: 'a', MsgBody: [], MsgSeq: ++n, Random: n, ...fields });
const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const chunked = 'Transfer-Encoding: chunked';
const tooMuch = Array<string>(10).fill(`10000\r\n${'x'.repeat(65_536)}\r\n`);

interface Attack {
  name: string;
  bytes: () => (string | Buffer)[];
  /** Statuses of all answers on the connection; empty: it was closed without one. */
  status: number[];
  pauseMs?: number;
  /** Handlers that ran: none, unless the request is strange but honest. */
  runs?: number;
}

const attacks: Attack[] = [
  // Getting in
  { name: 'no signature', bytes: () => [post(`/?${query()}`, message())], status: [403] },
  {
    name: 'a forged signature',
    bytes: () => [post(`/?${query()}&Sign=${'0'.repeat(64)}&RequestTime=${seconds()}`, message())],
    status: [403],
  },
  {
    name: 'a signature without its time',
    bytes: () => [post(`/?${query()}&Sign=${sign(token, seconds())}`, message())],
    status: [403],
  },
  {
    name: 'the signature of another token',
    bytes: () => [post(`/?${query()}&Sign=${sign('other', seconds())}&RequestTime=${seconds()}`, message())],
    status: [403],
  },
  { name: 'a stale signature', bytes: () => [post(`/?${query()}&${proof(seconds(-62))}`, message())], status: [403] },
  {
    name: 'a signature from the future',
    bytes: () => [post(`/?${query()}&${proof(seconds(63))}`, message())],
    status: [403],
  },
  {
    name: 'a time that is no number',
    bytes: () => [post(`/?${query()}&Sign=${sign(token, '1e9')}&RequestTime=1e9`, message())],
    status: [403],
  },
  {
    name: 'a negative time',
    bytes: () => [post(`/?${query()}&Sign=${sign(token, '-1')}&RequestTime=-1`, message())],
    status: [403],
  },
  {
    name: 'an empty signature',
    bytes: () => [post(`/?${query()}&Sign=&RequestTime=${seconds()}`, message())],
    status: [403],
  },
  {
    name: 'a replay of signature and body',
    bytes: () => {
      const call = post(signed(), message());
      return [call, call];
    },
    status: [200, 403],
    runs: 1,
  },
  {
    name: 'a used signature with another body (the vendor does not sign it)',
    bytes: () => {
      const url = signed();
      return [post(url, message()), post(url, message())];
    },
    status: [200, 200],
    runs: 2,
  },
  {
    name: 'another SDKAPPID',
    bytes: () => [post(`/?SdkAppid=1&CallbackCommand=Group.CallbackAfterSendMsg&${proof()}`, message())],
    status: [403],
  },
  {
    name: 'an SDKAPPID with a blank',
    bytes: () => [post(`/?SdkAppid=+${sdkAppId}&CallbackCommand=Group.CallbackAfterSendMsg&${proof()}`, message())],
    status: [403],
  },
  {
    name: 'an SDKAPPID in full-width digits',
    bytes: () => [post(`/?SdkAppid=%EF%BC%91400000001&CallbackCommand=X&${proof()}`, message())],
    status: [403],
  },
  { name: 'a parameter twice', bytes: () => [post(`/?${query()}&SdkAppid=1&${proof()}`, message())], status: [400] },
  {
    name: 'a parameter twice in mixed case',
    bytes: () => [post(`/?${query()}&${proof()}&sIGN=${'0'.repeat(64)}`, message())],
    status: [400],
  },
  {
    name: 'a parameter twice, once percent-encoded',
    bytes: () => [post(`/?${query()}&${proof()}&%53ign=${'0'.repeat(64)}`, message())],
    status: [400],
  },
  {
    name: 'a parameter as a PHP list',
    bytes: () => [post(`/?SdkAppid[]=${sdkAppId}&CallbackCommand=X`, message())],
    status: [403],
  },
  {
    name: 'a parameter called __proto__',
    bytes: () => [post(`/?__proto__=x&__proto__[SdkAppid]=1&constructor=y&CallbackCommand=X`, message())],
    status: [403],
  },
  {
    name: 'a broken percent-encoding',
    bytes: () => [post(`/?SdkAppid=%E0%A4%A&CallbackCommand=%`, message())],
    status: [403],
  },
  {
    name: 'Tencent traffic without its parameters, at the door of OpenIM',
    bytes: () => [post('/', message())],
    status: [403],
  },
  { name: 'OpenIM without the secret', bytes: () => [post('/callbackAfterGroupMsgReadCommand', '{}')], status: [403] },
  {
    name: 'OpenIM with the secret in the query',
    bytes: () => [post(`/callbackAfterGroupMsgReadCommand?secret=${secret}`, '{}')],
    status: [403],
  },
  {
    name: 'OpenIM with the secret in another case',
    bytes: () => [post(`/${secret.toUpperCase()}/callbackAfterGroupMsgReadCommand`, '{}')],
    status: [403],
  },
  {
    // A route and a bare server leave the mount in the URL; anyone who writes the secret knows it.
    name: 'OpenIM with the secret as second segment',
    bytes: () => [post(`/x/${secret}/callbackAfterGroupMsgReadCommand`, '{}')],
    status: [200],
  },
  {
    name: 'OpenIM with dots in the path',
    bytes: () => [post(`/../${secret}/callbackAfterGroupMsgReadCommand`, '{}')],
    status: [200],
  },
  {
    name: 'OpenIM asking for Tencent to slip past the secret',
    bytes: () => [
      post(
        '/callbackAfterGroupMsgReadCommand?CallbackCommand=callbackAfterGroupMsgReadCommand',
        '{"sendID":"a","unreadMsgNum":1}',
      ),
    ],
    status: [403],
  },

  // Confusion
  {
    name: 'one command in the URL, another in the body',
    bytes: () => [post(signed(), message({ CallbackCommand: 'Group.CallbackBeforeSendMsg' }))],
    status: [400],
  },
  {
    name: 'OpenIM: one command in the path, another in the body',
    bytes: () => [
      post(
        openim('callbackAfterGroupMsgReadCommand'),
        '{"callbackCommand":"callbackBeforeSendGroupMsgCommand","sendID":"a","unreadMsgNum":1}',
      ),
    ],
    status: [400],
  },
  { name: 'a command called constructor', bytes: () => [post(signed('constructor'), '{}')], status: [200] },
  { name: 'a command called __proto__', bytes: () => [post(openim('__proto__'), '{}')], status: [200] },
  { name: 'a handler option as command', bytes: () => [post(signed('onGroupMsg'), message())], status: [200] },
  {
    name: 'GET with a body',
    bytes: () => [post(signed(), message()).toString().replace('POST', 'GET')],
    status: [405],
  },
  { name: 'HEAD', bytes: () => [`HEAD ${signed()} HTTP/1.1\r\nHost: x\r\n\r\n`], status: [405] },
  {
    name: 'a method override',
    bytes: () => [post(signed(), message(), ['X-HTTP-Method-Override: GET'])],
    status: [200],
    runs: 1,
  },

  // Header injection through what is echoed and logged
  {
    name: 'an operationID that breaks the header line',
    bytes: () => [post(`${signed()}&RequestId=a%0d%0aSet-Cookie:%20x=1`, message())],
    status: [200],
    runs: 1,
  },
  {
    name: 'an operationID that breaks a log line',
    bytes: () => [
      post(openim('callbackAfterGroupMsgReadCommand'), '{"sendID":"a","unreadMsgNum":1}', ['operationID: a\tb']),
    ],
    status: [200],
    runs: 1,
  },
  {
    name: 'an operationID of 10 kB',
    bytes: () => [
      post(openim('callbackAfterGroupMsgReadCommand'), '{"sendID":"a","unreadMsgNum":1}', [
        `operationID: ${'a'.repeat(10_000)}`,
      ]),
    ],
    status: [200],
    runs: 1,
  },
  {
    name: 'an operationID in another alphabet',
    bytes: () => [
      post(openim('callbackAfterGroupMsgReadCommand'), '{"sendID":"a","unreadMsgNum":1}', [
        'operationID: \u00e9\u00ff',
      ]),
    ],
    status: [200],
    runs: 1,
  },

  // Bodies
  {
    name: '__proto__ in the body',
    bytes: () => [post(signed(), `{"__proto__":{"GroupId":"g","isAdmin":true},"MsgBody":[],"From_Account":"a"}`)],
    status: [200],
  },
  {
    name: 'constructor.prototype in the body',
    bytes: () => [post(signed(), message({ constructor: { prototype: { polluted: 1 } } }))],
    status: [200],
    runs: 1,
  },
  {
    name: 'hasOwnProperty in the body, and a field to normalise',
    bytes: () => [post(signed(), message({ hasOwnProperty: 1, EventTime: '5' }))],
    status: [200],
    runs: 1,
  },
  {
    name: '44,000 zeros as MsgBody',
    bytes: () => [post(signed(), message({ MsgBody: Array(44_000).fill(0) }))],
    status: [200],
  },
  {
    name: '4,000 text elements without a text, which read as empty',
    bytes: () => [
      post(
        signed(),
        message({ MsgBody: Array(10_000).fill({ MsgType: 'TIMTextElem', MsgContent: {} }).slice(0, 4000) }),
      ),
    ],
    status: [200],
    runs: 1,
  },
  { name: '20,000 levels of objects', bytes: () => [post(signed(), deep(20_000))], status: [200] },
  {
    name: '100,000 levels of lists',
    bytes: () => [post(signed(), `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
    status: [200],
  },
  {
    name: 'deep nesting in a field that passes through',
    bytes: () => [
      post(signed(), `{"GroupId":"g","From_Account":"a","MsgBody":[],"MsgSeq":${++n},"Random":1,"X":${deep(20_000)}}`),
    ],
    status: [200], // nothing of ours walks into it; a handler that does has an error of its own
    runs: 1,
  },
  { name: 'a key of 200 kB', bytes: () => [post(signed(), `{"${'k'.repeat(200_000)}":1}`)], status: [200] },
  {
    name: 'lone surrogates',
    bytes: () => [post(signed(), `{"GroupId":"\\ud800","From_Account":"\\udfff","MsgBody":[],"Random":${++n}}`)],
    status: [200],
    runs: 1,
  },
  {
    name: 'bytes that are no UTF-8',
    bytes: () => [post(signed(), Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]))],
    status: [200],
  },
  { name: 'NUL bytes', bytes: () => [post(signed(), Buffer.alloc(1000))], status: [400] },
  {
    name: '1e400 and -0',
    bytes: () => [post(signed(), `{"GroupId":"g","From_Account":"a","MsgBody":[],"EventTime":1e400,"Random":-0}`)],
    status: [200],
    runs: 1,
  },
  {
    name: 'a million digits',
    bytes: () => [post(signed(), `{"GroupId":${'9'.repeat(200_000)},"From_Account":"a","MsgBody":[]}`)],
    status: [200],
    runs: 1,
  },
  {
    name: 'quotes and backslashes against the big-number scan',
    bytes: () => [post(signed(), `{"a":"${'\\"'.repeat(100_000)}1234567890123456"}`)],
    status: [200],
  },
  { name: 'trailing garbage', bytes: () => [post(signed(), `${message()}x`)], status: [400] },
  {
    name: 'duplicate keys (the last one counts, as in JSON.parse)',
    bytes: () => [post(signed(), `{"GroupId":1,"GroupId":"g","From_Account":"a","MsgBody":[],"Random":${++n}}`)],
    status: [200],
    runs: 1,
  },

  {
    name: 'a face whose index is no whole number, beside a text to be moderated',
    bytes: () => [post(signed(), message({ MsgBody: [{ MsgType: 'TIMFaceElem', MsgContent: { Index: 1.5 } }] }))],
    status: [200],
    runs: 1,
  },
  {
    name: 'a command name with a line break, as long as the body',
    bytes: () => [post(openim(''), `{"callbackCommand":"x\\nFAKE LOG ${'y'.repeat(200_000)}"}`)],
    status: [200],
  },
  {
    name: 'a path that a regular expression would choke on',
    bytes: () => [post(`/${secret}/${'/'.repeat(5000)}${'a'.repeat(5000)}/x`, '{}')],
    status: [200],
  },
  {
    name: 'more than a thousand parameters between two of the same',
    bytes: () => [post(`/?${query()}&${proof()}&${'a&'.repeat(1200)}Sign=${'0'.repeat(64)}`, message())],
    status: [400],
  },
  {
    name: 'a parameter spelt with a Kelvin sign',
    bytes: () => [post(`/?SdkAppid=${sdkAppId}&Callbac%E2%84%AACommand=X&${proof()}`, '{}')],
    status: [400],
  },
  {
    name: 'a used signature in capitals, with the same body',
    bytes: () => {
      const url = signed();
      const body = message();
      return [
        post(url, body),
        post(
          url.replace(/Sign=[^&]*/, (sent) => `Sign=${sent.slice(5).toUpperCase()}`),
          body,
        ),
      ];
    },
    status: [200, 403],
    runs: 1,
  },
  {
    name: 'the whole URL in the request line, right secret',
    bytes: () => [post(`http://x${openim('callbackAfterGroupMsgReadCommand')}`, '{"sendID":"a","unreadMsgNum":1}')],
    status: [200],
    runs: 1,
  },

  // The transport
  {
    name: 'a body over the limit, declared',
    bytes: () => [post(signed(), message({ x: 'x'.repeat(300_000) }))],
    status: [413],
  },
  {
    name: 'a body over the limit, chunked',
    bytes: () => [`POST ${signed()} HTTP/1.1\r\nHost: x\r\n${chunked}\r\n\r\n`, ...tooMuch, '0\r\n\r\n'],
    status: [413],
  },
  {
    name: 'a body over the limit that never ends',
    bytes: () => [`POST ${signed()} HTTP/1.1\r\nHost: x\r\n${chunked}\r\n\r\n`, ...tooMuch],
    status: [408],
  },
  {
    name: 'a declared length over the limit, of which nothing comes',
    bytes: () => [`POST ${signed()} HTTP/1.1\r\nHost: x\r\nContent-Length: 262145\r\n\r\n`],
    status: [413],
  },
  {
    name: 'a gzip bomb',
    bytes: () => [post(signed(), gzipSync(Buffer.alloc(50_000_000)), ['Content-Encoding: gzip'])],
    status: [413],
  },
  { name: 'an invalid gzip', bytes: () => [post(signed(), 'not gzip', ['Content-Encoding: gzip'])], status: [400] },
  {
    name: 'a Content-Encoding nobody knows',
    bytes: () => [post(signed(), message(), ['Content-Encoding: evil'])],
    status: [415],
  },
  {
    name: 'a declared length that never comes',
    bytes: () => [`POST ${signed()} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`],
    status: [408],
  },
  {
    name: 'a body that drips (slowloris)',
    bytes: () => [
      `POST ${signed()} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n`,
      ...'{"GroupId":"g","From_Acc'.split(''),
    ],
    pauseMs: 20,
    status: [408],
  },
  {
    name: 'a head that drips (slowloris)',
    bytes: () => [`POST ${signed()} HTTP/1.1\r\n`, ...Array(20).fill('X-A: b\r\n')],
    pauseMs: 60,
    status: [408],
  },
  {
    name: 'Content-Length and Transfer-Encoding together',
    bytes: () => [`POST ${signed()} HTTP/1.1\r\nHost: x\r\n${chunked}\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`],
    status: [400],
  },
  {
    name: 'a forged call that keeps its body to itself',
    bytes: () => [`POST /?${query()} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n`],
    status: [403],
  },
  {
    name: 'a refused call with the next one hidden in its body',
    bytes: () => [post(`/?${query()}`, post(signed(), message()))],
    status: [403],
  },
  {
    name: 'pipelined calls, the second forged',
    bytes: () => [
      Buffer.concat([post(signed(), message()), post(`/?${query()}`, message()), post(signed(), message())]),
    ],
    status: [200, 403, 200],
    runs: 2,
  },
  {
    name: 'expecting 100-continue',
    bytes: () => [post(signed(), message(), ['Expect: 100-continue'])],
    status: [100, 200],
    runs: 1,
  },
];

describe('an attack', () => {
  it.each(attacks)('$name', async ({ bytes, status, pauseMs, runs = 0 }) => {
    const answer = await talk(bytes(), status.length, pauseMs);
    expect(statuses(answer)).toEqual(status);
    expect(handled).toHaveLength(runs);
    for (const part of answer.split(/(?=HTTP\/1\.1 \d)/)) expect(Buffer.byteLength(part)).toBeLessThan(2048);
    expect(answer.toLowerCase()).not.toContain('set-cookie');
    const seen = [answer, ...told].join('\n');
    for (const hidden of [token, secret, sign(token, seconds()), sign(token, seconds(-1))])
      expect(seen).not.toContain(hidden);
    for (const line of told) expect(line.length).toBeLessThan(2048);
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect(Object.prototype).not.toHaveProperty('isAdmin');
  });

  it('leaves the receiver in working order, and no promise unhandled', async () => {
    const answer = await talk([post(signed(), message())], 1);
    expect([statuses(answer), handled.length, rejections]).toEqual([[200], 1, []]);
  });

  it.each([0, 5, 40, 120, 200])('that hangs up after %i bytes leaves nothing behind', async (length) => {
    const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(post(signed(), message()).subarray(0, length));
    await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([handled, rejections]).toEqual([[], []]);
  });
});

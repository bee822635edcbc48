import http from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { allow, imCallbacks } from '../../src';
import { commands } from '../../src/vendors/commands';

const settled: { status: number }[] = [];
const callbacks = imCallbacks({
  tencent: { sdkAppId: 1400000001 },
  openim: {},
  onGroupMsg: () => {},
  onReadReceipt: () => {},
  beforeGroupMsg: () => allow(),
  onSettled: (record) => settled.push(record),
});
const server = http.createServer(callbacks);
const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  agent.destroy();
  return new Promise((resolve) => server.close(resolve));
});

/** One raw request; resolves with the whole answer. */
function post(path: string, body: string | Buffer, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method: 'POST', headers, agent };
    const req = http.request(options, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    req.on('error', reject);
    req.end(body);
  });
}

const urlOf = ({ vendor, command }: (typeof commands)[number]) =>
  vendor === 'tencent' ? `/?SdkAppid=1400000001&CallbackCommand=${command}` : `/${command}`;

async function holds(path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<void> {
  const before = settled.length;
  const answer = await post(path, body, headers);
  expect(answer.status).toBeLessThan(500);
  expect(Buffer.byteLength(answer.body)).toBeLessThan(2048);
  expect(settled.length).toBe(before + 1);
  expect(settled.at(-1)?.status).toBe(answer.status);
}

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 300) };
const command = fc.constantFrom(...commands);

describe('for any request: no 5xx, a short reply, one settled record', () => {
  it('any JSON body', () =>
    fc.assert(
      fc.asyncProperty(command, fc.json(), (entry, body) => holds(urlOf(entry), body)),
      runs,
    ));

  it('any bytes', () =>
    fc.assert(
      fc.asyncProperty(command, fc.uint8Array({ maxLength: 200 }), (entry, body) =>
        holds(urlOf(entry), Buffer.from(body)),
      ),
      runs,
    ));

  it('any object with the fields of a group message, of any type', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('1', -0, 1e308, '__proto__', null));
    const body = fc.record(
      {
        GroupId: value,
        From_Account: value,
        MsgBody: fc.oneof(value, fc.array(value)),
        EventTime: value,
        __proto__: value,
      },
      { requiredKeys: [] },
    );
    return fc.assert(
      fc.asyncProperty(body, (any) =>
        holds('/?SdkAppid=1400000001&CallbackCommand=Group.CallbackAfterSendMsg', JSON.stringify(any)),
      ),
      runs,
    );
  });

  it('any path and query', () => {
    const part = fc.oneof(
      fc.webQueryParameters(),
      fc.constantFrom('SdkAppid=1', 'sdkappid=1400000001', 'command=x', '%'),
    );
    return fc.assert(
      fc.asyncProperty(fc.webPath(), fc.array(part, { maxLength: 4 }), (path, parts) =>
        holds(`/${path}?${parts.join('&')}`.replace(/[^\x21-\x7e]/g, '_'), '{}'),
      ),
      runs,
    );
  });

  it('any whole request: query, headers and body', () => {
    const names = ['operationID', 'Content-Type', 'Content-Encoding', 'Authorization', 'X-Forwarded-For', 'Expect-CT'];
    const printable = fc.string({ unit: fc.constantFrom(...'abcXYZ019 ;=,/+-_.:"%'), maxLength: 60 });
    const headers = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(printable, fc.constantFrom('gzip', 'br', 'text/plain')),
    );
    const name = fc.constantFrom(
      'SdkAppid',
      'sdkAPPID',
      'CallbackCommand',
      'Sign',
      'RequestTime',
      'command',
      'RequestId',
      'x[]',
    );
    const value = fc.oneof(fc.constantFrom('1400000001', 'Group.CallbackAfterSendMsg', '__proto__'), fc.webFragments());
    const query = fc.array(fc.tuple(name, value), { maxLength: 6 });
    const path = fc.oneof(
      fc.constant('/'),
      command.map(({ command: wire }) => `/${wire}`),
      fc.webPath().map((p) => `/${p}`),
    );
    return fc.assert(
      fc.asyncProperty(path, query, headers, fc.oneof(fc.json(), fc.string()), (target, pairs, given, body) => {
        const search = pairs.map(([key, text]) => `${key}=${text}`).join('&');
        return holds(`${target}?${search}`.replace(/[^\x21-\x7e]/g, '_'), body, given);
      }),
      runs,
    );
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { sign } from '../../../src/vendors/tencent/receive/signature';
import { run, runJson } from '../../support/cli/command-line';
import { closeAll, listening, receiver } from '../../support/cli/listening';

// Repeated deliveries come up to two seconds after the first.
jest.setTimeout(30_000);
afterEach(closeAll);

const ok = JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', actionCode: 0 });

/** What a server got in a storm, without what is of now. */
async function stormed(args: readonly string[]): Promise<{ got: string[]; code: number | null }> {
  const got: string[] = [];
  const origin = await listening(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    got.push(`${req.url?.replace(/&Sign=.*/, '')} ${body}`);
    res.end(ok);
  });
  const { code } = await run(['storm', ...args, '--to', `${origin}/im-callback`]);
  return { got, code };
}

// On a busy machine a reply may take longer than a sender waits, which is not what these tests are about.
const quick = ['--count', '150', '--rate', '1000', '--late-by', '100ms', '--timeout', '30s'];
const rough = ['--duplicates', '10%', '--reorder', '20%', '--late', '5%', '--lost', '5%'];

describe('im-callbacks storm', () => {
  it.each(['tencent', 'openim'])('sends the same again with the same seed: %s', async (vendor) => {
    const args = ['--vendor', vendor, '--seed', '7', ...quick, ...rough];
    const different = ['--vendor', vendor, '--seed', '8', ...quick, ...rough];
    const [first, second, other] = await Promise.all([stormed(args), stormed(args), stormed(different)]);
    expect(first.code).toBe(0);
    expect(first.got.length).toBeGreaterThan(100);
    // In the order in which the network brought them, which is nobody's to repeat.
    expect(second.got.toSorted()).toEqual(first.got.toSorted());
    expect(other.got.toSorted()).not.toEqual(first.got.toSorted());
  });

  it('tells the seed it took, what it planned, and what came of it', async () => {
    const to = await receiver();
    const { json, code } = await runJson<Storm>(['storm', '--vendor', 'tencent', ...quick, ...rough, '--to', to]);
    expect(code).toBe(0);
    const { planned, results, requests, seed, latencyMs } = json;
    expect(planned.requests).toBe(150 - planned.lost + planned.duplicated);
    expect(requests).toBe(planned.requests);
    expect((results.allowed ?? 0) + (results.ignored ?? 0)).toBe(requests);
    for (const n of Object.values(planned)) expect(n).toBeGreaterThan(0);
    expect(latencyMs.max).toBeGreaterThanOrEqual(latencyMs.p50);
    const again = await runJson<Storm>([
      'storm',
      '--vendor',
      'tencent',
      ...quick,
      ...rough,
      '--to',
      to,
      '--seed',
      `${seed}`,
    ]);
    expect(again.json.planned).toEqual(planned);
  });

  it('prints a table, and no bar where there is no terminal', async () => {
    const { stdout, stderr } = await run([
      'storm',
      '--vendor',
      'openim',
      '--seed',
      '1',
      ...quick,
      '--to',
      await receiver(),
    ]);
    expect(stdout).toMatch(/^duplicated +\d+$/m);
    expect(stdout).toMatch(/^allowed +\d+$/m);
    expect(stdout).toMatch(/^latency +p50/m);
    expect(stderr).toMatch(/repeat it with --seed 1\n$/);
    expect(stdout + stderr).not.toMatch(/\r|\p{Cc}\[|█/u);
  });

  it('says why most of them failed', async () => {
    const to = await listening((_req, res) => res.writeHead(502).end('<html>'));
    const few = ['--count', '5', '--rate', '1000', '--late', '0', '--lost', '0', '--duplicates', '0'];
    const args = ['storm', '--vendor', 'tencent', '--command', 'onGroupMsg', ...few, '--to', to];
    const { stdout, code } = await run(args);
    const [, why] = /\n {2}most often \(5\): (.*502.*)\n/.exec(stdout) ?? [];
    expect([code, why]).toEqual([1, expect.any(String)]);
    expect((await runJson<Storm>(args)).json.mostOften).toEqual({ why, times: 5 });
  });

  it('says in JSON, too, that none failed', async () => {
    const args = ['storm', '--vendor', 'tencent', '--count', '5', '--rate', '1000', '--late', '0'];
    const { json } = await runJson<Storm>([...args, '--to', await receiver()]);
    expect(json.mostOften).toBeNull();
  });

  it('signs each request', async () => {
    let unsigned = 0;
    const origin = await listening((req, res) => {
      const { searchParams } = new URL(req.url ?? '', 'http://localhost');
      if (searchParams.get('Sign') !== sign('a token', searchParams.get('RequestTime') ?? '')) unsigned += 1;
      res.end(ok);
    });
    const args = ['storm', '--vendor', 'tencent', '--count', '20', '--rate', '1000', '--late', '0', '--to', origin];
    expect((await run(args, { IM_CALLBACK_TOKEN: 'a token' })).code).toBe(0);
    expect(unsigned).toBe(0);
  });

  it('loses what finds OpenIM’s queue full: two workers, a hundred places', async () => {
    const origin = await listening(async (_req, res) => {
      await sleep(60);
      res.end(ok);
    });
    const args = ['storm', '--vendor', 'openim', '--command', 'onGroupMsg', '--server-version', '3.7', '--seed', '1'];
    const { json, code } = await runJson<Storm>([
      ...args,
      '--count',
      '200',
      '--rate',
      '2000',
      '--late',
      '0',
      '--lost',
      '0',
      '--to',
      origin,
    ]);
    expect(json.results.lost).toBeGreaterThan(0);
    expect(json.requests + (json.results.lost ?? 0)).toBe(json.planned.requests);
    expect(code).toBe(1);
  });

  it.each([
    [['--vendor', 'tencent', '--rate', '10000', '--duration', '60m'], /at most 1000000: lower --rate or --duration/],
    [['--vendor', 'tencent', '--duplicates', '5'], /Write a share, e\.g\. 5% or 0\.05/],
    [['--vendor', 'tencent', '--duration', 'long'], /Write a time up to 60m/],
    [['--vendor', 'tencent', '--command', 'callbackAfterSendGroupMsgCommand'], /is a command of openim/],
    [[], /required option '--vendor <vendor>'/],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, stderr } = await run(['storm', ...args, '--to', 'http://127.0.0.1:9/']);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

interface Storm {
  seed: number;
  requests: number;
  planned: Record<'requests' | 'duplicated' | 'reordered' | 'late' | 'lost', number>;
  results: Partial<Record<'allowed' | 'ignored' | 'failed' | 'lost', number>>;
  mostOften: { why: string; times: number } | null;
  latencyMs: { p50: number; max: number };
}

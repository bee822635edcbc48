import type { IncomingMessage, ServerResponse } from 'node:http';
import { concealer } from '../../../../src/cli/secrets/conceal';
import { run } from '../../../support/cli/command-line';
import { closeAll, listening } from '../../../support/cli/listening';

jest.setTimeout(60_000);

afterEach(closeAll);

const env = { OPENIM_SECRET: 'the-openim-secret-segment', IM_CALLBACK_TOKEN: 'the-tencent-token' };
const secrets = /the-openim-secret|the-tencent-token|pass-word|dXNlcj|[0-9a-f]{40}|Sign=[0-9a-f]/;

type Reply = (req: IncomingMessage, res: ServerResponse) => void;
const echoing: readonly [string, Reply][] = [
  ['a redirect', (req, res) => res.writeHead(301, { Location: `https://chat.example.com${req.url}` }).end()],
  ['a text that begins with the URL', (req, res) => res.writeHead(404).end(`${req.url} is nowhere`)],
  ['a page about the URL', (req, res) => res.writeHead(404).end(`<html><pre>Cannot POST ${req.url}</pre></html>`)],
  ['the headers', (req, res) => res.writeHead(500).end(`${req.headers.authorization} ${JSON.stringify(req.headers)}`)],
  ['a secret that is cut', (_req, res) => res.end(`${'x'.repeat(30)}${env.OPENIM_SECRET}`)],
  [
    'JSON with the URL',
    (req, res) =>
      res.end(JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: req.url, errMsg: req.url, errCode: 1 })),
  ],
];

describe.each(echoing)('a receiver that echoes: %s', (_what, reply) => {
  it.each(['tencent', 'openim'])('gets no secret of %s printed', async (vendor) => {
    const to = (await listening(reply)).replace('//', '//user:pass-word@').concat('/im-callback');
    const shown = await Promise.all([
      run(['doctor', to, '--vendor', vendor], env),
      run(['doctor', to, '--vendor', vendor, '--json'], env),
      run(['send', 'beforeGroupMsg', '--vendor', vendor, '--verbose', '--to', to], env),
      run(['send', 'beforeGroupMsg', '--vendor', vendor, '--json', '--to', to], env),
      run(['send', 'beforeGroupMsg', '--vendor', vendor, '--count', '2', '--to', to], env),
    ]);
    for (const { stdout, stderr } of shown) {
      expect(stdout).not.toBe('');
      expect(stdout + stderr).not.toMatch(secrets);
    }
  });
});

describe('a secret that stands in the URL alone', () => {
  it.each([
    ['doctor', '{to}', '--vendor', 'openim'],
    ['send', 'beforeGroupMsg', '--vendor', 'openim', '--verbose', '--to', '{to}'],
    ['send', 'beforeGroupMsg', '--vendor', 'openim', '--json', '--to', '{to}'],
    ['storm', '--vendor', 'openim', '--count', '1', '--late', '0', '--to', '{to}'],
  ])('is not printed by %s', async (...args) => {
    const to = `${await listening((_req, res) => res.writeHead(404).end())}/im-callback/demo-secret-path-segment`;
    const { stdout, stderr } = await run(args.map((arg) => arg.replace('{to}', to)));
    expect(stdout + stderr).toContain('/im-callback/***');
    expect(stdout + stderr).not.toContain('demo-secret');
  });

  it('is shown where it is Tencent’s path, which has none', () => {
    const to = 'http://127.0.0.1/im-callback-of-production';
    expect(concealer({ to, secret: undefined, vendor: 'tencent' })(to)).toBe(to);
  });
});

it('a value in base64, in JSON and in a URL is taken out too', () => {
  const conceal = concealer({ to: 'http://user:pa%2Fss-word@host/x?own=own-value', secret: 'a "secret"' });
  const base64 = Buffer.from('user:pa/ss-word').toString('base64');
  expect(conceal(`${base64} a%20%22secret%22 ${JSON.stringify('a "secret"')} own-value pa%2Fss-word rest`)).toBe(
    '*** *** "***" *** *** rest',
  );
});

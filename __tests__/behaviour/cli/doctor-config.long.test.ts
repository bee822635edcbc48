import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, runJson } from '../../support/cli/command-line';
import { closeAll, receiver } from '../../support/cli/listening';

jest.setTimeout(60_000);
afterEach(closeAll);

const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Diagnosis {
  vendors: string[];
  findings: { id: string; level: string; vendors: string[]; seen: string }[];
}

function fileOf(lines: readonly string[], name = 'webhooks.yml'): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

const handled = (...names: string[]) => names.flatMap((name) => ['--handler', name]);
const examined = (lines: readonly string[], args: readonly string[] = [], env: Record<string, string> = {}) =>
  runJson<Diagnosis>(['doctor', '--config', fileOf(lines), ...args], env);

const url = 'url: "http://10.0.0.5:3000/im-callback/a-secret-of-tests-0"';
const before = ['beforeSendGroupMsg:', '  enable: true', '  timeout: 5', '  failedContinue: true'];

describe('webhooks.yml that fits', () => {
  it('has no findings, with as many handlers as switches', async () => {
    const { json, code } = await examined([url, ...before], handled('beforeGroupMsg'), {
      OPENIM_SECRET: 'a-secret-of-tests-0',
    });
    expect([json.findings, json.vendors, code]).toEqual([[], [], 0]);
  });

  it('is what im-callbacks config writes, for each version that it knows', async () => {
    const handlers = ['beforeGroupMsg', 'onGroupMsg', 'onUserOnline', 'onGroupCreate'];
    for (const version of ['3.3', '3.5', '3.7', '3.8', 'main']) {
      const args = ['--vendor', 'openim', '--server-version', version];
      const known = { OPENIM_SECRET: 'a-secret-of-tests-0' };
      const part = version < '3.7' ? 'config.yaml' : 'webhooks.yml';
      const written = await run(['config', ...handlers, ...args, '--part', part, '--show-secret'], known);
      const silent = version === '3.3' ? ['onGroupCreate'] : [];
      const { json } = await examined(written.stdout.split('\n'), [...args, ...handled(...handlers)], known);
      expect(json.findings.map(({ id, seen }) => [id, seen.split(':')[0]])).toEqual(
        silent.map((handler) => ['neverSent', handler]),
      );
    }
  });
});

describe('webhooks.yml that does not', () => {
  const cases: Record<string, [lines: string[], id: string, seen: RegExp, level?: string]> = {
    'a switch that is off': [
      [url, 'beforeSendGroupMsg:', '  enable: false'],
      'switchedOff',
      /^beforeGroupMsg: beforeSendGroupMsg is off/,
    ],
    'a switch that is not there': [[url], 'switchedOff', /^beforeGroupMsg: /],
    'a misspelt switch': [
      [url, ...before, 'afterSendGrpMsg:', '  enable: true'],
      'misspeltSetting',
      /line 6: there is no switch afterSendGrpMsg; did you mean afterSendGroupMsg\?$/,
    ],
    'a misspelt setting': [
      [url, 'beforeSendGroupMsg:', '  enabled: true'],
      'misspeltSetting',
      /line 3: there is no setting beforeSendGroupMsg\.enabled; did you mean enable\?$/,
    ],
    'a switch of an older version': [
      [url, ...before, 'userOnline:', '  enable: true'],
      'otherVersion',
      /userOnline is a switch of servers 3\.0 to 3\.6, not of 3\.8/,
    ],
    'a switch of a newer version': [
      [url, ...before, 'afterMsgSaveDB:', '  enable: false'],
      'otherVersion',
      /switch of server main, not of 3\.8/,
      'warning',
    ],
    'the level of the tutorial': [
      ['callback:', ...[url, ...before].map((line) => `  ${line}`)],
      'outerLevel',
      /are inside "callback:"/,
    ],
    'a switch for nobody': [
      [url, ...before, 'afterSendGroupMsg:', '  enable: true'],
      'switchWithoutHandler',
      /^afterSendGroupMsg is on, but there is no handler onGroupMsg$/,
      'warning',
    ],
    'a switch that lets nothing out': [
      [url, ...before, 'afterGroupMsgRevoke:', '  enable: true'],
      'neverSent',
      /^afterGroupMsgRevoke is on/,
      'warning',
    ],
    'no url': [before, 'urlMissing', /there is no url/],
    'the url of the example': [['url: http://127.0.0.1:10006/callbackExample', ...before], 'urlMissing', /^line 1/],
    'a url with a query': [['url: http://h/cb?token=my-own-token', ...before], 'queryInUrl', /has a query: \?token…$/],
    'a url with a slash': [
      ['url: http://h/cb/my-own-token/', ...before],
      'trailingSlash',
      /\/cb\/\*\*\*\/$/,
      'warning',
    ],
    'an invalid value': [
      [url, 'beforeSendGroupMsg:', '  enable: yes'],
      'wrongValue',
      /line 3: beforeSendGroupMsg\.enable is "yes"/,
    ],
    'a switch without settings': [
      [url, 'beforeSendGroupMsg: true'],
      'wrongValue',
      /line 2: beforeSendGroupMsg is true/,
    ],
    'less time than a handler has': [
      [url, ...before.slice(0, 2), '  timeout: 1'],
      'timeoutTooShort',
      /timeout is 1$/,
      'warning',
    ],
    'more time than the server takes': [
      [url, ...before.slice(0, 2), '  timeout: 60'],
      'timeoutTooLong',
      /timeout is 60$/,
      'warning',
    ],
    'a list that silences': [
      [url, ...before, 'afterSendSingleMsg:', '  attentionIds: [u_1]'],
      'attentionIds',
      /\["u_1"\]/,
      'warning',
    ],
    'YAML beyond it': [
      [url, 'beforeSendGroupMsg: *other'],
      'configUnreadable',
      /line 2: an alias \(\*\) is not read here/,
    ],
  };

  it.each(Object.entries(cases))('%s', async (_what, [lines, id, seen, level = 'problem']) => {
    const { json, code, stdout } = await examined(lines, handled('beforeGroupMsg'));
    const found = json.findings.find((one) => one.id === id);
    expect(found).toMatchObject({ level, vendors: ['openim'], seen: expect.stringMatching(seen) });
    expect(code).toBe(json.findings.some((one) => one.level === 'problem') ? 1 : 0);
    expect(stdout).not.toMatch(/my-own-token|a-secret-of-tests-0/);
  });

  it('a url without the secret that doctor was given', async () => {
    const { json } = await examined(['url: http://h/cb', ...before], [], { OPENIM_SECRET: 'a-secret-of-tests-0' });
    expect(json.findings).toMatchObject([{ id: 'secretNotInUrl' }]);
  });

  it('without handlers tells what can be told without them', async () => {
    const { json } = await examined([
      url,
      'afterSendGroupMsg:',
      '  enable: true',
      'befreSendGroupMsg:',
      '  enable: true',
    ]);
    expect(json.findings.map(({ id }) => id)).toEqual(['misspeltSetting']);
  });

  it('is read as the server reads it: any case, texts for truth', async () => {
    const { json } = await examined([url, 'BEFORESENDGROUPMSG:', '  Enable: "true"'], handled('beforeGroupMsg'));
    expect(json.findings).toEqual([]);
  });
});

it('config.yaml of an older server is read in its section alone', async () => {
  const lines = [
    'mysql: &anchor',
    '  address: [ a:1 ]',
    'callback:',
    `  ${url}`,
    '  msgModify:',
    '    enable: true',
    'log: |',
    '  any',
  ];
  const args = ['--server-version', '3.4', ...handled('beforeMsgModify')];
  const { json } = await examined(lines, args);
  expect(json.findings.map(({ id, seen }) => [id, seen])).toEqual([]);
  const none = await examined(['mysql:', '  a: 1'], args);
  expect(none.json.findings).toMatchObject([
    { id: 'otherVersion', seen: expect.stringContaining('no section callback') },
  ]);
});

describe('the list of Live, Room or Call, as get_callback answers it', () => {
  const answer = (...list: string[]) => [
    JSON.stringify({ ActionStatus: 'OK', Response: { Url: 'https://h/cb', CallbackCommandList: list } }),
  ];

  it('is held against the handlers of its product', async () => {
    const lines = answer(
      'Live.CallbackAfterCreateRoom',
      'Live.CallbackAfterDestroyRom',
      'Live.CallbackAfterDestroyRoom',
    );
    const { json } = await examined(lines, handled('onLiveCreate', 'onLiveInfo', 'onGroupMsg', 'onCallEnd'));
    expect(json.findings.map(({ id, vendors, seen }) => [id, vendors[0], seen])).toEqual([
      ['misspeltSetting', 'tencent', expect.stringContaining('did you mean Live.CallbackAfterDestroyRoom?')],
      ['switchedOff', 'tencent', expect.stringContaining('onLiveInfo: Live.CallbackAfterUpdateRoomInfo is not in')],
      ['switchWithoutHandler', 'tencent', expect.stringContaining('Live.CallbackAfterDestroyRoom is in')],
    ]);
  });

  it('is no configuration of OpenIM', async () => {
    const { code, stderr } = await run(['doctor', '--config', fileOf(answer()), '--vendor', 'openim']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not a configuration of openim')]);
  });
});

describe('with a URL and without', () => {
  it('calls the receiver, too, where there is a URL', async () => {
    const { json } = await examined(
      [url],
      [await receiver({ tencent: undefined }), '--vendor', 'openim', ...handled('onGroupMsg')],
    );
    expect(json.vendors).toEqual(['openim']);
    expect(json.findings.map(({ id }) => id).toSorted()).toEqual(['switchedOff', 'unprotected']);
  });

  it('says that nobody was called where there is none', async () => {
    const { stdout } = await run(['doctor', '--config', fileOf([url, ...before])]);
    expect(stdout).toBe('No receiver was called.\n\n✓ nothing found\n');
  });

  it.each([
    [[], /write the receiver's URL, .* or give --config a file/],
    [['http://127.0.0.1:9/', '--handler', 'onGroupMsg'], /go together.*or give --config/],
    [['--config', join(folder, 'none.yml')], /cannot be read: ENOENT/],
    [['--config', folder], /cannot be read: EISDIR/],
  ])('mistakes: %j', async (args, says) => {
    const { code, stderr } = await run(['doctor', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
  });
});

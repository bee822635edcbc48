import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../../src';
import { run, runJson } from '../../support/cli/command-line';

jest.setTimeout(60_000);

interface Advice {
  vendor: string;
  parts: { name: string; about: string[]; text?: string; rows?: Record<string, string>[] }[];
  silent: string[];
  warnings: { id: string }[];
}

const url = ['--url', 'https://chat.example.com/im-callback'];
const secret = 'a-secret-of-tests-0';
const env = { OPENIM_SECRET: secret, IM_CALLBACK_TOKEN: 'a-token-of-tests' };
const advised = (args: readonly string[], more: Record<string, string> = env) =>
  runJson<Advice[]>(['config', ...args, ...url], more);

const part = (advice: readonly Advice[], name: string) =>
  advice.flatMap(({ parts }) => parts).find((one) => one.name === name);

describe('im-callbacks config, for OpenIM', () => {
  const openim = ['--vendor', 'openim'];

  it('writes webhooks.yml with the switches of the handlers, and what each setting means', async () => {
    const { code, stdout } = await run([
      'config',
      'onGroupMsg',
      'beforeGroupMsg',
      ...openim,
      '--part',
      'webhooks.yml',
      ...url,
    ]);
    expect(code).toBe(0);
    const settings = stdout.split('\n').filter((line) => !line.startsWith('#'));
    expect(settings.join('\n')).toBe(
      [
        'url: "https://chat.example.com/im-callback/<secret>"',
        ...['beforeSendGroupMsg:', '  enable: true', '  timeout: 5', '  failedContinue: true'],
        ...['afterSendGroupMsg:', '  enable: true', '  timeout: 5', ''],
      ].join('\n'),
    );
    expect(stdout).toMatch(/^# failedContinue: .*never uses it.*open-im-server#3808/m);
    expect(stdout).toMatch(/^# timeout: seconds .*15 at most/m);
  });

  it('writes the same as variables of the container, with the secret from there', async () => {
    const { json } = await advised(['beforeGroupMsg', ...openim]);
    expect(part(json, 'environment')?.text?.split('\n')).toEqual([
      'environment:',
      '  IMENV_WEBHOOKS_URL: "https://chat.example.com/im-callback/$' + '{IM_CALLBACK_SECRET}"',
      '  IMENV_WEBHOOKS_BEFORESENDGROUPMSG_ENABLE: "true"',
      '  IMENV_WEBHOOKS_BEFORESENDGROUPMSG_TIMEOUT: "5"',
      '  IMENV_WEBHOOKS_BEFORESENDGROUPMSG_FAILEDCONTINUE: "true"',
    ]);
  });

  it('writes what an older server has, by its own names', async () => {
    const { json } = await advised(['onUserOnline', 'beforeGroupMsg', ...openim, '--server-version', '3.3']);
    const text = part(json, 'config.yaml')?.text ?? '';
    expect(text).toMatch(/^callback:\n {2}url: /m);
    expect(text).toMatch(/^ {2}userOnline:\n {4}enable: true$/m);
    expect(text).toMatch(/look at the switch of afterSendSingleMsg in its place/);
    expect(text).toMatch(/true lets the operation go on, false fails it/);
    expect(part(json, 'environment')).toBeUndefined();
  });

  it.each([
    [['onUserKickOff'], '3.8', /^onUserKickOff: afterUserKickOff lets nothing out; no server 3\.x sends it/],
    [['onGroupMsg'], '2.3', /^the names of the switches of server 2\.3 are not known here/],
  ])('says which handlers get nothing: %j of server %s', async (handlers, version, says) => {
    const { json, code } = await advised([...handlers, ...openim, '--server-version', version]);
    expect(json).toMatchObject([{ parts: [], silent: [expect.stringMatching(says)] }]);
    expect(code).toBe(1);
  });

  it('warns of a URL that the server cannot use, and corrects it', async () => {
    const { json } = await runJson<Advice[]>(['config', 'onGroupMsg', ...openim, '--url', 'https://h/cb/?x=1']);
    expect(json[0]?.warnings.map(({ id }) => id)).toContain('queryInUrl');
    expect(part(json, 'webhooks.yml')?.text).toContain('url: "https://h/cb/<secret>"');
  });
});

describe('im-callbacks config, for Tencent', () => {
  const tencent = ['--vendor', 'tencent', '--sdk-app-id', '1400000007'];

  it('names the switches of the console, with both titles and where they are', async () => {
    const { json, code } = await advised(['onGroupMsg', 'onTopicCreate', 'onOfficialAccountMsg', ...tencent]);
    expect(code).toBe(0);
    expect(json.map(({ parts }) => parts.map(({ name }) => name))).toEqual([['console', 'ticket']]);
    expect(part(json, 'console')?.about.join(' ')).toContain('https://chat.example.com/im-callback');
    expect(part(json, 'console')?.about.join(' ')).toContain('SDKAppID 1400000007');
    expect(part(json, 'console')?.rows).toEqual([
      {
        command: 'Group.CallbackAfterSendMsg',
        handler: 'onGroupMsg',
        title: 'A group message was sent',
        titleZh: '群内发言之后回调',
        where: 'Chat > Webhook',
      },
      expect.objectContaining({
        command: 'Group.CallbackAfterCreateTopic',
        where: 'Chat > Webhook; the switch of Group.CallbackAfterCreateGroup',
      }),
    ]);
    expect(part(json, 'ticket')?.rows).toMatchObject([{ titleZh: '发公众号消息之后回调' }]);
  });

  it.each([
    [
      'live_config',
      ['onLiveCreate', 'onSeatInfo'],
      ['Mic.CallbackAfterSeatInfoChanged', 'Live.CallbackAfterCreateRoom'],
    ],
    [
      'room_config',
      ['onRoomCreate', 'onSeatInfo'],
      ['Room.CallbackAfterCreateRoom', 'Mic.CallbackAfterSeatInfoChanged'],
    ],
    ['call_config', ['onCallEnd'], ['Call.CallbackAfterEndCall']],
  ])('writes the body of %s/set_callback', async (name, handlers, list) => {
    const { json } = await advised([...handlers, ...tencent]);
    expect(json[0]?.parts.map((one) => one.name)).toEqual([name]);
    const { Url, CallbackCommandList } = JSON.parse(part(json, name)?.text ?? '');
    expect([Url, CallbackCommandList.toSorted()]).toEqual([url[1], list.toSorted()]);
    expect(part(json, name)?.about[0]).toContain(`v4/${name}/set_callback?sdkappid=1400000007&`);
  });

  it('lines Chinese columns up', async () => {
    const { stdout } = await run([
      'config',
      'onGroupMsg',
      'Profile.CallbackPortraitSet',
      'Group.CallbackAfterGroupFull',
      ...tencent,
      ...url,
    ]);
    const rows = stdout.split('\n').filter((line) => /Chat > Webhook(;|$)/.test(line));
    // Two columns of the terminal for each Chinese sign.
    const before = rows.map((row) =>
      [...(row.split('Chat >')[0] ?? '')].reduce((n, sign) => n + (sign > '⺀' ? 2 : 1), 0),
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(before).size).toBe(1);
  });
});

it('says where each command of the catalogue is switched on, or why nothing comes', async () => {
  const names = [...new Set(commands.map(({ command }) => command))];
  const { json } = await advised(names);
  const told = json.flatMap(({ parts, silent }) => [
    ...parts.flatMap(({ rows = [], text = '' }) => [text, ...rows.map(({ command }) => command)]),
    ...silent,
  ]);
  const all = told.join('\n');
  for (const { handler, command, vendor } of commands) expect(all).toContain(vendor === 'tencent' ? command : handler);
});

describe('secrets', () => {
  const login = ['--url', `https://user:pass-of-tests@chat.example.com/im-callback/${secret}`];

  it.each([[[]], [['--json']]])('are not printed, whatever holds them: %j', async (more) => {
    const { stdout, stderr } = await run(['config', 'onGroupMsg', ...login, ...more], env);
    expect(stdout).toContain('chat.example.com/im-callback/<secret>');
    expect(stdout + stderr).not.toMatch(/a-secret-of-tests|a-token-of-tests|pass-of-tests/);
  });

  it('are printed when they are asked for, once each', async () => {
    const asked = ['config', 'onGroupMsg', '--vendor', 'openim', '--part', 'webhooks.yml', '--show-secret'];
    const { stdout } = await run([...asked, ...login], env);
    expect(stdout).toContain(`url: "https://user:pass-of-tests@chat.example.com/im-callback/${secret}"\n`);
    const none = await run([...asked, ...url]);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('--show-secret has no secret to show')]);
  });

  it('have no place where the URL has none', async () => {
    const { json } = await advised(['onGroupMsg', '--vendor', 'openim', '--no-secret']);
    expect(part(json, 'webhooks.yml')?.text).toContain('url: "https://chat.example.com/im-callback"\n');
  });
});

describe('--app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-app-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const built = JSON.stringify(join(__dirname, '..', '..', '..', 'dist', 'index.js'));
  const express = JSON.stringify(require.resolve('express'));
  const head = `const { imCallbacks, allow } = require(${built});`;
  const receiver = `imCallbacks({ openim: { secret: '${secret}' }, onFailure: 'silent', beforeGroupMsg: () => allow() })`;

  function moduleOf(text: string, name = 'app.js'): string {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  }

  it.each([
    ['a receiver', `${head} module.exports = ${receiver};`, 'app.js'],
    ['a named receiver', `${head} exports.callbacks = ${receiver};`, 'app.js'],
    [
      'an Express app that listens',
      `${head} const app = require(${express})().use('/x', ${receiver}); app.listen(0); setInterval(() => {}, 1000); console.log('hello'); module.exports = { app };`,
      'app.js',
    ],
    [
      'an app that listens and exports nothing',
      `${head} require(${express})().use('/x', ${receiver}).listen(0);`,
      'app.js',
    ],
    ['options', `exports.options = { openim: { secret: '${secret}' }, beforeGroupMsg() {} };`, 'app.js'],
    ['options of an ES module', `await null; export const options = { openim: {}, beforeGroupMsg() {} };`, 'app.mjs'],
  ])('takes handlers and vendors from %s', async (_what, text, name) => {
    const { json, code, stdout, stderr } = await advised(['--app', moduleOf(text, name)], {});
    expect(json).toMatchObject([{ vendor: 'openim', silent: [] }]);
    expect(part(json, 'webhooks.yml')?.text).toMatch(/^beforeSendGroupMsg:$/m);
    expect(part(json, 'webhooks.yml')?.text).not.toContain('afterSend');
    expect(code).toBe(0);
    expect(stdout + stderr).not.toMatch(new RegExp(`${secret}|hello`));
  });

  it.each(['module.exports =', 'void'])(
    'takes them from a receiver that another copy of this package has made: %s',
    async (assigned) => {
      const root = join(__dirname, '..', '..', '..');
      const packages = join(folder, 'node_modules');
      const copy = join(packages, 'express-im-callbacks');
      cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true });
      cpSync(join(root, 'package.json'), join(copy, 'package.json'));
      for (const name of ['fp-ts', 'io-ts', 'body-parser'])
        symlinkSync(join(root, 'node_modules', name), join(packages, name), 'dir');
      const { json } = await advised(
        ['--app', moduleOf(`${head} ${assigned} ${receiver};`.replace(built, "'express-im-callbacks'"))],
        {},
      );
      rmSync(packages, { recursive: true });
      expect(json.map(({ vendor }) => vendor)).toEqual(['openim']);
    },
  );

  it('takes handlers without vendors for those of all', async () => {
    const { json } = await advised(['--app', moduleOf('exports.onGroupMsg = () => {};')], {});
    expect(json.map(({ vendor }) => vendor)).toEqual(['tencent', 'openim']);
  });

  it.each([
    ['throws', "throw new Error('no DATABASE_URL');", /cannot be loaded: no DATABASE_URL$/m, 1],
    ['ends', 'process.exit(7);', /ended by itself, with exit code 7, while it was loaded$/m, 1],
    [
      'exports nothing',
      'module.exports = 1;',
      /makes no receiver while it is loaded, and exports none; name the module that calls imCallbacks/,
      1,
    ],
  ])('says what is wrong with a module that %s', async (_what, text, says, exits) => {
    const { code, stderr } = await run(['config', '--app', moduleOf(text)]);
    expect([code, stderr]).toEqual([exits, expect.stringMatching(says)]);
  });

  it('says that it runs the module; nothing is run without it', async () => {
    const file = moduleOf(
      `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'ran'))}, ''); exports.onGroupMsg = () => {};`,
    );
    const { stderr } = await run(['config', '--app', file]);
    expect(stderr).toBe(`Running ${file} in a process of its own, until it is loaded.\n`);
    const { code, stderr: missing } = await run(['config', '--app', join(folder, 'none.js')]);
    expect([code, missing]).toEqual([2, expect.stringContaining('there is no such file')]);
  });
});

describe('mistakes on the command line', () => {
  it.each([
    [[], /name the handlers of your app, e\.g\. onGroupMsg, or its module with --app/],
    [['onGropMsg'], /did you mean onGroupMsg\?/],
    [
      ['onGroupMsg', '--part', 'nginx.conf'],
      /there is no part nginx\.conf; there are: console, webhooks\.yml, environment/,
    ],
    [['onTopicCreate', '--vendor', 'openim'], /command of tencent, not of openim|no command or event/],
    [['onGroupMsg', '--vendor', 'tencent', '--secret', 'x'], /--secret is openim's/],
    [['onGroupMsg', '--url', 'chat.example.com'], /is not a URL; write the whole URL/],
    [['onGroupMsg', '--server', '3.8'], /Did you mean --server-version\?/],
  ])('%j', async (args, says) => {
    const { code, stderr } = await run(['config', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
  });
});

/** The packed tarball, installed by npm into a CommonJS, an ESM and two TypeScript projects, and a request made in each. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const work = mkdtempSync(join(tmpdir(), 'im-callbacks-'));
const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
let tarball = '';

const run = (command: string, args: string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', work], root);
  tarball = join(work, readdirSync(work).find((name) => name.endsWith('.tgz')) ?? 'nothing was packed');
}, 60_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const body = `
const app = express().use('/im-callback', imCallbacks({
  tencent: { sdkAppId: 1400000001 },
  beforeGroupMsg: (event) => (event.body.GroupId === 'g' ? refuse({ code: 10100, info: 'no' }) : allow()),
}));
const server = app.listen(0, '127.0.0.1', async () => {
  const { port } = server.address()NOT_NULL;
  const url = 'http://127.0.0.1:' + port + '/im-callback?SdkAppid=1400000001&CallbackCommand=Group.CallbackBeforeSendMsg';
  const text = JSON.stringify({ GroupId: 'g', From_Account: 'a', MsgBody: [] });
  const res = await fetch(url, { method: 'POST', body: text });
  console.log(res.status, await res.text());
  server.close();
});
`;
/** fast-check is optional, and not installed in these projects. */
const withoutFastCheck = `try { arbitrary('C2C.CallbackAfterSendMsg'); throw new Error('fast-check is here'); }
catch (error) { if (!/npm install --save-dev fast-check/.test(String(error))) throw error; }`;
const names = '{ allow, imCallbacks, refuse }';
const answer = '200 {"ActionStatus":"OK","ErrorInfo":"no","ErrorCode":10100}\n';

function project(name: string, dependencies: string[], files: Record<string, string>): string {
  const folder = join(work, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--no-package-lock'];
  run('npm', ['install', ...flags, tarball, ...dependencies], folder);
  return folder;
}

describe('the packed package', () => {
  it('works in a CommonJS project with Express 4', () => {
    const text = `const express = require('express');\nconst ${names} = require('express-im-callbacks');${body}`;
    const folder = project('cjs', ['express@4.18'], { 'package.json': '{}', 'index.js': text.replace('NOT_NULL', '') });
    expect(run(process.execPath, ['index.js'], folder)).toBe(answer);
  }, 120_000);

  it('works in an ESM project with Express 5', () => {
    const text = `import express from 'express';\nimport ${names} from 'express-im-callbacks';\nimport { tencentCommands } from 'express-im-callbacks/tencent';\nimport { openimCommands } from 'express-im-callbacks/openim';\nimport { asyncapi } from 'express-im-callbacks/schema';\nimport { otel } from 'express-im-callbacks/otel';\nimport { textOf } from 'express-im-callbacks/message';\nimport { createSender } from 'express-im-callbacks/sender';\nimport { arbitrary, deliver } from 'express-im-callbacks/testing';\nif (!otel().request || !createSender || !textOf || !deliver || tencentCommands.length === 0 || openimCommands.length === 0 || asyncapi().info.version === undefined) throw new Error('a subpath is empty');\n${withoutFastCheck}${body}`;
    const files = { 'package.json': '{"type":"module"}', 'index.js': text.replace('NOT_NULL', '') };
    expect(run(process.execPath, ['index.js'], project('esm', ['express@5', '@opentelemetry/api@1'], files))).toBe(
      answer,
    );
  }, 120_000);

  it.each([
    ['5', 'esm-ts', '{"type":"module"}'],
    ['4', 'cjs-ts', '{}'],
  ])(
    'works in a strict TypeScript project with @types/express %s',
    (major, name, manifest) => {
      const text = `import express from 'express';\nimport type { AddressInfo } from 'node:net';\nimport ${names} from 'express-im-callbacks';\nimport { messageOf, textOf } from 'express-im-callbacks/message';\nimport { createSender } from 'express-im-callbacks/sender';\nimport { arbitrary, deliver, sample } from 'express-im-callbacks/testing';\nexport const kit = [createSender, deliver, messageOf, sample, textOf];\n${withoutFastCheck}${body}`;
      const files = {
        'package.json': manifest,
        'tsconfig.json': JSON.stringify({
          compilerOptions: {
            strict: true,
            module: 'node16',
            target: 'es2022',
            types: ['node'],
            esModuleInterop: true,
            outDir: 'out',
          },
        }),
        'index.ts': text.replace('server.address()NOT_NULL', '(server.address() as AddressInfo)'),
      };
      // skipLibCheck is off: our own declarations are checked too.
      const folder = project(name, [`express@${major}`, `@types/express@${major}`, '@types/node@20'], files);
      run(process.execPath, [tsc, '-p', '.'], folder);
      expect(run(process.execPath, ['out/index.js'], folder)).toBe(answer);
    },
    120_000,
  );

  it('opens a SQLite inbox where Node has a driver, and says what to install where there is none', () => {
    const text = `import { memoryInbox } from 'express-im-callbacks/inbox/memory';
import { sqliteInbox } from 'express-im-callbacks/inbox/sqlite';
console.log((await memoryInbox().open()).durability);
const opened = await sqliteInbox({ file: 'inbox.db' }).open().catch((error) => error.message);
const builtIn = process.getBuiltinModule?.('node:sqlite') !== undefined;
console.log(builtIn ? opened.durability !== undefined : /run npm install better-sqlite3 \\(or libsql\\)/.test(opened));
`;
    const folder = project('inbox', [], { 'package.json': '{"type":"module"}', 'index.js': text });
    expect(run(process.execPath, ['index.js'], folder)).toBe('none\ntrue\n');
  }, 120_000);

  it('says what to install for each part that needs a package', () => {
    const text = `for (const part of ['otel', 'inbox/bullmq', 'inbox/postgres'])
  await import('express-im-callbacks/' + part).then(() => console.log('loaded'), (error) => console.log(error.message));
`;
    const folder = project('parts', [], { 'package.json': '{"type":"module"}', 'index.js': text });
    expect(run(process.execPath, ['index.js'], folder)).toBe(
      `express-im-callbacks/otel needs what is not installed; run npm install @opentelemetry/api
express-im-callbacks/inbox/bullmq needs what is not installed; run npm install bullmq@6 ioredis@5
express-im-callbacks/inbox/postgres needs what is not installed; run npm install pg@8
`,
    );
  }, 120_000);

  it('has a command line that npx finds, without Express and the drivers of the inbox', () => {
    const folder = project('cli', [], { 'package.json': '{}' });
    expect(run('npx', ['im-callbacks', '--help'], folder)).toContain('Usage: im-callbacks [options] [command]');
    expect(run('npx', ['im-callbacks', 'list', 'onReadReceipt'], folder)).toContain('Group.CallbackAfterReadReceipt');
  }, 120_000);

  it('brings three run-time dependencies, one for the command line, and nothing that is not meant for users', () => {
    const { dependencies } = require('../../package.json');
    expect(Object.keys(dependencies)).toEqual(['body-parser', 'commander', 'fp-ts', 'io-ts']);
    const listed = run('tar', ['-tzf', tarball], work).trim().split('\n');
    const strange = listed.filter(
      (file) =>
        !/^package\/(dist\/|docs\/|package\.json|README(\.zh-CN)?\.md|LICENSE|CHANGELOG\.md|SECURITY\.md|src\/vendors\/\w+\/README\.md)/.test(
          file,
        ),
    );
    expect(strange).toEqual([]);
    expect(listed).toEqual(expect.arrayContaining(['package/README.md', 'package/LICENSE', 'package/CHANGELOG.md']));
  });

  it('has declarations of what its entries lead to, and no others', () => {
    const listed = run('tar', ['-tzf', tarball], work).trim().split('\n');
    const declared = listed.filter((file) => file.endsWith('.d.ts'));
    expect(declared).toContain('package/dist/vendors/tencent/catalogue/bodies/group-messages.d.ts');
    // Entries of the catalogue have their types in `bodies`; the command line is no module of anybody's.
    const unread = /^package\/dist\/(?:cli|vendors\/tencent\/catalogue\/group-messages|vendors\/openim\/doctor)/;
    expect(declared.filter((file) => unread.test(file))).toEqual([]);
  });
});

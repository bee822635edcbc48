/** In a project of its own, with Nest from npm and this package as it would be published: the way of hosts/. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createSender } from '../../src/sender';
import { sample } from '../../src/testing';
import { until } from '../support/demo/running-app';
import { secret, textBody, token } from '../support/examples/run-example';
import { freePort } from '../support/free-port';

const { openScratch, makeProject } = require('../../hosts/scratch') as {
  openScratch(): Promise<{ folder: string; remove(): void }>;
  makeProject(scratch: object, name: string): Promise<void>;
};

jest.setTimeout(600_000);

const root = join(__dirname, '..', '..');
// Packages that are not in the lock file have to come from npm, so only a run that may skip nothing asks for them.
const wanted = process.env.IM_CALLBACKS_REQUIRE_ALL !== undefined;
const name = 'the NestJS example';

(wanted ? describe : describe.skip)(
  wanted ? name : `${name} (skipped: it installs Nest; IM_CALLBACKS_REQUIRE_ALL=1 runs it)`,
  () => {
    let scratch: { folder: string; remove(): void } | undefined;
    let child: ChildProcess | undefined;
    let origin = '';
    let output = '';

    beforeAll(async () => {
      scratch = await openScratch();
      await makeProject(scratch, 'nest');
      const folder = join(scratch.folder, 'nest');
      cpSync(join(root, 'examples', 'nestjs.ts'), join(folder, 'nestjs.ts'));
      const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc');
      execFileSync(process.execPath, [tsc, '-p', '.'], { cwd: folder });
      const port = await freePort();
      origin = `http://127.0.0.1:${port}`;
      const env = { PATH: process.env.PATH, PORT: String(port), IM_CALLBACK_TOKEN: token, OPENIM_SECRET: secret };
      const started = spawn(process.execPath, ['nestjs.js'], { cwd: folder, env });
      child = started;
      for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (output += chunk));
      await until(async () => expect((await fetch(origin)).status).toBe(404), 60_000);
    });
    afterAll(() => {
      child?.kill('SIGKILL');
      scratch?.remove();
    });

    it('refuses, stores, turns strangers away, and stops cleanly', async () => {
      const to = `${origin}/im-callback`;
      const tencent = createSender({ vendor: 'tencent', to, sdkAppId: 1400000001, token, timeoutMs: 20_000 });
      const openim = createSender({ vendor: 'openim', to, secret, timeoutMs: 20_000 });
      const before = 'Group.CallbackBeforeSendMsg';
      const asked = await tencent.send(before, sample(before, textBody('buy spam')));
      expect(asked.conclusion).toMatchObject({ result: 'refused', info: 'not welcome here' });
      const after = 'callbackAfterSendGroupMsgCommand';
      await openim.send(after, sample(after));
      await until(() => expect(output).toContain('saved openim/'));
      expect((await fetch(`${to}/callbackAfterSendGroupMsgCommand`, { method: 'POST', body: '{}' })).status).toBe(403);
      tencent.close();
      openim.close();
      const ended = once(child as ChildProcess, 'exit'); // started above
      child?.kill('SIGTERM');
      expect(await ended).toEqual([null, 'SIGTERM']); // how Nest ends, once its hooks have run
    });
  },
);

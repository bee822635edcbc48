/** What cannot store is not called ready: a disk that is full or read-only, missing rights, damage; and it is well again by itself. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imCallbacks } from '../../../../src';
import { sqliteInbox } from '../../../../src/inbox/sqlite';
import { delivery, eventually } from '../../../support/inbox/deliveries';
import { breakable, freshFile, freshFolder, freshMount } from '../../../support/inbox/sqlite/files';
import { ended, firstWord, otherProcess } from '../../../support/inbox/sqlite/processes';

const ends: (() => Promise<unknown>)[] = [];
let warned: jest.SpyInstance;
beforeEach(() => {
  warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  warned.mockRestore();
});

function receiver(options: Parameters<typeof sqliteInbox>[0]) {
  const inbox = sqliteInbox(options);
  const callbacks = imCallbacks({ tencent: { sdkAppId: 1400000001 }, inbox, onGroupMsg: () => {} });
  ends.push(() => callbacks.drain());
  const isReady = () =>
    callbacks.ready().then(
      () => true,
      () => false,
    );
  return { inbox, callbacks, isReady };
}

describe.each([
  ['full', 'SQLITE_FULL', 'database or disk is full', 'is full: its disk is'],
  ['read-only', 'SQLITE_READONLY', 'attempt to write a readonly database', 'cannot be written; check that its disk'],
  ['broken', 'SQLITE_IOERR_FSYNC', 'disk I/O error', 'cannot be written; check that its disk works'],
  ['damaged', 'SQLITE_CORRUPT', 'database disk image is malformed', 'is damaged; restart the app'],
  ['locked by another program', 'SQLITE_BUSY', 'database is locked', 'is locked by another program'],
])('a store that comes to be %s', (_how, code, message, words) => {
  it('says so by ready(), with no delivery that found out, until it is well', async () => {
    const sqlite = breakable();
    const { inbox, callbacks, isReady } = receiver({ file: freshFile(), driver: sqlite.driver });
    expect(await callbacks.ready()).toMatchObject({ notes: expect.any(Array) });
    sqlite.broken = Object.assign(new Error(message), { code });
    await eventually(async () => !(await isReady()));
    await expect(callbacks.ready()).rejects.toThrow(words);
    await expect(inbox.accept(delivery())).rejects.toThrow(words);
    sqlite.broken = undefined;
    await eventually(isReady);
    expect(await inbox.stats()).toMatchObject({ waiting: 0, dead: 0 });
  });
});

it('to be asked costs one transaction a second at most', async () => {
  const sqlite = breakable();
  const { inbox } = receiver({ file: freshFile(), driver: sqlite.driver });
  await inbox.open();
  await inbox.open();
  const before = sqlite.commits;
  for (let i = 0; i < 50; i++) await inbox.open();
  expect(sqlite.commits - before).toBeLessThan(10);
});

it('a bound of its own, which handling makes room in, is no reason not to be ready', async () => {
  const inbox = sqliteInbox({ file: freshFile(), maxBytes: 2 ** 20 });
  ends.push(() => inbox.close());
  await inbox.open();
  const large = () => inbox.accept(delivery({ body: `"${'x'.repeat(30_000)}"` }));
  const accepted = async () => {
    for (;;) await large();
  };
  await expect(accepted()).rejects.toThrow('the inbox is full');
  expect(await inbox.open()).toMatchObject({ notes: expect.any(Array) });
});

const mount = freshMount('2m');
(mount ? describe : describe.skip)(`a disk${mount ? '' : ' (skipped: no right to mount)'}`, () => {
  it('that is full is said at the start and later, and there is room again by itself', async () => {
    const file = join(mount ?? '', 'inbox.db');
    const ballast = join(mount ?? '', 'ballast');
    const fill = () => spawnSync('sh', ['-c', `cat /dev/zero > ${ballast}`]);
    fill();
    const { callbacks, isReady, inbox } = receiver({ file });
    await expect(callbacks.ready()).rejects.toThrow(/full/);
    rmSync(ballast);
    await eventually(isReady);
    fill();
    await eventually(async () => !(await isReady()));
    await expect(callbacks.ready()).rejects.toThrow('the inbox is full: its disk is');
    rmSync(ballast);
    await eventually(isReady);
    expect(await inbox.accept(delivery())).toEqual({ fresh: true });
  });
});

const isRoot = process.getuid?.() === 0;
/** In another process, which gives up the rights of root where it has them. */
const asNobody = isRoot ? 'process.setgid(65534); process.setuid(65534);' : '';
const tryToOpen = `${asNobody}
  await sqlite.sqliteInbox({ file }).open().then(() => say('open'), (error) => say(error.message));
  process.disconnect();`;

it.each(['the folder', 'the file', 'the -lock file'])(
  'without the right to write %s it says so',
  async (what) => {
    const folder = join(freshFolder(), 'data');
    mkdirSync(folder);
    const file = join(folder, 'inbox.db');
    for (const path of [file, `${file}-lock`]) writeFileSync(path, '');
    chmodSync(join(folder, '..'), 0o755);
    chmodSync(folder, what === 'the folder' ? 0o555 : 0o777);
    chmodSync(file, what === 'the file' ? 0o444 : 0o666);
    // A lock that was only opened to be read would keep nobody out.
    chmodSync(`${file}-lock`, what === 'the -lock file' ? 0o444 : 0o666);
    const child = otherProcess(file, tryToOpen);
    expect(await firstWord(child)).toMatch(/is read-only for this process; give it the right to write there/);
    await ended(child);
  },
  30_000,
);

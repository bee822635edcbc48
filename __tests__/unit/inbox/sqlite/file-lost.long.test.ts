/** The file is taken away from under the inbox while it is open. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { InboxFault } from '../../../../src/inbox/inbox';
import { sqliteInbox } from '../../../../src/inbox/sqlite';
import { delivery, eventually, isIdle, pause } from '../../../support/inbox/deliveries';
import { freshFile, freshFolder, plain } from '../../../support/inbox/sqlite/files';
import { opened } from '../../../support/inbox/sqlite/opened';
import { ended, firstWord, otherProcess } from '../../../support/inbox/sqlite/processes';

const done = { next: 'done' } as const;
let warned: jest.SpyInstance;
beforeEach(() => {
  warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
});
afterEach(() => warned.mockRestore());

const warnings = () => warned.mock.calls.map(([sentence]) => String(sentence));
const filesBeside = (file: string, part: string) =>
  readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}${part}`));

/** An inbox with 20 deliveries in as many conversations, handled four at a time, none of which ends before `release`. */
async function filled(file: string) {
  const inbox = sqliteInbox({ file });
  await inbox.open();
  opened.push(inbox);
  const faults: InboxFault[] = [];
  const handled: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await inbox.consume(
    async (attempt) => {
      await released;
      handled.push(attempt.delivery.key);
      return done;
    },
    { concurrency: 4, onFault: (fault) => faults.push(fault) },
  );
  const stored = Array.from({ length: 20 }, (_, i) => delivery({ conversation: `room-${i}` }));
  await Promise.all(stored.map((one) => inbox.accept(one)));
  await pause(1300); // until the log was taken in: so it is the file that has them
  return { inbox, faults, handled, release, keys: stored.map(({ key }) => key) };
}

const ways: [string, (file: string) => void, RegExp][] = [
  ['removed', (file) => rmSync(file), /it was removed or moved away/],
  [
    'removed with all that stands beside it',
    (file) => {
      for (const name of filesBeside(file, '')) rmSync(join(dirname(file), name));
    },
    /it was removed or moved away/,
  ],
  ['moved', (file) => renameSync(file, `${file}.moved`), /it was removed or moved away/],
  [
    'replaced by a copy of before',
    (file) => {
      copyFileSync(file, `${file}.copy`);
      renameSync(`${file}.copy`, file);
    },
    /it was replaced by another file/,
  ],
  ['robbed of its -wal', (file) => rmSync(`${file}-wal`), /its -wal file was removed or moved away/],
  ['robbed of its -shm', (file) => rmSync(`${file}-shm`), /its -shm file was removed or moved away/],
];

describe.each(ways)('a file that is %s', (_how, take, words) => {
  it('is noticed; nothing more is accepted, and nothing that was is lost', async () => {
    const file = freshFile();
    const { inbox, faults, handled, release, keys } = await filled(file);
    take(file);
    await eventually(() => faults.length > 0);
    expect(faults).toMatchObject([{ fault: 'lost', message: expect.stringMatching(words) }]);
    await expect(inbox.accept(delivery())).rejects.toThrow(words);
    await expect(inbox.bury(delivery(), 'it does not fit')).rejects.toThrow('nothing more is accepted');
    await expect(inbox.open()).rejects.toThrow('restart the app');
    expect(warnings()).toEqual([expect.stringMatching(words)]);
    // It goes on with what it has saved, and takes in the rest at the next start.
    release();
    await eventually(() => isIdle(inbox));
    expect(handled.sort()).toEqual([...keys].sort());
    await inbox.close();
    const next = sqliteInbox({ file });
    await next.open();
    opened.push(next);
    expect(filesBeside(file, '-saved')).toEqual([]);
    if (!_how.startsWith('replaced')) expect(await next.stats()).toMatchObject({ waiting: 0 });
  });

  it('is noticed by the next delivery before it is acknowledged', async () => {
    const file = freshFile();
    const inbox = sqliteInbox({ file });
    await inbox.open();
    opened.push(inbox);
    await inbox.accept(delivery());
    take(file);
    // The -shm file holds nothing that was accepted; it is looked at once a second.
    if (_how.endsWith('-shm')) await pause(1500);
    await expect(inbox.accept(delivery())).rejects.toThrow(words);
  });
});

it('what a process had not handled when it was killed is there at the next start', async () => {
  const file = freshFile();
  const child = otherProcess(
    file,
    `const inbox = sqlite.sqliteInbox({ file });
     await inbox.open();
     await inbox.consume(() => new Promise(() => {}), { concurrency: 1, onFault: ({ fault }) => say(fault) });
     for (let n = 0; n < 30; n++)
       await inbox.accept({ key: String(n), identified: true, conversation: 'c', vendor: 'v', wire: 'w', operationID: 'o',
         receivedAt: 1, query: {}, expected: true, body: String(n) });
     require('node:fs').rmSync(file);
     setInterval(() => {}, 1000);`,
  );
  expect(await firstWord(child)).toBe('lost');
  const [saved = ''] = filesBeside(file, '-saved');
  expect((statSync(join(dirname(file), saved)).mode & 0o777).toString(8)).toBe('600');
  child.kill('SIGKILL');
  await ended(child);
  const inbox = sqliteInbox({ file });
  await inbox.open();
  opened.push(inbox);
  const bodies: string[] = [];
  await inbox.consume(
    async ({ delivery: { body } }) => {
      bodies.push(body);
      return done;
    },
    { concurrency: 4 },
  );
  await eventually(() => isIdle(inbox));
  expect(bodies).toEqual(Array.from({ length: 30 }, (_, n) => String(n)));
}, 30_000);

it('a folder that is gone with all in it is waited for, and what was waiting is saved there', async () => {
  const file = join(freshFolder(), 'data', 'inbox.db');
  mkdirSync(dirname(file));
  const { inbox, faults, handled, release, keys } = await filled(file);
  rmSync(dirname(file), { recursive: true });
  await eventually(() => faults.length > 0);
  await expect(inbox.accept(delivery())).rejects.toThrow('could not be saved');
  mkdirSync(dirname(file));
  await eventually(() => filesBeside(file, '-saved').length > 0);
  await expect(inbox.accept(delivery())).rejects.toThrow('is saved in');
  expect(faults).toHaveLength(1);
  release();
  await eventually(() => isIdle(inbox));
  expect(handled.sort()).toEqual([...keys].sort());
});

describe('a -lock file that is removed', () => {
  it('is recreated, and keeps others out as before', async () => {
    const file = freshFile();
    const inbox = sqliteInbox({ file });
    await inbox.open();
    opened.push(inbox);
    rmSync(`${file}-lock`);
    await eventually(() => existsSync(`${file}-lock`));
    expect((statSync(`${file}-lock`).mode & 0o777).toString(8)).toBe('600');
    expect(await inbox.accept(delivery())).toEqual({ fresh: true });
    expect(warnings()).toEqual([expect.stringContaining('has been recreated')]);
    const child = otherProcess(file, 'await sqlite.sqliteInbox({ file }).open(); await say("open");');
    expect(await firstWord(child)).toEqual({ error: expect.stringContaining('another process has') });
    await ended(child);
  }, 30_000);

  it('by which another process came in: this one accepts and hands out nothing more', async () => {
    const file = freshFile();
    const { inbox, faults, handled, release } = await filled(file);
    // As often as this one recreates it, which it does once a second.
    const child = otherProcess(
      file,
      `const inbox = sqlite.sqliteInbox({ file });
       for (let isOpen = false; !isOpen; ) {
         require('node:fs').rmSync(file + '-lock', { force: true });
         isOpen = await inbox.open().then(() => true, () => false);
       }
       await say('open');
       setInterval(() => {}, 1000);`,
    );
    expect(await firstWord(child)).toBe('open');
    await eventually(() => faults.length > 0);
    const words = 'another process has the inbox now';
    expect(faults).toMatchObject([{ fault: 'lost', message: expect.stringContaining(words) }]);
    await expect(inbox.accept(delivery())).rejects.toThrow(words);
    await expect(inbox.open()).rejects.toThrow(words);
    release();
    await eventually(() => handled.length === 4);
    await pause(50);
    expect(handled).toHaveLength(4);
    child.kill('SIGKILL');
    await ended(child);
  }, 30_000);
});

describe('a file that is truncated', () => {
  it.each([
    ['to nothing', 0],
    ['to some pages', 5 * 4096],
  ])('%s is noticed, and does not keep the app from starting again', async (_how, bytes) => {
    const file = freshFile();
    const { inbox, faults, handled, release, keys } = await filled(file);
    truncateSync(file, bytes);
    await eventually(() => faults.length > 0);
    expect(faults[0]).toMatchObject({ fault: 'lost', message: expect.stringContaining('it was truncated') });
    await expect(inbox.accept(delivery())).rejects.toThrow('it was truncated');
    release();
    await eventually(() => handled.length >= 4);
    expect(keys).toEqual(expect.arrayContaining(handled));
    await inbox.close();
    const next = sqliteInbox({ file });
    await next.open();
    opened.push(next);
    expect(await next.accept(delivery())).toEqual({ fresh: true });
  });

  it('its -wal, too, and what is in it is not gone', async () => {
    const file = freshFile();
    const inbox = sqliteInbox({ file });
    await inbox.open();
    opened.push(inbox);
    await inbox.accept(delivery());
    truncateSync(`${file}-wal`, 100);
    await expect(inbox.accept(delivery())).rejects.toThrow('its -wal file was truncated');
    await inbox.close();
    const next = sqliteInbox({ file });
    await next.open();
    opened.push(next);
    expect(await next.accept(delivery())).toEqual({ fresh: true });
  });
});

describe('what is no loss', () => {
  it('another program takes the log in', async () => {
    const file = freshFile();
    const inbox = sqliteInbox({ file });
    await inbox.open();
    opened.push(inbox);
    await inbox.accept(delivery());
    const database = plain(file);
    database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    database.close();
    expect(await inbox.accept(delivery())).toEqual({ fresh: true });
    expect(await inbox.stats()).toMatchObject({ waiting: 2 });
  });

  it('another program makes the file smaller by VACUUM', async () => {
    const file = freshFile();
    const inbox = sqliteInbox({ file, maxDead: 0 });
    await inbox.open();
    opened.push(inbox);
    for (let i = 0; i < 50; i++) await inbox.bury(delivery({ body: `"${'x'.repeat(20_000)}"` }), 'it does not fit');
    await pause(1300);
    const before = statSync(file).size;
    const database = plain(file);
    database.exec('VACUUM');
    database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    database.close();
    expect(statSync(file).size).toBeLessThan(before);
    await pause(1300);
    expect(await inbox.accept(delivery())).toEqual({ fresh: true });
    expect(await inbox.open()).toMatchObject({ notes: expect.any(Array) });
  });
});

it('a file that was saved and cannot be read is left where it is, and said', async () => {
  const file = freshFile();
  const saved = `${file}-saved-1700000000000`;
  writeFileSync(saved, 'no database');
  const inbox = sqliteInbox({ file });
  await inbox.open();
  opened.push(inbox);
  expect(existsSync(saved) && readFileSync(saved, 'utf8')).toBe('no database');
  expect(warnings()).toEqual([expect.stringContaining(`could not take in ${saved}`)]);
});

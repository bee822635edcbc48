/** What `open` says where there is something wrong, and who may have the file. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sqliteInbox } from '../../../../src/inbox/sqlite';
import { delivery } from '../../../support/inbox/deliveries';
import { freshFile, freshFolder, freshMount, plain } from '../../../support/inbox/sqlite/files';
import { ended, firstWord, otherProcess } from '../../../support/inbox/sqlite/processes';

async function filled(count: number): Promise<string> {
  const file = freshFile();
  const inbox = sqliteInbox({ file });
  await inbox.open();
  await Promise.all(Array.from({ length: count }, () => inbox.accept(delivery())));
  await inbox.close();
  return file;
}

describe('the options of sqliteInbox', () => {
  it.each([
    [{}, 'imCallbacks: option sqliteInbox.file is missing'],
    [{ file: '' }, 'imCallbacks: option sqliteInbox.file must be the path of a file'],
    [{ file: ':memory:' }, 'imCallbacks: option sqliteInbox.file must be the path of a file'],
    [
      { file: 'x.db', driver: 'sqlite3' },
      "option sqliteInbox.driver must be 'node:sqlite', 'better-sqlite3', 'libsql'",
    ],
    [{ file: 'x.db', maxBytes: 10 }, 'option sqliteInbox.maxBytes must be a whole number of bytes from 1048576'],
    [{ file: 'x.db', dedupms: 10 }, 'there is no option sqliteInbox.dedupms; did you mean dedupMs?'],
    [undefined, 'sqliteInbox must be an object, got undefined'],
    [
      'x.db',
      "sqliteInbox must be an object, got a string (not shown); write sqliteInbox({ file: '/var/lib/app/inbox.db' })",
    ],
    [
      { path: 'x.db' },
      "there is no option sqliteInbox.path; the option is called file; write file: '/var/lib/app/inbox.db'",
    ],
  ])('are checked: %j', (options, message) => {
    expect(() => sqliteInbox(options as never)).toThrow(TypeError);
    expect(() => sqliteInbox(options as never)).toThrow(message);
  });

  it('do not name a driver that is not installed without being told what to do', async () => {
    const inbox = sqliteInbox({ file: freshFile(), driver: 'better-sqlite3' });
    await expect(inbox.open()).rejects.toThrow(/run npm install better-sqlite3 \(or libsql\).*Node 22\.13/);
  });
});

describe('a file that cannot be an inbox', () => {
  it('in a folder that is missing; and opens once the folder is there', async () => {
    const folder = join(freshFolder(), 'later');
    const inbox = sqliteInbox({ file: join(folder, 'inbox.db') });
    await expect(inbox.open()).rejects.toThrow(`is missing; make it: mkdir -p ${folder}`);
    mkdirSync(folder);
    const { durability } = await inbox.open();
    const isDisk = statfsSync(folder).type !== 0x01021994; // tmpfs: some have their /tmp in memory
    expect(durability).toBe(isDisk ? 'power-loss' : 'process-crash');
    await inbox.close();
  });

  it('because it is a folder', async () => {
    const folder = freshFolder();
    await expect(sqliteInbox({ file: folder }).open()).rejects.toThrow(
      `${folder} is a folder; name a file in it, e.g. ${folder}/inbox.db`,
    );
  });

  it('because it is not a database', async () => {
    const file = freshFile();
    writeFileSync(file, 'a text of somebody else\n'.repeat(100));
    await expect(sqliteInbox({ file }).open()).rejects.toThrow(`${file} is not a SQLite database; name another file`);
    expect(readFileSync(file, 'utf8')).toMatch(/^a text of somebody else\n/);
  });

  it('because it is the database of another program, which is left as it is', async () => {
    const file = freshFile();
    const database = plain(file);
    database.exec('CREATE TABLE customers (name TEXT)');
    database.close();
    const before = readFileSync(file);
    await expect(sqliteInbox({ file }).open()).rejects.toThrow('a database of another program; name another file');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('because a newer version has written it', async () => {
    const file = await filled(1);
    const database = plain(file);
    database.exec('PRAGMA user_version=99');
    database.close();
    await expect(sqliteInbox({ file }).open()).rejects.toThrow(
      `${file} has the layout 99, this version of express-im-callbacks knows 3; upgrade the package`,
    );
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? it.skip : it)(`because it may not be written${isRoot ? ' (skipped: root may)' : ''}`, async () => {
    const file = await filled(1);
    chmodSync(file, 0o444);
    await expect(sqliteInbox({ file }).open()).rejects.toThrow(`${file} is read-only for this process`);
  });

  const mount = freshMount('1m');
  (mount ? it : it.skip)(`because its disk is read-only${mount ? '' : ' (skipped: no right to mount)'}`, async () => {
    const file = join(mount ?? '', 'inbox.db');
    // In a process that ends: libsql releases a closed file when its statements are garbage, and the mount is busy till then.
    const made =
      'const inbox = sqlite.sqliteInbox({ file }); await inbox.open(); await inbox.close(); process.disconnect()';
    expect(await ended(otherProcess(file, made))).toEqual({ code: 0, signal: null });
    expect(spawnSync('mount', ['-o', 'remount,ro', mount ?? '']).status).toBe(0);
    const inbox = sqliteInbox({ file });
    await expect(inbox.open()).rejects.toThrow(/is read-only for this process; give it the right.*EROFS/);
    spawnSync('mount', ['-o', 'remount,rw', mount ?? '']);
    // And a file system in memory promises less.
    const { durability, notes } = await inbox.open();
    expect([durability, notes[0]]).toEqual(['process-crash', expect.stringContaining('put it on a disk')]);
    await inbox.close();
  });

  it('leaves nothing open or locked after it was refused', async () => {
    const file = freshFile();
    writeFileSync(file, 'not yet a database, but soon');
    const inbox = sqliteInbox({ file });
    await expect(inbox.open()).rejects.toThrow('is not a SQLite database');
    await expect(inbox.accept(delivery())).rejects.toThrow('not open');
    rmSync(file);
    await inbox.open();
    expect(await inbox.accept(delivery())).toEqual({ fresh: true });
    await inbox.close();
  });
});

describe('what the driver is asked to do', () => {
  it('says so where it does not wait for the disk', async () => {
    const driver = (file: string) => {
      const database = plain(file);
      return {
        prepare: database.prepare.bind(database),
        close: database.close.bind(database),
        exec: (sql: string) => database.exec(sql.replace('synchronous=FULL', 'synchronous=NORMAL')),
      };
    };
    const inbox = sqliteInbox({ file: freshFile(), driver });
    const { durability, notes } = await inbox.open();
    expect(durability).toBe('process-crash');
    expect(notes).toEqual([expect.stringContaining('keeps PRAGMA synchronous=FULL')]);
    await inbox.close();
  });

  it('insists on a write-ahead log', async () => {
    const inbox = sqliteInbox({ file: freshFile(), driver: () => plain(':memory:') });
    await expect(inbox.open()).rejects.toThrow(
      'a write-ahead log is not possible there; SQLite offers only journal_mode=memory',
    );
  });
});

describe('one process at a time', () => {
  const holder = `
    const inbox = sqlite.sqliteInbox({ file });
    await inbox.open();
    await say('open');
    setInterval(() => {}, 1000);`;

  it('refuses a second inbox in the same process, by whatever path', async () => {
    const file = freshFile();
    const [first, second] = [sqliteInbox({ file }), sqliteInbox({ file })];
    await first.open();
    await expect(second.open()).rejects.toThrow(`${file} is open already in this process; share one inbox`);
    const link = join(freshFolder(), 'link.db');
    symlinkSync(file, link);
    await expect(sqliteInbox({ file: link }).open()).rejects.toThrow('open already in this process');
    await first.close();
    await second.open();
    await second.close();
  });

  it('refuses a file that another process has, and gets it when that one is killed', async () => {
    const file = freshFile();
    const child = otherProcess(file, holder);
    expect(await firstWord(child)).toBe('open');
    const inbox = sqliteInbox({ file });
    await expect(inbox.open()).rejects.toThrow(`another process has ${file}; stop that process first`);
    child.kill('SIGKILL');
    await ended(child);
    await inbox.open();
    expect(await inbox.accept(delivery())).toEqual({ fresh: true });
    await inbox.close();
  }, 30_000);

  it('is itself what other processes are refused for, also after it has closed another inbox', async () => {
    const file = freshFile();
    const [inbox, other] = [sqliteInbox({ file }), sqliteInbox({ file: freshFile() })];
    await inbox.open();
    await other.open();
    await other.close();
    const child = otherProcess(file, holder);
    expect(await firstWord(child)).toEqual({ error: expect.stringContaining('another process has') });
    await ended(child);
    await inbox.close();
    const next = otherProcess(file, holder);
    expect(await firstWord(next)).toBe('open');
    next.kill('SIGKILL');
    await ended(next);
  }, 30_000);

  it('keeps no process alive, and leaves no log behind once it is closed', async () => {
    const file = freshFile();
    const open = 'await sqlite.sqliteInbox({ file }).open(); process.disconnect();';
    expect(await ended(otherProcess(file, open))).toEqual({ code: 0, signal: null });
    const inbox = sqliteInbox({ file });
    await inbox.open();
    await inbox.accept(delivery());
    await inbox.close();
    expect(existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`).length : 0).toBe(0);
  }, 30_000);
});

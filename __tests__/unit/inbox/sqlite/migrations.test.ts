/** Files of older and of newer versions. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, statSync } from 'node:fs';
import { inspectSqliteInbox, sqliteInbox } from '../../../../src/inbox/sqlite';
import { toContent } from '../../../../src/inbox/sqlite/content';
import type { SqliteDatabase } from '../../../../src/inbox/sqlite/driver';
import { migrations } from '../../../../src/inbox/sqlite/migrations';
import { placeOfSequences } from '../../../../src/inbox/sqlite/migrations/0002-place-of-sequences';
import { delivery, eventually } from '../../../support/inbox/deliveries';
import { freshFile, plain } from '../../../support/inbox/sqlite/files';
import { ended, firstWord, otherProcess } from '../../../support/inbox/sqlite/processes';

const conversation = 'tencent/1400000001/group/%40TGS%231';
const [waiting, dead] = [delivery({ conversation }), delivery()];
const gap = { top: 7, at: 5, holes: [[3, 4, 1]] };

/** A file as the version with layout 1 left it: one delivery that waits, one dead letter, one sequence with a gap. */
function ofLayout1(): string {
  const file = freshFile();
  const database = plain(file);
  database.exec('PRAGMA journal_mode=WAL');
  database.exec(`
    CREATE TABLE waiting (id INTEGER PRIMARY KEY AUTOINCREMENT, accepted_at INTEGER NOT NULL, lane TEXT,
      aside INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0, first_failed_at INTEGER, due_at INTEGER,
      delay_ms INTEGER);
    CREATE TABLE content (id INTEGER PRIMARY KEY, head BLOB NOT NULL, body BLOB NOT NULL);
    CREATE TABLE dead (id INTEGER PRIMARY KEY AUTOINCREMENT, died_at INTEGER NOT NULL, attempts INTEGER NOT NULL,
      error BLOB NOT NULL, lane TEXT, head BLOB NOT NULL, body BLOB NOT NULL);
    CREATE INDEX dead_by_age ON dead (died_at);
    CREATE TABLE seen (hash BLOB PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX seen_by_end ON seen (until);
    CREATE TABLE note (id INTEGER PRIMARY KEY, conversation TEXT NOT NULL UNIQUE, state TEXT NOT NULL, due_at INTEGER);
    CREATE INDEX note_by_due ON note (due_at) WHERE due_at IS NOT NULL;
    PRAGMA application_id=0x494d4342; PRAGMA user_version=1`);
  fill(database);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)'); // the file is copied alone
  database.close();
  return file;
}

function fill(database: SqliteDatabase): void {
  const [one, two] = [toContent(waiting), toContent(dead)];
  database.prepare('INSERT INTO waiting (accepted_at, lane, attempts) VALUES (?, ?, 2)').run(Date.now(), conversation);
  database.prepare('INSERT INTO content VALUES (1, ?, ?)').run(one.head as Uint8Array, one.body as Uint8Array);
  database
    .prepare('INSERT INTO dead (died_at, attempts, error, head, body) VALUES (?, 3, ?, ?, ?)')
    .run(Date.now(), Buffer.from('never'), two.head as Uint8Array, two.body as Uint8Array);
  const note = database.prepare('INSERT INTO note (conversation, state, due_at) VALUES (?, ?, 1)');
  note.run(conversation, JSON.stringify(gap));
  note.run('openim/single/u1/u2', '{"damaged');
}

function layoutIn(file: string): number {
  const database = plain(file);
  const { user_version } = database.prepare('PRAGMA user_version').all()[0] as { user_version: number };
  database.close();
  return user_version;
}

const place = { vendor: 'tencent', appId: '1400000001', kind: 'group', ids: ['@TGS#1'] };

async function expectAllIn(file: string): Promise<void> {
  const inbox = sqliteInbox({ file });
  await inbox.open();
  expect(await inbox.dead()).toMatchObject([{ delivery: dead, error: 'never', attempts: 3 }]);
  const [sequence] = await inbox.sequences.due(10, 10);
  expect({ ...sequence, state: JSON.parse(sequence?.state ?? '') }).toEqual({
    conversation,
    state: { ...gap, place },
  });
  const attempts: unknown[] = [];
  await inbox.consume(
    async (attempt) => {
      attempts.push([attempt.attempt, attempt.delivery]);
      return { next: 'done' };
    },
    { concurrency: 1 },
  );
  await eventually(() => attempts.length === 1);
  expect(attempts).toEqual([[3, waiting]]);
  await inbox.close();
}

describe('a file of the layout before', () => {
  it('is brought up to date when it is opened, and has lost nothing', async () => {
    const file = ofLayout1();
    await expectAllIn(file);
    expect(layoutIn(file)).toBe(migrations.length);
  });

  it('has the same tables afterwards as one that was made new', async () => {
    const tables = async (file: string) => {
      const inbox = sqliteInbox({ file });
      await inbox.open();
      await inbox.close();
      const database = plain(file);
      const rows = database.prepare('SELECT name FROM sqlite_schema ORDER BY name').all() as { name: string }[];
      database.close();
      return rows.map(({ name }) => name);
    };
    expect(await tables(ofLayout1())).toEqual(await tables(freshFile()));
  });

  it('is one or the other after a SIGKILL in the middle of it, and is opened then', async () => {
    const old = ofLayout1();
    // Each statement of the migration in turn is the last that the process lives to see.
    for (const statement of ['ALTER TABLE note', 'PRAGMA application_id']) {
      const file = freshFile();
      copyFileSync(old, file);
      const code = `
        const open = (path) => new (require('libsql'))(path);
        const driver = (path) => {
          const database = open(path);
          const prepare = database.prepare.bind(database);
          const exec = (sql) => {
            if (!sql.includes(${JSON.stringify(statement)})) return database.exec(sql);
            database.exec(sql.replace('COMMIT', ''));
            process.kill(process.pid, 'SIGKILL');
          };
          return { prepare, exec, close: () => database.close() };
        };
        await sqlite.sqliteInbox({ file, driver }).open();
        await say('it was not killed');`;
      expect(await ended(otherProcess(file, code))).toEqual({ code: null, signal: 'SIGKILL' });
      expect(existsSync(`${file}-wal`) && statSync(file).size > 0).toBe(true);
      expect(layoutIn(file)).toBe(1);
      await expectAllIn(file);
    }
  }, 30_000);

  it('is migrated by an inspection, when no app has it', async () => {
    const file = ofLayout1();
    const inspection = await inspectSqliteInbox({ file });
    expect(await inspection.dead()).toMatchObject([{ delivery: dead }]);
    expect(await inspection.stats()).toMatchObject({ waiting: 1, dead: 1 });
    await inspection.close();
    await expectAllIn(file);
  });

  it('is left alone by an inspection while an app of the older version works on it', async () => {
    const file = ofLayout1();
    // What that app holds is the lock.
    const holder = otherProcess(
      file,
      `const lock = new (require('libsql'))(file + '-lock');
       lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
       await say('held');
       setInterval(() => lock, 1000);`,
    );
    expect(await firstWord(holder)).toBe('held');
    await expect(inspectSqliteInbox({ file })).rejects.toThrow(
      `${file} has the layout 1 of an older version of express-im-callbacks, and the app that works on it keeps it; restart the app`,
    );
    expect(layoutIn(file)).toBe(1);
    holder.kill('SIGKILL');
    await ended(holder);
  });
});

describe('a file of layout 2', () => {
  /** As the version that kept a row for each key left it; a key may be out of date. */
  function ofLayout2(until: number): string {
    const file = ofLayout1();
    const database = plain(file);
    placeOfSequences(database);
    const hash = createHash('sha256').update(waiting.key).digest().subarray(0, 16);
    database.prepare('INSERT INTO seen (hash, until) VALUES (?, ?)').run(hash, until);
    database.exec('PRAGMA user_version=2; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    return file;
  }

  it('is brought up to date, and has lost nothing', async () => {
    const file = ofLayout2(Date.now() + 60_000);
    await expectAllIn(file);
    expect(layoutIn(file)).toBe(migrations.length);
  });

  it('has its keys known until they are out of date, and forgotten then', async () => {
    for (const [until, fresh] of [
      [Date.now() + 60_000, false],
      [Date.now() - 1, true],
    ] as const) {
      const inbox = sqliteInbox({ file: ofLayout2(until) });
      await inbox.open();
      expect(await inbox.accept(waiting)).toEqual({ fresh });
      await inbox.close();
    }
  });
});

it('a file of a newer layout is refused, also to look in, and left as it is', async () => {
  const file = freshFile();
  const inbox = sqliteInbox({ file });
  await inbox.open();
  await inbox.close();
  const database = plain(file);
  database.exec(`PRAGMA user_version=${migrations.length + 1}`);
  database.close();
  const words = `${file} has the layout ${migrations.length + 1}, this version of express-im-callbacks knows ${migrations.length}; upgrade the package`;
  await expect(inbox.open()).rejects.toThrow(words);
  await expect(inspectSqliteInbox({ file })).rejects.toThrow(words);
  expect(layoutIn(file)).toBe(migrations.length + 1);
});

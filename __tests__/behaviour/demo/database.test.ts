import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inTransaction, migrations, openDatabase, versionOf } from '../../../demo/database';
import { openStore } from '../../../demo/store';
import { openViews } from '../../../demo/views';
import { newFolder } from '../../support/demo/running-app';

const folder = newFolder();
const broadcast = { key: 'b1', account: '@TOA#_news', type: 'text', text: 'snow', at: 1 };
const read = { key: 'r1', reader: 'wei', upTo: 7, at: 2 };

it('makes an empty file ready for the last version, and opens it again', () => {
  const file = join(folder, 'empty.db');
  openDatabase(file).close();
  const again = openDatabase(file);
  expect(versionOf(again)).toBe(migrations.length);
  openStore(again).saveRead(read);
  expect(openViews(again).newest(10, false)).toHaveLength(1);
  again.close();
});

it('makes its files for their owner alone, whatever the umask', () => {
  const umask = process.umask(0);
  const file = join(folder, 'private.db');
  const database = openDatabase(file);
  openStore(database).saveRead(read);
  const modes = readdirSync(folder).filter((name) => name.startsWith('private.db'));
  process.umask(umask);
  expect(modes.length).toBe(3);
  for (const name of modes) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  database.close();
});

it('brings a file of the version before up to this one, with all that is in it', () => {
  const file = join(folder, 'previous.db');
  const previous = openDatabase(file, migrations.slice(0, -1));
  expect(versionOf(previous)).toBe(migrations.length - 1);
  const insert = 'INSERT INTO broadcasts (key, account, type, text, sent_at) VALUES (?, ?, ?, ?, ?)';
  previous.prepare(insert).run('b1', '@TOA#_news', 'text', 'snow', 1);
  previous.close();

  const now = openDatabase(file);
  const store = openStore(now);
  store.saveBroadcast(broadcast);
  store.saveRead(read);
  const kinds = openViews(now)
    .newest(10, false)
    .map(({ kind }) => kind);
  expect(kinds).toEqual(['broadcast', 'read']);
  now.close();
});

it('leaves a file alone that a newer app has written', () => {
  const file = join(folder, 'newer.db');
  openDatabase(file, [...migrations, 'CREATE TABLE later (id INTEGER) STRICT']).close();
  expect(() => openDatabase(file)).toThrow(/is of version 3, and this app knows up to 2: start the newer app/);
});

it('keeps nothing of a transaction that failed, and goes on', () => {
  const database = openDatabase(join(folder, 'failed.db'));
  const work = () =>
    inTransaction(database, () => {
      database.exec("INSERT INTO changes (kind, ref) VALUES ('read', '1')");
      throw new Error('in the middle');
    });
  expect(work).toThrow('in the middle');
  expect(openViews(database).version()).toBe(0);
  openStore(database).saveRead(read);
  expect(openViews(database).version()).toBe(1);
  database.close();
});

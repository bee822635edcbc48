/** Keys of what was accepted: known in memory, kept in the file. */
import { connect } from '../../../../src/inbox/sqlite/connect';
import { findDriver } from '../../../../src/inbox/sqlite/driver';
import { seenTable } from '../../../../src/inbox/sqlite/seen';
import { delivery } from '../../../support/inbox/deliveries';
import { breakable, freshFile } from '../../../support/inbox/sqlite/files';
import { open } from '../../../support/inbox/sqlite/opened';
import { ended, otherProcess } from '../../../support/inbox/sqlite/processes';

it('are known after a restart, and after a process that was killed', async () => {
  const file = freshFile();
  const ones = Array.from({ length: 20 }, () => delivery());
  const code = `
    const inbox = sqlite.sqliteInbox({ file });
    await inbox.open();
    await Promise.all(${JSON.stringify(ones)}.map((one) => inbox.accept(one)));
    process.kill(process.pid, 'SIGKILL');`;
  expect(await ended(otherProcess(file, code))).toMatchObject({ signal: 'SIGKILL' });
  for (let restart = 0; restart < 2; restart++) {
    const inbox = await open({ file });
    const answers = await Promise.all(ones.map((one) => inbox.accept(one)));
    expect(answers.every(({ fresh }) => !fresh)).toBe(true);
    expect(await inbox.accept(delivery())).toEqual({ fresh: true });
    await inbox.close();
  }
});

it('are not known of a transaction that failed, and those before it are', async () => {
  const sqlite = breakable();
  const inbox = await open({ file: freshFile(), driver: sqlite.driver });
  const [before, failed] = [delivery(), delivery()];
  await inbox.accept(before);
  sqlite.broken = new Error('disk I/O error');
  await expect(inbox.accept(failed)).rejects.toThrow('disk I/O error');
  sqlite.broken = undefined;
  expect(await inbox.accept(before)).toEqual({ fresh: false });
  expect(await inbox.accept(failed)).toEqual({ fresh: true });
  expect(await inbox.accept(failed)).toEqual({ fresh: false });
});

it('are looked up in the file only where they are too many for the memory, and found there', () => {
  const database = connect(freshFile(), findDriver(undefined), 'owner');
  const seen = seenTable(database, 3_600_000, 50);
  const store = (keys: readonly string[]) => {
    database.exec('BEGIN');
    const fresh = keys.map((key) => seen.isFirst(key));
    seen.write();
    database.exec('COMMIT');
    seen.settle();
    return fresh;
  };
  const rows = (table: string) =>
    Number((database.prepare(`SELECT count(*) AS n FROM ${table}`).all()[0] as { n: number }).n);
  const keys = Array.from({ length: 100 }, (_, i) => `key ${i}`);
  // At first one by one: of those more must go than one batch for each that comes.
  for (let i = 0; i < 40; i++) expect(store(keys.slice(i, i + 1))).toEqual([true]);
  for (let i = 40; i < 100; i += 10) expect(store(keys.slice(i, i + 10))).toEqual(Array(10).fill(true));
  expect([rows('seen'), rows('seen_batch')]).toEqual([50, 5]);
  expect(store(keys)).toEqual(Array(100).fill(false));
  // The next to be opened knows them as well.
  const next = seenTable(database, 3_600_000, 50);
  expect(keys.filter((key) => next.isFirst(key))).toEqual([]);
  database.close();
});

/** The file looked at from outside, as the command line does, while an app works on it and while none does. */
import type { Disposition, Inbox, StoredDelivery } from '../../../../src/inbox/inbox';
import { inspectSqliteInbox, sqliteInbox } from '../../../../src/inbox/sqlite';
import { delivery, eventually } from '../../../support/inbox/deliveries';
import { freshFile, plain } from '../../../support/inbox/sqlite/files';
import { ended, firstWord, otherProcess } from '../../../support/inbox/sqlite/processes';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(file: string): Promise<Inbox> {
  const inbox = sqliteInbox({ file });
  await inbox.open();
  opened.push(inbox);
  return inbox;
}

async function inspect(file: string) {
  const inspection = await inspectSqliteInbox({ file });
  opened.push(inspection);
  return inspection;
}

describe('inspectSqliteInbox', () => {
  it('counts and lists beside the owner, and revives what the owner then handles', async () => {
    const file = freshFile();
    const inbox = await open(file);
    const handled: StoredDelivery[] = [];
    let next: Disposition = { next: 'dead', error: 'never' };
    await inbox.consume(
      async (attempt) => {
        handled.push(attempt.delivery);
        return next;
      },
      { concurrency: 1 },
    );
    const one = delivery({ conversation: 'room' });
    await inbox.accept(one);
    await eventually(async () => (await inbox.stats()).dead === 1);
    next = { next: 'done' };

    // Another process, as the command line is.
    const code = `
      const inspection = await sqlite.inspectSqliteInbox({ file });
      const [letter] = await inspection.dead();
      const stats = await inspection.stats();
      const revived = [await inspection.revive(letter.id), await inspection.revive(letter.id)];
      await inspection.close();
      await say({ letter, stats, revived });
      process.disconnect();`;
    const child = otherProcess(file, code);
    expect(await firstWord(child)).toMatchObject({
      letter: { delivery: { key: one.key }, error: 'never', attempts: 1 },
      stats: { waiting: 0, dead: 1, oldestMs: null },
      revived: [true, false],
    });
    expect(await ended(child)).toEqual({ code: 0, signal: null });
    await eventually(() => handled.length === 2, 5000);
    expect(handled).toEqual([one, one]);
    await eventually(async () => (await inbox.stats()).dead === 0);
    expect(await inbox.stats()).toMatchObject({ waiting: 0, dead: 0 });
  }, 30_000);

  it('works while no app does; what it revives is handled once one is started', async () => {
    const file = freshFile();
    const inbox = await open(file);
    const one = delivery();
    await inbox.bury(one, 'it does not fit');
    await inbox.close();
    const inspection = await inspect(file);
    const [letter] = await inspection.dead({ limit: 1 });
    expect(await inspection.revive(letter?.id ?? '')).toBe(true);
    expect(await inspection.stats()).toMatchObject({ waiting: 1, dead: 0, oldestMs: expect.any(Number) });
    await inbox.open();
    const handled: StoredDelivery[] = [];
    await inbox.consume(
      async (attempt) => {
        handled.push(attempt.delivery);
        return { next: 'done' };
      },
      { concurrency: 1 },
    );
    await eventually(() => handled.length === 1);
    expect(handled).toEqual([one]);
  });

  it('uses what the owner uses, where that is this process: two drivers in one process do not see the locks of each other', async () => {
    const file = freshFile();
    const files: string[] = [];
    const driver = (path: string) => {
      files.push(path);
      return plain(path);
    };
    const inbox = sqliteInbox({ file, driver });
    await inbox.open();
    opened.push(inbox);
    await inspect(file);
    expect(files).toEqual([`${file}-lock`, file, file]);
  });

  it('does not keep the owner from accepting while it holds the file for a moment', async () => {
    const file = freshFile();
    const inbox = await open(file);
    const database = plain(file);
    database.exec('BEGIN IMMEDIATE');
    await expect(inbox.accept(delivery())).rejects.toThrow(/locked/);
    database.exec('COMMIT');
    database.close();
    expect(await inbox.accept(delivery())).toEqual({ fresh: true });
  });

  it('makes no file, and refuses one that is no inbox', async () => {
    const file = freshFile();
    await expect(inspectSqliteInbox({ file })).rejects.toThrow(`there is no file ${file}; name the file that the app`);
    const database = plain(file);
    database.exec('CREATE TABLE customers (name TEXT)');
    database.close();
    await expect(inspectSqliteInbox({ file })).rejects.toThrow('is not an inbox, but a database of another program');
    await expect(inspectSqliteInbox({} as never)).rejects.toThrow(
      'imCallbacks: option inspectSqliteInbox.file is missing',
    );
  });
});

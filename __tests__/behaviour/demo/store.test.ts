import { join } from 'node:path';
import { openDatabase } from '../../../demo/database';
import { openStore } from '../../../demo/store';
import { openViews } from '../../../demo/views';
import { newFolder } from '../../support/demo/running-app';

const folder = newFolder();
const trails = { conversation: 'tencent/1/group/trails', vendor: 'tencent', name: 'trails' };
const text = { type: 'text', text: 'see you at the bridge' };
let files = 0;

function open(file = `${++files}.db`) {
  const database = openDatabase(join(folder, file));
  return { file, database, store: openStore(database), views: openViews(database) };
}

function message(seq: number | null, change: object = {}) {
  const own = { key: `m${seq}`, seq, sender: 'mira', nickname: null, mentions: ['wei'], at: 1000 + (seq ?? 0) };
  return { ...trails, ...text, ...own, ...change };
}

type Opened = ReturnType<typeof open>;

describe('whatever is saved', () => {
  it.each<[string, (store: Opened['store']) => void]>([
    ['a message', (store) => store.saveMessage(message(1))],
    ['receipts', (store) => store.saveReceipts(trails, [{ seq: 1, read: 1, unread: 2, members: ['wei'] }])],
    ['the name of a group', (store) => store.nameGroup(trails, 'Trails')],
    ['a broadcast', (store) => store.saveBroadcast({ ...text, key: 'b', account: 'news', at: 1 })],
    [
      'a refusal',
      (store) =>
        store.saveRefusal({
          ...text,
          key: 'x',
          vendor: 'openim',
          chat: 'a',
          sender: 'b',
          code: 1,
          reason: 'no',
          at: 1,
        }),
    ],
    ['a read', (store) => store.saveRead({ key: 'r', reader: 'wei', upTo: 3, at: 1 })],
    ['a gap', (store) => store.saveGap({ conversation: trails.conversation, from: 3, to: 4 })],
  ])('is idempotent: %s a second time, and after a restart, changes no page', (_what, save) => {
    const first = open();
    save(first.store);
    const version = first.views.version();
    const rows = first.views.changesSince(0, 100, true);
    expect(rows.rows.length).toBeGreaterThan(0);
    save(first.store);
    expect(first.views.version()).toBe(version);
    first.database.close();

    const second = open(first.file);
    save(second.store);
    expect(second.views.version()).toBe(version);
    expect(second.views.changesSince(0, 100, true)).toEqual(rows);
    second.database.close();
  });
});

describe('messages', () => {
  it('come in the order of their time, and of their number within a second, whichever came first', () => {
    const { store, views } = open();
    for (const [seq, at] of [
      [3, 5000],
      [1, 4000],
      [4, 5000],
      [2, 5000],
    ] as const)
      store.saveMessage(message(seq, { at }));
    const seqs = () => views.messages(trails.conversation, null, 10, false).map((row) => (row as { seq?: number }).seq);
    expect(seqs()).toEqual([4, 3, 2, 1]);
  });

  it('are read page by page without leaving one out', () => {
    const { store, views } = open();
    for (let seq = 1; seq <= 25; seq++) store.saveMessage(message(seq, { at: 1000 + Math.floor(seq / 4) }));
    const seen: unknown[] = [];
    let before: number | null = null;
    for (;;) {
      const page = views.messages(trails.conversation, before, 7, false);
      if (page.length === 0) break;
      seen.push(...page.map((row) => (row as { seq?: number }).seq));
      before = Number(page.at(-1)?.id);
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => 25 - i));
  });

  it('have no text unless it is asked for, and never more than a page can show', () => {
    const { store, views } = open();
    store.saveMessage(message(1, { text: 'x'.repeat(100_000) }));
    const [without] = views.messages(trails.conversation, null, 10, false);
    const [withText] = views.messages(trails.conversation, null, 10, true);
    expect(without).not.toHaveProperty('text');
    expect(without).toMatchObject({ size: 100_000, mentions: ['wei'] });
    expect(withText).toMatchObject({ size: 100_000, text: 'x'.repeat(4000) });
  });

  it('are counted once each in their group', () => {
    const { store, views } = open();
    store.saveMessage(message(1));
    store.saveMessage(message(1));
    store.saveMessage(message(2, { at: 500 }));
    expect(views.newest(10, false)).toMatchObject([{ kind: 'group', messages: 2, at: 1001 }]);
  });
});

describe('receipts', () => {
  const shown = ({ views }: Opened) => views.messages(trails.conversation, null, 1, false)[0];

  it('wait for a message that comes after them', () => {
    const opened = open();
    opened.store.saveReceipts(trails, [{ seq: 1, read: 2, unread: 1, members: ['wei', 'amal'] }]);
    expect(opened.views.changesSince(0, 10, false).rows.map(({ kind }) => kind)).toEqual(['group']);
    opened.store.saveMessage(message(1));
    expect(shown(opened)).toMatchObject({ read: 2, unread: 1, readers: ['amal', 'wei'] });
  });

  it('never count backwards when an older one is handled later, and keep its readers', () => {
    const opened = open();
    opened.store.saveMessage(message(1));
    opened.store.saveReceipts(trails, [{ seq: 1, read: 2, unread: 0, members: ['wei'] }]);
    opened.store.saveReceipts(trails, [{ seq: 1, read: 1, unread: 1, members: ['amal'] }]);
    expect(shown(opened)).toMatchObject({ read: 2, unread: 0, readers: ['amal', 'wei'] });
  });

  it('take ten thousand members, of whom a page gets a few', () => {
    const opened = open();
    opened.store.saveMessage(message(1));
    const members = Array.from({ length: 10_000 }, (_, i) => `member-${i}`);
    opened.store.saveReceipts(trails, [{ seq: 1, read: 10_000, unread: 5, members }]);
    const row = shown(opened) as unknown as { read: number; readers: string[] };
    expect(row.read).toBe(10_000);
    expect(row.readers).toHaveLength(20);
    const [stored] = opened.database.prepare('SELECT count(*) AS n FROM readers').all();
    expect(stored).toEqual({ n: 10_000 });
  });
});

describe('changes', () => {
  it('are one row for each thing, however often it changed, in the order of the last change', () => {
    const { store, views } = open();
    store.saveMessage(message(1));
    store.saveMessage(message(2));
    const { version } = views.changesSince(0, 10, false);
    for (let read = 1; read <= 50; read++)
      store.saveReceipts(trails, [{ seq: 1, read, unread: 50 - read, members: [] }]);
    const changes = views.changesSince(version, 10, false);
    expect(changes.rows).toMatchObject([{ kind: 'message', seq: 1, read: 50, version: changes.version }]);
    expect(views.changesSince(changes.version, 10, false)).toEqual({ version: changes.version, rows: [] });
  });

  it('never give a version twice, over a restart and after rows have gone', () => {
    const first = open();
    first.store.saveMessage(message(1));
    const version = first.views.version();
    first.database.exec('DELETE FROM changes');
    first.database.close();
    const second = open(first.file);
    expect(second.views.version()).toBe(version);
    second.store.saveMessage(message(2));
    expect(second.views.version()).toBeGreaterThan(version);
    second.database.close();
  });
});

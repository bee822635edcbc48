/** Server-sent events: live, resumed, over a restart, and with a reader that does not read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subscribe, untilSeqs } from '../../support/demo/events';
import { hidden, message, type RunningApp, receipt, runApp, until } from '../../support/demo/running-app';

jest.setTimeout(30_000);

let app: RunningApp;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'));
  app = await runApp(folder);
  for (const seq of [1, 2]) await send(seq);
});
afterEach(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

const send = (seq: number, change?: object) => app.tencent.send('Group.CallbackAfterSendMsg', message(seq, change));

it('sends what there is, and then what comes, without the text', async () => {
  const page = await subscribe(`${app.origin}/events`);
  expect(page.response.headers['content-type']).toBe('text/event-stream');
  await untilSeqs(page, [1, 2]);
  await send(3);
  await untilSeqs(page, [1, 2, 3]);
  await until(() => expect(page.events('callbacks').flatMap(({ data }) => data).length).toBeGreaterThan(1));
  await until(() => expect(page.events('health')[0]?.data).toMatchObject({ ready: true, durability: 'power-loss' }));
  expect(JSON.stringify([page.rows(), page.events('callbacks'), page.events('health')])).not.toContain(hidden);
});

it('sends the text to a page that asks for it', async () => {
  const page = await subscribe(`${app.origin}/events?text=1`);
  await until(() => expect(JSON.stringify(page.rows())).toContain(hidden));
});

it('goes on where a page stopped, with nothing left out and nothing it has seen', async () => {
  const first = await subscribe(`${app.origin}/events`);
  await untilSeqs(first, [1, 2]);
  const lastId = first.lastId();
  first.close();
  await send(3);
  await app.tencent.send('Group.CallbackAfterReadReceipt', receipt(1, 1, 2, ['wei']));
  const again = await subscribe(`${app.origin}/events`, lastId);
  await untilSeqs(again, [1, 3]);
});

it('goes on over a restart, with what came while the page was away', async () => {
  const before = await subscribe(`${app.origin}/events`);
  await untilSeqs(before, [1, 2]);
  await app.stop();
  const lastId = before.lastId();
  app = await runApp(folder);
  await send(4);
  const after = await subscribe(`${app.origin}/events?since=0`, lastId);
  await untilSeqs(after, [4]);
});

it.each(['99999999', 'x', '-1.5'])('tells a page to reload whose version %p this database never had', async (id) => {
  const page = await subscribe(`${app.origin}/events`, id);
  await until(() => expect(page.events('reset')).toHaveLength(1));
  await send(5);
  await until(() => expect(page.rows().map(({ kind }) => kind)).toContain('group'));
});

it('turns many receipts for one message into few rows', async () => {
  const page = await subscribe(`${app.origin}/events?since=0`);
  await untilSeqs(page, [1, 2]);
  const before = page.rows().length;
  const sent = Array.from({ length: 40 }, (_, i) => receipt(2, i + 1, 40 - i, [`member-${i}`]));
  for (const body of sent) await app.tencent.send('Group.CallbackAfterReadReceipt', body);
  await until(() => expect(page.rows().findLast(({ seq }) => seq === 2)).toMatchObject({ read: 40 }));
  expect(page.rows().length - before).toBeLessThan(40);
});

it('keeps nothing for a page that does not read, and brings it up to date when it does', async () => {
  const page = await subscribe(`${app.origin}/events?text=1`);
  await untilSeqs(page, [1, 2]);
  page.response.pause();
  const text = 'x'.repeat(3900);
  const MsgBody = [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: text } }];
  const seqs = Array.from({ length: 400 }, (_, i) => 100 + i);
  await Promise.all(seqs.map((seq) => send(seq, { MsgBody })));
  page.response.resume();
  await untilSeqs(page, [1, 2, ...seqs]);
});

it('takes so many pages and no more', async () => {
  const pages = await Promise.all(Array.from({ length: 51 }, () => subscribe(`${app.origin}/events?since=0`)));
  expect(pages.map(({ status }) => status).filter((status) => status === 503)).toHaveLength(1);
  for (const page of pages) page.close();
  await until(async () => {
    const page = await subscribe(`${app.origin}/events`);
    expect(page.status).toBe(200);
  });
});

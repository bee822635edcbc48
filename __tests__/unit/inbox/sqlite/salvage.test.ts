/** A file that is damaged already when it is opened: what can be read of it is recovered, and every loss is reported. */
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Inbox, InboxFault } from '../../../../src/inbox/inbox';
import { delivery, eventually, isIdle } from '../../../support/inbox/deliveries';
import { freshFile, plain } from '../../../support/inbox/sqlite/files';
import { open } from '../../../support/inbox/sqlite/opened';

const page = 4096;
let warned: jest.SpyInstance;
beforeEach(() => {
  warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
});
afterEach(() => warned.mockRestore());

const beside = (file: string, part: string) =>
  readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}-${part}`));

/** A closed file with `count` deliveries in five conversations, told apart by their operationID, and one dead letter. */
async function filled(count: number): Promise<string> {
  const file = freshFile();
  const inbox = await open({ file });
  const stored = Array.from({ length: count }, (_, i) =>
    delivery({ operationID: `op ${i}`, conversation: `room-${i % 5}`, body: `"${'x'.repeat(700)}"` }),
  );
  await Promise.all(stored.map((one) => inbox.accept(one)));
  await inbox.bury(delivery(), 'it does not fit');
  await inbox.close();
  return file;
}

/** Overwrites pages from the middle of the file on. */
function spoil(file: string, pages: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 30 * page, (30 + pages) * page);
  writeFileSync(file, bytes);
}

/** What is handled, in order, and what was reported, once nothing waits any more. */
async function workEmpty(inbox: Inbox): Promise<{ handled: number[]; faults: InboxFault[] }> {
  const [handled, faults]: [number[], InboxFault[]] = [[], []];
  await inbox.consume(
    async ({ delivery: { operationID } }) => {
      handled.push(Number(operationID.slice(3)));
      return { next: 'done' };
    },
    { concurrency: 4, onFault: (fault) => faults.push(fault) },
  );
  await eventually(() => isIdle(inbox));
  return { handled, faults };
}

it('pages of it overwritten: every delivery is handled in order, or a dead letter', async () => {
  const file = await filled(500);
  spoil(file, 20);
  const size = statSync(file).size;
  const inbox = await open({ file });
  const [damaged = '', ...others] = beside(file, 'damaged').filter((name) => !name.endsWith('-wal'));
  expect(others).toEqual([]);
  expect(statSync(join(dirname(file), damaged)).size).toBe(size);
  expect(beside(file, 'saved')).toEqual([]);
  const told = warned.mock.calls.map(([sentence]) => String(sentence));
  expect(told[0]).toMatch(
    /was damaged: what could be read of it is recovered, and the damaged file is kept as .*-damaged-\d+/,
  );

  const { handled, faults } = await workEmpty(inbox);
  const dead = (await inbox.dead({ limit: 1000 })).filter(({ error }) => error.includes('cannot be read'));
  expect(handled.length + dead.length).toBe(500);
  expect(dead.length).toBeGreaterThan(0);
  expect(dead.length).toBeLessThan(200);
  expect(faults).toHaveLength(1 + dead.length);
  for (let room = 0; room < 5; room++) {
    const inRoom = handled.filter((number) => number % 5 === room);
    expect(inRoom).toEqual([...inRoom].sort((a, b) => a - b));
  }
});

it('truncated: what is left of it is handled, and new ones are accepted', async () => {
  const file = await filled(500);
  truncateSync(file, Math.floor(statSync(file).size / page / 2) * page);
  const inbox = await open({ file });
  expect(await inbox.accept(delivery({ operationID: 'op 500' }))).toEqual({ fresh: true });
  const { handled } = await workEmpty(inbox);
  const dead = await inbox.dead({ limit: 1000 });
  expect(handled).toContain(500);
  expect(handled.length + dead.length).toBeGreaterThan(200);
});

it('a process that is killed in the middle of it leaves what the next one needs', async () => {
  const file = await filled(100);
  spoil(file, 2);
  const spoilt = readFileSync(file);
  await (await open({ file })).close();
  // As it was before the damaged file was put aside, and what was saved not yet taken in.
  const [saved, again] = [`${file}-saved-1700000000000`, readFileSync(file)];
  writeFileSync(saved, again);
  writeFileSync(file, spoilt);
  const { handled } = await workEmpty(await open({ file }));
  expect(new Set(handled).size).toBeGreaterThan(80);
  expect(existsSync(saved)).toBe(false);
});

it('its list of waiting deliveries alone: they are found by what is left of them', async () => {
  const file = await filled(200);
  const database = plain(file);
  const [{ rootpage }] = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'waiting'").all() as [
    { rootpage: number },
  ];
  database.close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, (rootpage - 1) * page, rootpage * page);
  writeFileSync(file, bytes);
  const { handled } = await workEmpty(await open({ file }));
  expect(handled).toHaveLength(200);
});

it('the page that says what is where: nothing can be read, so it is kept, and said', async () => {
  const file = await filled(100);
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 100, page);
  writeFileSync(file, bytes);
  const inbox = await open({ file });
  expect(await inbox.stats()).toMatchObject({ waiting: 0, dead: 0 });
  const told = warned.mock.calls.map(([sentence]) => String(sentence));
  expect(told).toEqual([
    expect.stringContaining('was damaged'),
    expect.stringMatching(/has taken in 0 deliveries and 0 dead letters/),
  ]);
  const { faults } = await workEmpty(inbox);
  expect(faults).toMatchObject([{ fault: 'damaged', message: told[0] }]);
  const [kept = ''] = beside(file, 'damaged');
  expect(readFileSync(join(dirname(file), kept)).equals(bytes)).toBe(true);
});

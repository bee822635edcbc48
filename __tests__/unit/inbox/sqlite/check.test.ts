/** A large file is looked for damage when it is opened, and the event loop goes on meanwhile. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { sqliteInbox } from '../../../../src/inbox/sqlite';
import { delivery } from '../../../support/inbox/deliveries';
import { freshFile, plain } from '../../../support/inbox/sqlite/files';
import { opened } from '../../../support/inbox/sqlite/opened';

let warned: jest.SpyInstance;
beforeEach(() => {
  warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
});
afterEach(() => warned.mockRestore());

/** A closed file of some 20 MB. */
async function large(): Promise<string> {
  const file = freshFile();
  const inbox = sqliteInbox({ file });
  await inbox.open();
  const body = `"${'x'.repeat(100_000)}"`;
  await Promise.all(Array.from({ length: 200 }, () => inbox.accept(delivery({ body }))));
  await inbox.close();
  expect(statSync(file).size).toBeGreaterThan(2 ** 24);
  return file;
}

/** How many turns the event loop made while it was opened. */
async function turnsOfOpen(options: Parameters<typeof sqliteInbox>[0]): Promise<number> {
  const inbox = sqliteInbox(options);
  let turns = 0;
  let isOpening = true;
  const turn = () => {
    turns += 1;
    if (isOpening) setImmediate(turn);
  };
  setImmediate(turn);
  await inbox.open();
  isOpening = false;
  opened.push(inbox);
  return turns;
}

it('by a thread of its own', async () => {
  expect(await turnsOfOpen({ file: await large() })).toBeGreaterThan(20);
  expect(await opened[0]?.stats()).toMatchObject({ waiting: 200 });
  expect(warned).not.toHaveBeenCalled();
});

it('here, by a driver that only this thread has', async () => {
  expect(await turnsOfOpen({ file: await large(), driver: plain })).toBeLessThan(3);
  expect(await opened[0]?.stats()).toMatchObject({ waiting: 200 });
});

it('damage that a thread finds counts', async () => {
  const file = await large();
  const database = plain(file);
  const [{ rootpage }] = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'dead'").all() as [
    { rootpage: number },
  ];
  database.close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, (rootpage - 1) * 4096, rootpage * 4096);
  writeFileSync(file, bytes);
  expect(await turnsOfOpen({ file })).toBeGreaterThan(20);
  expect(warned.mock.calls[0]?.[0]).toContain('was damaged');
  expect(await opened[0]?.stats()).toMatchObject({ waiting: 200, dead: 0 });
});

import { join } from 'node:path';
import Database from 'libsql';
import { sample } from '../../src/testing';
import { until } from '../support/demo/running-app';
import { newFolder, type RunningExample, runExample, tencentOf, textBody } from '../support/examples/run-example';

const file = join(newFolder(), 'tenants.db');
const [acme, globex, late] = [1400000101, 1400000102, 1400000103];
const before = 'Group.CallbackBeforeSendMsg';
const after = 'Group.CallbackAfterSendMsg';

let app: RunningExample;
let database: Database.Database;
const senders: ReturnType<typeof tencentOf>[] = [];

function senderOf(sdkAppId: number, token: string) {
  const sender = tencentOf(app.origin, sdkAppId, token);
  senders.push(sender);
  return sender;
}
function addTenant(id: number, name: string, word: string): void {
  database.prepare('INSERT INTO tenant VALUES (?, ?, ?, ?)').run(id, name, `token-of-${name}`, word);
}

beforeAll(async () => {
  app = await runExample('multi-app.mjs', { DATABASE_FILE: file });
  database = new Database(file);
  addTenant(acme, 'acme', 'anvil');
  addTenant(globex, 'globex', 'spam');
});
afterAll(async () => {
  for (const sender of senders) sender.close();
  database?.close();
  await app?.stop();
});

it('judges by the rules of each customer', async () => {
  const ask = async (id: number, name: string) =>
    (await senderOf(id, `token-of-${name}`).send(before, sample(before, textBody('an anvil')))).conclusion;
  expect(await ask(acme, 'acme')).toMatchObject({ result: 'refused', info: 'no anvil here' });
  expect(await ask(globex, 'globex')).toMatchObject({ result: 'allowed' });
});

it('stores the same message for each customer under that customer', async () => {
  const message = sample(after, { GroupId: 'g', MsgSeq: 1, ...textBody('hello') });
  await senderOf(acme, 'token-of-acme').send(after, message);
  await senderOf(globex, 'token-of-globex').send(after, message);
  await until(() =>
    expect(database.prepare('SELECT sdk_app_id AS id, text FROM message ORDER BY id').all()).toEqual([
      expect.objectContaining({ id: acme, text: 'hello' }),
      expect.objectContaining({ id: globex, text: 'hello' }),
    ]),
  );
});

it("turns away one customer's token for another, and apps that nobody has added", async () => {
  const statusOf = async (id: number, token: string) =>
    (await senderOf(id, token).send(after, sample(after))).response?.status;
  expect(await statusOf(globex, 'token-of-acme')).toBe(403);
  expect(await statusOf(1400000999, 'token-of-acme')).toBe(403);
});

it('knows a customer who was added while it runs', async () => {
  addTenant(late, 'late', 'gloves');
  const { conclusion } = await senderOf(late, 'token-of-late').send(before, sample(before, textBody('gloves')));
  expect(conclusion).toMatchObject({ result: 'refused', info: 'no gloves here' });
});

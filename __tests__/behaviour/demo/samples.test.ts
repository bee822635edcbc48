/** The test callbacks that the page has buttons for: sent by the server to itself, for the page alone, and not too many. */
import { newFolder, type RunningApp, runApp, until } from '../../support/demo/running-app';

jest.setTimeout(30_000);

const folder = newFolder();
let app: RunningApp;
beforeAll(async () => {
  app = await runApp(folder, { attempts: 1 });
});
afterAll(() => app.stop());

const press = (id: string, headers: Record<string, string> = { Origin: app.origin }) =>
  fetch(`${app.origin}/api/samples/${id}`, { method: 'POST', headers });

const outcomes = () => {
  const records = app.lines.map((line) => JSON.parse(line));
  return records.filter(({ msg }) => msg === 'callback').map(({ command, outcome }) => `${command} ${outcome}`);
};

it.each([
  ['message', 'ignored', 'Group.CallbackAfterSendMsg handled'],
  ['read', 'ignored', 'Group.CallbackAfterReadReceipt handled'],
  ['refused', 'refused', 'Group.CallbackBeforeSendMsg refused'],
  ['duplicate', 'ignored', 'Group.CallbackAfterSendMsg duplicate'],
  ['broadcast', 'ignored', 'OfficialAccount.CallbackAfterSendMsg handled'],
  ['openim', 'ignored', 'callbackAfterSendGroupMsgCommand handled'],
  ['dead', 'ignored', 'Group.CallbackAfterSendMsg buried'],
])('sends %s', async (id, result, outcome) => {
  const response = await press(id);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ result, why: expect.any(String) });
  await until(() => expect(outcomes()).toContain(outcome));
});

it('offers each of them with a name and a sentence', async () => {
  const { samples, showsText } = await (await fetch(`${app.origin}/api/page`)).json();
  expect(samples).toHaveLength(7);
  for (const sample of samples) {
    expect(sample).toEqual({ id: expect.any(String), label: expect.any(String), about: expect.any(String) });
  }
  expect(showsText).toBe(false);
});

it('is for the page alone', async () => {
  const before = outcomes().length;
  const foreign: Record<string, string>[] = [{}, { Origin: 'https://evil.example' }];
  for (const headers of foreign) expect((await press('message', headers)).status).toBe(403);
  expect((await press('nothing')).status).toBe(404);
  expect((await press('constructor')).status).toBe(404);
  expect(outcomes()).toHaveLength(before);
});

it('asks for patience where many are on their way', async () => {
  const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await press('refused')).status));
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect((await press('refused')).status).toBe(200);
});

it('goes on counting after a restart, and sends nothing where it is not wanted', async () => {
  const numbers = () => app.database.prepare("SELECT seq FROM messages WHERE sender = 'mira' ORDER BY seq").all();
  await until(() => expect(numbers()).toEqual([{ seq: 1 }]));
  await app.stop();
  app = await runApp(folder);
  await press('message');
  await until(() => expect(numbers()).toEqual([{ seq: 1 }, { seq: 2 }]));
  await app.stop();

  app = await runApp(folder, {}, { testCallbacks: false });
  expect((await press('message')).status).toBe(404);
  expect(await (await fetch(`${app.origin}/api/page`)).json()).toMatchObject({ samples: [] });
});

import { request } from 'node:http';
import { subscribe } from '../../support/demo/events';
import { hidden, message, newFolder, type RunningApp, receipt, runApp, until } from '../../support/demo/running-app';

jest.setTimeout(30_000);

const folder = newFolder();
let app: RunningApp;
beforeAll(async () => {
  app = await runApp(folder, { attempts: 1 });
  await app.tencent.send('Group.CallbackAfterSendMsg', message(1));
  await app.tencent.send('Group.CallbackAfterReadReceipt', receipt(1, 1, 2, ['wei']));
});
afterAll(() => app.stop());

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** fetch does not let a test choose Host and the headers that only browsers send. */
function ask(path: string, { method = 'GET', headers = {} }: { method?: string; headers?: object } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(`${app.origin}${path}`, { method, headers: { ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.once('error', reject).end();
  });
}

const json = async (path: string) => JSON.parse((await ask(path)).text);

describe('/health', () => {
  it('knows the inbox', async () => {
    // A delivery counts as running until the end of its attempt is on the disk.
    await until(async () => {
      const { status, text } = await ask('/health');
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject({
        ready: true,
        durability: 'power-loss',
        inbox: { running: 0, waiting: 0, dead: 0 },
      });
    });
  });
});

// Another web site may point a name of its own to this address, and read what is there through a browser behind the firewall.
it.each(['/health', '/metrics', '/'])('%s answers under the names of the page alone', async (path) => {
  expect((await ask(path, { headers: { Host: 'evil.example' } })).status).toBe(403);
  expect((await ask(path, { headers: { Host: '127.0.0.1:3000' } })).status).toBe(200);
});

describe('/metrics', () => {
  it('has what Prometheus is to see, and nothing of a message', async () => {
    const { status, text } = await ask('/metrics');
    expect(status).toBe(200);
    expect(text).toMatch(/im_callbacks_total\{.*im_command="Group.CallbackAfterSendMsg".*\} \d/);
    expect(text).toContain('im_inbox_dead');
    expect(text).not.toContain(hidden);
  });
});

describe('the data', () => {
  it('has the version, groups and the rest, but no text', async () => {
    const state = await json('/api/state');
    expect(state.version).toBeGreaterThan(0);
    expect(state.rows).toMatchObject([{ kind: 'group', name: '@TGS#1TRAILS', messages: 1 }]);
    const [group] = state.rows;
    const messages = await json(`/api/messages?group=${encodeURIComponent(group.id)}`);
    expect(messages).toMatchObject([
      { seq: 1, sender: 'mira', read: 1, unread: 2, readers: ['wei'], size: hidden.length },
    ]);
    expect(JSON.stringify([state, messages])).not.toContain(hidden);
    const [shown] = await json(`/api/messages?group=${encodeURIComponent(group.id)}&text=1`);
    expect(shown.text).toBe(hidden);
  });

  it('says what to write where something is missing', async () => {
    const { status, text } = await ask('/api/messages?before=x');
    expect(status).toBe(400);
    expect(text).toContain('/api/messages?group=');
  });

  it('has the body and the exact reply of a callback on request', async () => {
    await app.tencent.send('Group.CallbackBeforeSendMsg', message(2));
    const page = await subscribe(`${app.origin}/events`);
    const entries = await until(() => {
      const came = page.events('callbacks').flatMap(({ data }) => data);
      expect(came.map(({ command }) => command)).toContain('Group.CallbackBeforeSendMsg');
      return came;
    });
    const { id } = entries.find(({ command }) => command === 'Group.CallbackBeforeSendMsg');
    const inside = await json(`/api/callbacks/${id}`);
    expect(JSON.parse(inside.body)).toMatchObject({ From_Account: 'mira' });
    expect(inside.reply).toBe('{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}');
    expect((await ask('/api/callbacks/none')).status).toBe(404);
  });
});

describe('the page', () => {
  it('is held to its own files by the browser', async () => {
    const { headers, text } = await ask('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(text).not.toMatch(/<script(?! type="module" src=)|<style|style="|\son\w+="|https?:\/\//);
  });

  it('is not served under a name that somebody else points here', async () => {
    for (const path of ['/', '/api/state', '/events']) {
      expect((await ask(path, { headers: { Host: 'evil.example' } })).status).toBe(403);
    }
  });
});

it('a callback to a wrong path is told that nothing is there', async () => {
  for (const path of ['/', '/im-callbacks', '/callback/x'])
    expect((await ask(path, { method: 'POST' })).status).toBe(404);
});

describe('reviving a dead letter', () => {
  const own = { 'Sec-Fetch-Site': 'same-origin' };

  async function oneDead() {
    app.database.exec("CREATE TRIGGER broken BEFORE INSERT ON broadcasts BEGIN SELECT RAISE(ABORT, 'no'); END");
    const { conclusion } = await app.tencent.send('OfficialAccount.CallbackAfterSendMsg');
    expect(conclusion).toMatchObject({ acknowledged: true });
    return until(async () => {
      const letters = await json('/api/dead');
      expect(letters).toHaveLength(1);
      return letters[0];
    });
  }

  it('is for the page alone, and works once the cause is fixed', async () => {
    const letter = await oneDead();
    expect(letter).toMatchObject({ command: 'OfficialAccount.CallbackAfterSendMsg', attempts: 1 });
    expect(JSON.stringify(letter)).not.toContain('morning news');
    expect(JSON.parse((await json(`/api/dead/${letter.id}`)).body)).toMatchObject({
      Official_Account: '@TOA#_nova_news',
    });

    const path = `/api/dead/${letter.id}/revive`;
    const refused = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site', Origin: app.origin },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      {},
    ];
    for (const headers of refused) expect((await ask(path, { method: 'POST', headers })).status).toBe(403);
    expect((await ask(path, { method: 'GET', headers: own })).status).toBe(404);
    expect(await json('/api/dead')).toHaveLength(1);

    app.database.exec('DROP TRIGGER broken');
    expect(await ask(path, { method: 'POST', headers: own })).toMatchObject({ status: 200, text: '{"revived":true}' });
    await until(async () => {
      const { rows } = await json('/api/state?text=1');
      expect(rows).toContainEqual(expect.objectContaining({ kind: 'broadcast', text: 'morning news' }));
    });
    expect(await json('/api/dead')).toEqual([]);
    expect((await ask(path, { method: 'POST', headers: { Origin: app.origin } })).status).toBe(404);
  });
});

it('refuses a message also where the note of it cannot be written', async () => {
  app.database.exec("CREATE TRIGGER full BEFORE INSERT ON refusals BEGIN SELECT RAISE(ABORT, 'no'); END");
  const MsgBody = [{ MsgType: 'TIMTextElem' as const, MsgContent: { Text: 'spam' } }];
  const { conclusion } = await app.tencent.send('Group.CallbackBeforeSendMsg', message(3, { MsgBody }));
  expect(conclusion).toMatchObject({ result: 'refused', code: 10100 });
  app.database.exec('DROP TRIGGER full');
  expect(app.lines.map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining({ level: 50 }));
});

it('writes nothing of a message to its log', () => {
  expect(app.lines.length).toBeGreaterThan(4);
  expect(app.lines.join('')).not.toContain(hidden);
  expect(app.lines.join('')).not.toContain('morning news');
});

/** No container is started: the files are read as Compose and OpenIM read them, and the app is called as OpenIM calls it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { openimCommands } from '../../src/vendors/openim';
import { until } from '../support/demo/running-app';
import { type RunningExample, runExample, secret } from '../support/examples/run-example';
import reference from '../support/fixtures/reference/openim.json';

// Comes with jest; it brings no types.
const { load } = require('js-yaml') as { load(text: string): unknown };

jest.setTimeout(60_000);

const root = join(__dirname, '..', '..');
const folder = join(root, 'examples', 'openim-docker');
const read = (name: string) => load(readFileSync(join(folder, name), 'utf8'));

interface Compose {
  services: Record<string, { environment: Record<string, string>; networks?: string[]; volumes?: string[] }>;
}
type Webhooks = { url: string } & Record<string, object>;

const { services } = read('compose.yml') as Compose;
const webhooks = read('webhooks.yml') as Webhooks;
const switches = Object.keys(webhooks).filter((name) => name !== 'url');
const known = (reference as { configKey?: string; command: string }[]).filter(({ configKey }) => configKey);

it('names switches that the server knows, of the handlers that the app has', () => {
  const wires = switches.map((name) => known.find(({ configKey }) => configKey === name)?.command);
  const handlers = wires.map((wire) => openimCommands.find((command) => command.wire === wire)?.handler);
  expect(handlers).toEqual(['beforeGroupMsg', 'onGroupMsg']);
  const cli = [join(root, 'dist', 'cli', 'main.js'), 'doctor', '--config', join(folder, 'webhooks.yml')];
  const said = execFileSync(process.execPath, [...cli, '--app', join(folder, 'app.mjs')], {
    env: { ...process.env, PORT: '0', OPENIM_SECRET: 'write-your-own-secret-here' },
  });
  expect(said.toString()).toContain('✓ nothing found');
});

it('has the same settings as variables of the container', () => {
  const set = Object.entries(services['openim-server']?.environment ?? {}).map(([name, value]) => {
    expect(typeof value).toBe('string'); // Compose refuses a boolean
    return [name, value];
  });
  const fromFile = switches.flatMap((name) =>
    Object.entries(webhooks[name] ?? {}).map(([key, value]) => [
      `IMENV_WEBHOOKS_${name}_${key}`.toUpperCase(),
      String(value),
    ]),
  );
  const address = webhooks.url.replace(/[^/]+$/, '');
  expect(set).toEqual([['IMENV_WEBHOOKS_URL', `${address}\${IM_CALLBACK_SECRET:?}`], ...fromFile]);
  expect(services['im-app']?.environment.OPENIM_SECRET).toBe(`\${IM_CALLBACK_SECRET:?}`);
  expect(new URL(address).hostname in services).toBe(true);
});

describe('the app', () => {
  let app: RunningExample;
  beforeAll(async () => {
    app = await runExample(join('openim-docker', 'app.mjs'));
  });
  afterAll(() => app?.stop());

  /** As Go's client does it: the URL of webhooks.yml, a slash, the command. */
  async function call(wire: string, body: object): Promise<{ status: number | undefined; text: string }> {
    const { pathname } = new URL(`${webhooks.url.replace(/[^/]+$/, secret)}/${wire}`);
    const headers = { 'Content-Type': 'application/json; charset=utf-8', Operationid: 'o-1' };
    return new Promise((resolve, reject) => {
      const sent = request(`${app.origin}${pathname}`, { method: 'POST', headers }, async (res) => {
        let text = '';
        for await (const chunk of res) text += chunk;
        resolve({ status: res.statusCode, text });
      });
      sent.once('error', reject).end(`${JSON.stringify(body)}\n`);
    });
  }

  const message = (wire: string, text: string) => ({
    ...(openimCommands.find((command) => command.wire === wire)?.sample as object),
    ...{ callbackCommand: wire, sendID: 'wei', groupID: 'lunch', contentType: 101 },
    content: JSON.stringify({ content: text }),
  });

  it('refuses and allows', async () => {
    const wire = 'callbackBeforeSendGroupMsgCommand';
    const refused = await call(wire, message(wire, 'buy spam'));
    expect(JSON.parse(refused.text)).toMatchObject({ actionCode: 0, errMsg: 'no spam', nextCode: 1 });
    const allowed = await call(wire, message(wire, 'soup is ready'));
    expect(JSON.parse(allowed.text)).toMatchObject({ actionCode: 0, errCode: 0, nextCode: 0 });
  });

  it('prints what was sent', async () => {
    const wire = 'callbackAfterSendGroupMsgCommand';
    expect((await call(wire, message(wire, 'soup is ready'))).status).toBe(200);
    await until(() => expect(app.output()).toContain('wei in lunch wrote soup is ready'));
  });
});

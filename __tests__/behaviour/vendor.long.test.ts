/**
 * A third vendor is one folder and its name in src/vendors/index.ts: the folder of a made-up chat service is put into a
 * copy of src, which is compiled, and all that the package does is done with it, beside the two real ones.
 */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Ajv2020 from 'ajv/dist/2020';
import express from 'express';
import type * as Main from '../../src';
import type { Verdict } from '../../src';
import type * as Memory from '../../src/inbox/memory';
import type * as Sqlite from '../../src/inbox/sqlite';
import type * as MessageReading from '../../src/message';
import type * as Schema from '../../src/schema';
import type { CommandName, DeliveredToApp } from '../../src/testing';
import {
  commandLine,
  commandsPage,
  compiled,
  compileWithToy,
  editorTexts,
  importsAgainstTheRules,
  removeCopy,
  startCommandLine,
} from '../support/toy-vendor/package-with-toy';

const problems = compileWithToy();

// The types of this project know nothing of the toy vendor; whether its own are right is what `problems` is about.
type Loose<T> = { [K in keyof T]: T[K] extends (...args: never) => infer R ? (...args: unknown[]) => R : T[K] };
const main: Loose<typeof Main> = require(compiled('index.js'));
const { messageOf, textOf }: Loose<typeof MessageReading> = require(compiled('message/index.js'));
const schema: Loose<typeof Schema> = require(compiled('schema/index.js'));
const { memoryInbox }: typeof Memory = require(compiled('inbox/memory/index.js'));
const { sqliteInbox }: typeof Sqlite = require(compiled('inbox/sqlite/index.js'));
const { deliver }: { deliver: Deliver } = require(compiled('testing/index.js'));

type Deliver = (target: unknown, command: string, overrides?: object, options?: object) => Promise<Delivered>;
interface Delivered extends Pick<DeliveredToApp<CommandName>, 'status' | 'text' | 'conclusion' | 'settled'> {
  readonly ack: unknown;
  readonly verdict: Verdict | undefined;
}

const key = 'a key of both sides';
const receivers = {
  tencent: { sdkAppId: 1400000001, token: 'a-token-of-tests' },
  openim: { secret: 'a-secret-of-tests-0' },
  parlour: { key },
};

/** An app with a receiver of all three, and what its handlers and hooks were told. */
function appWith(options: object = {}) {
  const told: { handler: string; vendor: string; body: unknown }[] = [];
  const failures: { kind: string; vendor: string; command: string | undefined }[] = [];
  const handler = (name: string, verdict?: unknown) => (event: { vendor: string; body: unknown }) => {
    told.push({ handler: name, vendor: event.vendor, body: event.body });
    return verdict;
  };
  const callbacks = main.imCallbacks({
    ...receivers,
    onGroupMsg: handler('onGroupMsg'),
    beforeRoomKnock: handler('beforeRoomKnock', main.allow()),
    onFailure: (failure: (typeof failures)[number]) => failures.push(failure),
    ...options,
  });
  return { app: express().use('/im-callback', callbacks), callbacks, told, failures };
}

const servers: Server[] = [];
async function listening(app: express.Express): Promise<string> {
  const server = app.listen(0, '127.0.0.1');
  server.keepAliveTimeout = 75_000;
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/im-callback`;
}
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

afterAll(removeCopy);

describe('the code of one more vendor', () => {
  it('compiles, its handlers and options have their types, and nothing else has to be changed', () => {
    expect(problems).toBe('');
  });

  it('keeps the order of the rooms', () => {
    expect(importsAgainstTheRules().filter((one) => one.includes('src/vendors/parlour/'))).toEqual([]);
  });
});

describe('its callbacks', () => {
  it('arrive beside those of the others, each at the walk of its vendor, at one handler', async () => {
    const { app, told, failures } = appWith();
    const posted = await deliver(app, 'message.posted', { words: 'Hello.' });
    const others = [
      await deliver(app, 'Group.CallbackAfterSendMsg'),
      await deliver(app, 'callbackAfterSendGroupMsgCommand'),
    ];
    expect(posted).toMatchObject({ status: 200, ack: { ok: true, code: 0, why: '' } });
    expect(others.map(({ status }) => status)).toEqual([200, 200]);
    expect(told.map(({ handler, vendor }) => [handler, vendor])).toEqual([
      ['onGroupMsg', 'parlour'],
      ['onGroupMsg', 'tencent'],
      ['onGroupMsg', 'openim'],
    ]);
    expect(told[0]?.body).toMatchObject({ room: 'blue', words: 'Hello.' });
    expect(failures).toEqual([]);
  });

  it.each([
    ['an approval', () => main.allow(), { ok: true, code: 0, why: '' }, 'allowed'],
    [
      'a refusal with a code of its own',
      () => main.refuse({ code: 404, info: 'no seat' }),
      { ok: false, code: 404, why: 'no seat' },
      'refused',
    ],
    ['a plain refusal', () => main.refuse(), { ok: false, code: 4, why: '' }, 'refused'],
    ['changes', () => main.rewrite({ seat: 7 }), { ok: true, code: 0, why: '', seat: 7 }, 'rewritten'],
  ])('get %s in its own form', async (_what, verdict, ack, result) => {
    const { app } = appWith({ beforeRoomKnock: verdict });
    const delivered = await deliver(app, 'room.knock');
    expect(JSON.parse(delivered.text)).toEqual(ack);
    expect([delivered.verdict?.verdict, delivered.conclusion.result]).toEqual([verdict().verdict, result]);
  });

  it('of a stranger are refused before the body is read, and onFailure is told', async () => {
    const { app, told, failures } = appWith();
    const delivered = await deliver(app, 'room.knock', {}, { key: 'another key' });
    expect(delivered).toMatchObject({
      status: 403,
      ack: { ok: false, code: 1, why: 'the signature is missing or wrong' },
    });
    expect(told).toEqual([]);
    expect(failures).toMatchObject([{ kind: 'strangerAtTheDoor', vendor: 'parlour' }]);
  });

  it('are handled from an inbox', async () => {
    const { app, callbacks, told } = appWith({ inbox: memoryInbox() });
    await callbacks.ready();
    const delivered = await deliver(app, 'message.posted', { id: 'm-9' });
    await delivered.settled();
    expect(told).toMatchObject([{ handler: 'onGroupMsg', vendor: 'parlour', body: { id: 'm-9' } }]);
    expect(await callbacks.drain()).toEqual({ unfinished: 0 });
  });

  it('of a handler that fails get the policy of their command', async () => {
    const failing = () => Promise.reject(new Error('the database is away'));
    const { app } = appWith({ beforeRoomKnock: failing, failurePolicy: { 'room.knock': 'refuse' } });
    expect((await deliver(app, 'room.knock')).ack).toMatchObject({ ok: false, code: 4 });
  });
});

describe('its options', () => {
  it('are checked by its own rules', () => {
    expect(() => appWith({ parlour: { key: 'short' } })).toThrow(
      'option parlour.key must be a string of 8 characters or more',
    );
    expect(() => appWith({ parlour: { kye: key } })).toThrow('there is no option parlour.kye; did you mean key?');
  });

  it('are asked for where a handler of its is registered without it', () => {
    expect(() => appWith({ parlour: undefined })).toThrow(/beforeRoomKnock.*parlour/);
  });
});

describe('its messages', () => {
  it('have the shape of all others', async () => {
    const messages: unknown[] = [];
    const texts: unknown[] = [];
    const read = (event: unknown) => {
      messages.push(messageOf(event));
      texts.push(textOf(event));
    };
    const { app } = appWith({ onGroupMsg: read });
    await deliver(app, 'message.posted', { words: 'Hello.' });
    await deliver(app, 'Group.CallbackAfterSendMsg');
    expect(messages).toMatchObject([
      { kind: 'text', text: 'Hello.', sender: { id: 'u_bob' }, conversation: { kind: 'group', id: 'blue' }, id: 'm-1' },
      { kind: 'text', text: 'meet at the hut', sender: { id: 'u_alice' }, id: '1204' },
    ]);
    expect(texts).toEqual(['Hello.', 'meet at the hut']);
  });
});

describe('its schemas', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

  it('take its bodies, and no others', () => {
    const validate = ajv.compile(schema.requestSchema('room.knock'));
    expect(validate({ room: 'blue', guest: 'u_alice', at: 1_718_000_200_001 })).toBe(true);
    expect(validate({ room: 'blue' })).toBe(false);
  });

  it('take its replies, and no others', async () => {
    const validate = ajv.compile(schema.replySchema('room.knock'));
    const { app } = appWith({ beforeRoomKnock: () => main.rewrite({ seat: 7 }) });
    expect(validate(JSON.parse((await deliver(app, 'room.knock')).text))).toBe(true);
    expect(validate({ ok: true, code: 2, why: '' })).toBe(false);
  });

  it('stand in the AsyncAPI document', () => {
    const document = schema.asyncapi();
    expect(document.info.title).toBe('Callbacks of Tencent Cloud Chat and OpenIM and The Parlour');
    expect(document.servers.parlour).toMatchObject({
      description: 'Your receiver, under the URL that is configured at The Parlour.',
    });
    expect(document.channels['message.posted']?.servers).toEqual([{ $ref: '#/servers/parlour' }]);
    expect(document.components.messages['message.posted.request']?.headers).toMatchObject({
      properties: { 'x-parlour-event': { enum: ['message.posted', 'message.said'] } },
    });
  });
});

describe('its page of the documents', () => {
  const page = commandsPage();

  it('has its commands beside those of the others', () => {
    expect(page).toContain('62 are from [OpenIM](#openim), 2 are from [The Parlour](#the-parlour).');
    expect(page).toMatch(
      /^\| `onGroupMsg` \| .*Group.* \| .*callbackAfter.* \| \[message\.posted\]\(#messageposted\) \|$/m,
    );
  });

  it('says where facts come from, and what keys are made of', () => {
    const section = page.slice(
      page.indexOf('#### room.knock'),
      page.indexOf('### Messages', page.indexOf('#### room.knock')),
    );
    expect(section).toContain('Source: [book/3](https://parlour.example/book/3)');
    expect(section).toContain('Key: `room`, `guest`, `at`');
    expect(section).toContain('| `guest` | string | required | who is at the door |');
    expect(section).toContain('code 4, or one of your own from 400 to 499');
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}

describe('what editors show of it', () => {
  it('is written from its catalogue, as that of the others is', () => {
    const { handlers, bodies } = editorTexts('doors');
    const said = handlers.replaceAll(/\n +\* /g, ' ');
    expect(said).toContain('- The Parlour: `room.knock`. Takes `allow()`, `refuse()` with a code from 400 to 499 or');
    expect(said).toContain('- The Parlour: `message.posted`, also `message.said`. A message was posted in a room.');
    expect(bodies).toContain('  /** who is at the door */\n  guest: string;\n');
    expect(bodies).toContain("Command<'parlour', 'room.knock', 'roomKnock', 'before', ParlourBeforeRoomKnock");
  });
});

describe('its command line', () => {
  const env = { PARLOUR_KEY: key };

  it('lists and shows its commands', async () => {
    const list = await commandLine(['list', '--vendor', 'parlour', '--json']);
    expect(JSON.parse(list.stdout)).toMatchObject([{ command: 'room.knock' }, { command: 'message.posted' }]);
    const show = await commandLine(['show', 'beforeRoomKnock']);
    expect(show.stdout).toMatch(/^room\.knock\nSomebody wants to enter a room\./);
    expect(show.stdout).toMatch(/guest +text +required +who is at the door/);
  });

  it('sends callbacks, with its key from a flag or from the environment', async () => {
    const { app, told } = appWith({ beforeRoomKnock: () => main.refuse({ code: 404, info: 'no seat' }) });
    const to = await listening(app);
    const refused = await commandLine(['send', 'room.knock', '--to', to, '--key', key]);
    expect(refused.stdout).toContain('refused with 404 "no seat"');
    expect(refused.code).toBe(3);
    const acknowledged = await commandLine(['send', 'message.posted', '--to', to, '--set', 'words=Hello.'], env);
    expect([acknowledged.code, acknowledged.stderr]).toEqual([0, '']);
    expect(told).toMatchObject([{ handler: 'onGroupMsg', vendor: 'parlour', body: { words: 'Hello.' } }]);
  });

  it('sends many, each an event of its own', async () => {
    const { app, told } = appWith();
    const sent = await commandLine(['send', 'message.posted', '--to', await listening(app), '--count', '20'], env);
    expect(sent.code).toBe(0);
    expect(new Set(told.map(({ body }) => (body as { id: string }).id)).size).toBe(20);
  });

  it('examines a receiver, and never prints the key', async () => {
    const { app } = appWith();
    const to = await listening(app);
    const well = await commandLine(['doctor', to, '--vendor', 'parlour', '--json'], env);
    expect(JSON.parse(well.stdout)).toMatchObject({ vendors: ['parlour'], findings: [] });
    const wrongKey = 'another key of both sides';
    const refused = await commandLine(['doctor', to, '--vendor', 'parlour', '--key', wrongKey, '--json']);
    expect(JSON.parse(refused.stdout).findings).toMatchObject([{ id: 'wrongKey', vendors: ['parlour'] }]);
    expect(refused.code).toBe(1);
    expect(`${refused.stdout}${refused.stderr}`).not.toContain(wrongKey);
  });

  it('finds out by itself that a receiver is of the new vendor', async () => {
    const { app } = appWith({ tencent: undefined, openim: undefined });
    const found = await commandLine(['doctor', await listening(app), '--json'], env);
    expect(JSON.parse(found.stdout)).toMatchObject({ vendors: ['parlour'], findings: [] });
  });

  it('examines a receiver that checks no signature', async () => {
    const careless = express().use(express.json(), (_req, res) => res.json({ ok: true, code: 0, why: '' }));
    const found = await commandLine(['doctor', await listening(careless), '--vendor', 'parlour', '--json'], env);
    expect(JSON.parse(found.stdout).findings).toMatchObject([{ id: 'keyNotChecked', source: 'book/2' }]);
  });

  it('says what must be set at it, and reads that back', async () => {
    const args = ['config', 'beforeRoomKnock', '--vendor', 'parlour', '--url', 'https://host/im-callback'];
    const told = await commandLine([...args, '--part', 'bell'], env);
    expect(told.stdout).toBe('to https://host/im-callback\nkey <key>\nring room.knock\n');
    expect((await commandLine([...args, '--part', 'bell', '--show-secret'], env)).stdout).toContain(`key ${key}`);
    const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-parlour-'));
    const file = join(folder, 'bell');
    writeFileSync(file, 'to https://host\n');
    const read = await commandLine(['doctor', '--config', file, '--handler', 'beforeRoomKnock', '--json']);
    rmSync(folder, { recursive: true });
    expect(JSON.parse(read.stdout).findings).toMatchObject([{ id: 'switchedOff', vendors: ['parlour'] }]);
  });

  it('sends a storm of them', async () => {
    const { app, told } = appWith();
    const quick = ['--count', '60', '--rate', '1000', '--late', '0', '--lost', '0', '--duplicates', '0', '--seed', '3'];
    const args = ['storm', '--vendor', 'parlour', ...quick, '--conversations', '3', '--json'];
    const storm = await commandLine([...args, '--to', await listening(app)], env);
    expect(JSON.parse(storm.stdout)).toMatchObject({ requests: 60, results: { ignored: 60 } });
    const bodies = told.map(({ body }) => body as { id: string; room: string });
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(60);
    expect(new Set(bodies.map(({ room }) => room)).size).toBe(3);
  });

  it('records them without their words, and sends them again', async () => {
    const { app, told } = appWith();
    const to = await listening(app);
    const file = join(mkdtempSync(join(tmpdir(), 'im-callbacks-parlour-')), 'traffic.ndjson');
    const recorder = startCommandLine([
      'record',
      '--port',
      '0',
      '--forward',
      to,
      '--out',
      file,
      '--count',
      '1',
      '--json',
    ]);
    const [first] = await once(recorder.stdout as NodeJS.ReadableStream, 'data');
    const through = JSON.parse(String(first)).listening;
    const ended = once(recorder, 'exit');
    const sent = await commandLine(['send', 'message.said', '--set', 'words=psst', '--to', through], env);
    expect([sent.code, await ended]).toEqual([0, [0, null]]);
    const written = readFileSync(file, 'utf8');
    expect(JSON.parse(written)).toMatchObject({
      vendor: 'parlour',
      command: 'message.said',
      body: { room: 'blue', words: 'xxxx' },
    });
    expect(written).not.toMatch(/psst|signature|key of both sides/);
    const again = await commandLine(['replay', file, '--to', to, '--json'], env);
    expect(JSON.parse(again.stdout)).toMatchObject({ callbacks: 1, results: { ignored: 1 } });
    expect(told.map(({ body }) => (body as { words: string }).words)).toEqual(['psst', 'xxxx']);
    const stranger = ['replay', file, '--to', to, '--token', 'of-another-vendor'];
    expect((await commandLine(stranger, env)).stderr).toBe(
      "error: --token is tencent's, and changes nothing for parlour; leave it out\n",
    );
    rmSync(dirname(file), { recursive: true });
  });

  it('lists its dead letters', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'im-callbacks-parlour-')), 'inbox.db');
    const inbox = sqliteInbox({ file });
    const refuses = () => {
      throw new main.PermanentError('no such room');
    };
    const { app, callbacks } = appWith({ inbox, onGroupMsg: refuses });
    await callbacks.ready();
    await commandLine(['send', 'message.posted', '--to', await listening(app)], env);
    await until(async () => (await inbox.stats()).dead === 1);
    await inbox.close();
    const dead = await commandLine(['inbox', 'dead', '--store', file]);
    expect(dead.stdout).toMatch(/^1 +message\.posted .*no such room$/m);
    rmSync(dirname(file), { recursive: true });
  });

  it('names its options in help', async () => {
    expect((await commandLine(['send', '--help'])).stdout).toMatch(/--key <key> +.*the key of both sides/);
  });
});

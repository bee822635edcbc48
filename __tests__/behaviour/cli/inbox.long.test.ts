import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AnyEvent, PermanentError } from '../../../src';
import { bullmqInbox } from '../../../src/inbox/bullmq';
import type { Inbox } from '../../../src/inbox/inbox';
import { postgresInbox } from '../../../src/inbox/postgres';
import { sqliteInbox } from '../../../src/inbox/sqlite';
import { ended, run, runJson, start } from '../../support/cli/command-line';
import { closeAll, receiver } from '../../support/cli/listening';
import { describeWithRedis, type RedisServer, startRedis } from '../../support/inbox/bullmq/redis-server';
import { delivery } from '../../support/inbox/deliveries';
import {
  describeWithPostgres,
  newDatabase,
  type PostgresServer,
  startPostgres,
} from '../../support/inbox/postgres/postgres-server';

jest.setTimeout(30_000);

const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-inbox-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(closeAll);
let files = 0;

const newFile = () => join(folder, `${files++}.db`);

/** An app with an inbox whose handler fails while `broken`, and three events that it has given up. */
async function appWithDeadLetters(store = newFile(), inbox: Inbox = sqliteInbox({ file: store })) {
  const app = { broken: true, handled: [] as string[] };
  const to = await receiver({
    inbox,
    onGroupMsg: (event: AnyEvent) => {
      if (app.broken) throw new PermanentError('no such table: messages');
      app.handled.push(event.key);
    },
  });
  await run(['send', 'onGroupMsg', '--vendor', 'openim', '--count', '3', '--to', to]);
  await until(async () => (await inbox.stats()).dead === 3);
  return { app, store, inbox };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}

describe('im-callbacks inbox', () => {
  it('counts, lists and revives while the app runs', async () => {
    const { app, store, inbox } = await appWithDeadLetters();
    const { json: counted } = await runJson(['inbox', 'stats', '--store', store]);
    expect(counted).toEqual({ waiting: 0, dead: 3, oldestMs: null });

    const listed = await run(['inbox', 'dead', '--store', store]);
    expect(listed.stdout).toMatch(/^id +command +received +attempts +error\n/);
    expect(
      listed.stdout.match(
        /callbackAfterSendGroupMsgCommand .* 1 +the handler failed: PermanentError: no such table: messages$/gm,
      ),
    ).toHaveLength(3);
    const { json: letters } = await runJson<{ id: string; key: string }[]>(['inbox', 'dead', '--store', store]);
    expect(letters).toHaveLength(3);
    expect(JSON.stringify(letters)).not.toContain('good morning');

    app.broken = false;
    const one = await run(['inbox', 'revive', letters[1]?.id ?? '', '--store', store]);
    expect([one.code, one.stdout]).toEqual([0, '1 revived\n']);
    await until(() => app.handled.length === 1);
    expect(app.handled).toEqual([letters[1]?.key]);
    const all = await run(['inbox', 'revive', '--all'], { IM_CALLBACK_INBOX: store });
    expect(all.stdout).toBe('2 revived\n');
    await until(() => app.handled.length === 3);
    expect(app.handled.toSorted()).toEqual(letters.map(({ key }) => key).toSorted());
    expect((await run(['inbox', 'dead', '--store', store])).stdout).toBe('no dead letters\n');
    const nothing = await run(['inbox', 'revive', '--all', '--store', store]);
    expect([nothing.code, nothing.stdout]).toEqual([1, '0 revived\n']);
    await inbox.close();
  });

  it('shows bodies only where they are asked for', async () => {
    const { store, inbox } = await appWithDeadLetters();
    await inbox.close();
    const { json } = await runJson<{ body: object }[]>(['inbox', 'dead', '--bodies', '--limit', '1', '--store', store]);
    expect(json).toMatchObject([{ body: { content: '{"content":"good morning"}' } }]);
  });

  it('takes up each dead letter once, also when it dies again at once', async () => {
    const { store, inbox } = await appWithDeadLetters();
    const { json } = await runJson(['inbox', 'revive', '--all', '--store', store]);
    expect(json).toEqual({ revived: 3 });
    await until(async () => (await inbox.stats()).dead === 3);
    await inbox.close();
  });

  it('says that there is no such letter, no such file, and none named', async () => {
    const { store, inbox } = await appWithDeadLetters();
    await inbox.close();
    const none = await run(['inbox', 'revive', '99', '--store', store]);
    expect([none.code, none.stderr]).toEqual([1, 'There is no dead letter 99; inbox dead lists them.\n']);
    const missing = join(folder, 'none.db');
    const wrong = await run(['inbox', 'stats', '--store', missing]);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining(`there is no file ${missing}`)]);
    expect(existsSync(missing)).toBe(false);
    const text = join(folder, 'text.db');
    writeFileSync(text, 'not a database, and long enough to be taken for none whatever one looks at first');
    expect((await run(['inbox', 'stats', '--store', text])).code).toBe(2);
    expect((await run(['inbox', 'stats'])).stderr).toMatch(/which inbox\? Write --store/);
    expect((await run(['inbox', 'revive', '--store', store])).stderr).toMatch(/which one\? Write its id/);
    expect((await run(['inbox', 'revive', '1', '--all', '--store', store])).code).toBe(2);
  });
});

it.each(['redis', 'REDIS'])('%s:// that cannot be reached is no mistake on the command line', async (scheme) => {
  const { code, stderr } = await run(['inbox', 'stats', '--store', `${scheme}://:the-password@127.0.0.1:1`]);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^error: .*Redis cannot be reached/)]);
  expect(stderr).not.toMatch(/the-password|\n {4}at /);
});

describeWithRedis('im-callbacks inbox in Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
    await redis.client.config('SET', 'requirepass', 'the-password');
  });
  afterAll(() => redis.remove());

  it('counts, lists and revives while the app runs, and never prints the password', async () => {
    const store = redis.url.replace('redis://', 'redis://:the-password@');
    const { app, inbox } = await appWithDeadLetters(store, bullmqInbox({ connection: store }));
    const env = { IM_CALLBACK_INBOX: store };
    const shown = [await run(['inbox', 'stats'], env), await run(['inbox', 'dead'], env)];
    expect(shown[0]?.stdout).toMatch(/^waiting +0\nrunning +0\ndead +3\noldest/);
    expect(shown[1]?.stdout.match(/no such table: messages$/gm)).toHaveLength(3);
    app.broken = false;
    shown.push(await run(['inbox', 'revive', '--all'], env));
    expect(shown[2]?.stdout).toBe('3 revived\n');
    await until(() => app.handled.length === 3);
    await inbox.close();

    const wrong = { IM_CALLBACK_INBOX: store.replace('the-password', 'not-the-password') };
    shown.push(
      await run(['inbox', 'stats'], wrong),
      await run(['inbox', 'stats', '--store', store.replace(/:\d+$/, ':1')]),
    );
    expect(shown.map(({ code }) => code)).toEqual([0, 0, 0, 1, 1]);
    for (const { stdout, stderr } of shown) expect(stdout + stderr).not.toContain('the-password');
  });

  describe.each([
    ['killed', 'SIGKILL', /^error: Redis (is away|cannot be reached): .*\n$/],
    ['stopped', 'SIGSTOP', /^error: Redis does not answer\n$/],
  ] as const)('that is %s in the middle of a command', (_how, signal, line) => {
    it('ends it with one line, and the code of a Redis that is away', async () => {
      const lost = await startRedis();
      try {
        await manyDeadLetters(lost.url, 2000);
        const running = start(['inbox', 'revive', '--all', '--store', lost.url]);
        const ran = ended(running);
        await until(async () => (await lost.client.zcard('{im-callbacks}:inbox:failed')) < 2000);
        process.kill(lost.pid, signal);
        const { code, stdout, stderr } = await ran;
        expect([code, stdout, stderr]).toEqual([1, '', expect.stringMatching(line)]);
      } finally {
        await lost.remove();
      }
    });
  });
});

describeWithPostgres('im-callbacks inbox in PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());

  it('counts, lists and revives while the app runs, and never prints the password', async () => {
    const store = (await newDatabase(server)).replace('postgres@', 'postgres:the-password@');
    const { app, inbox } = await appWithDeadLetters(store, postgresInbox({ connection: store }));
    const env = { IM_CALLBACK_INBOX: store };
    const shown = [await run(['inbox', 'stats'], env), await run(['inbox', 'dead'], env)];
    expect(shown[0]?.stdout).toMatch(/^waiting +0\nrunning +0\ndead +3\noldest/);
    expect(shown[1]?.stdout.match(/no such table: messages$/gm)).toHaveLength(3);
    app.broken = false;
    shown.push(await run(['inbox', 'revive', '--all'], env));
    expect(shown[2]?.stdout).toBe('3 revived\n');
    await until(() => app.handled.length === 3);
    await inbox.close();

    shown.push(
      await run(['inbox', 'stats', '--schema', 'another'], env),
      await run(['inbox', 'stats', '--store', store.replace(/:\d+\//, ':1/')]),
      await run(['inbox', 'stats', '--store', `${store}@`]),
      await run(['inbox', 'stats', '--prefix', 'x'], env),
    );
    expect(shown.map(({ code }) => code)).toEqual([0, 0, 0, 1, 1, 2, 2]);
    expect(shown[3]?.stderr).toMatch(/^error: postgresInbox: there is no inbox in the schema another; .*\n$/);
    expect(shown[4]?.stderr).toMatch(/^error: PostgreSQL cannot be reached: .*\n$/);
    for (const { stdout, stderr } of shown) expect(stdout + stderr).not.toContain('the-password');
  });

  it('makes the tables, or prints the SQL that does', async () => {
    const [one, other] = [await newDatabase(server), await newDatabase(server)];
    for (let i = 0; i < 2; i++) {
      const made = await run(['inbox', 'migrate', '--store', one, '--schema', 'chat']);
      expect([made.code, made.stdout]).toEqual([0, 'the tables of the schema chat are up to date\n']);
    }
    const printed = await run(['inbox', 'migrate', '--print', '--schema', 'chat']);
    await server.ask(printed.stdout, undefined, new URL(other).pathname.slice(1));
    for (const store of [one, other]) {
      const { json } = await runJson(['inbox', 'stats', '--store', store, '--schema', 'chat']);
      expect(json).toEqual({ waiting: 0, running: 0, dead: 0, oldestMs: null });
    }
    expect((await run(['inbox', 'migrate', '--store', 'inbox.db'])).code).toBe(2);
    expect((await run(['inbox', 'migrate', '--print', '--schema', 'A b'])).code).toBe(2);
  });
});

async function manyDeadLetters(url: string, count: number): Promise<void> {
  const inbox = bullmqInbox({ connection: url });
  await inbox.open();
  // Few at once: a Redis on a busy machine may take longer for all than it is waited for.
  for (let n = 0; n < count; n += 100)
    await Promise.all(Array.from({ length: 100 }, () => inbox.bury(delivery(), 'it does not fit')));
  await inbox.consume(async () => ({ next: 'done' }), { concurrency: 100 });
  await until(async () => (await inbox.stats()).dead === count);
  await inbox.close();
}

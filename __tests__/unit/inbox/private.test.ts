/** What an inbox must not keep, or not for longer than it needs it, and who may read it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PermanentError } from '../../../src';
import { bullmqInbox } from '../../../src/inbox/bullmq';
import type { Inbox } from '../../../src/inbox/inbox';
import { memoryInbox } from '../../../src/inbox/memory';
import { postgresInbox } from '../../../src/inbox/postgres';
import { sqliteInbox } from '../../../src/inbox/sqlite';
import * as openim from '../../../src/vendors/openim';
import { describeWithRedis, type RedisServer, startRedis } from '../../support/inbox/bullmq/redis-server';
import { eventually, isIdle } from '../../support/inbox/deliveries';
import {
  describeWithPostgres,
  newDatabase,
  type PostgresServer,
  startPostgres,
} from '../../support/inbox/postgres/postgres-server';
import { freshFile } from '../../support/inbox/sqlite/files';
import { receiver, send } from '../../support/send';

const path = '/im-callback';
const serverSecret = 'the-shared-secret-of-the-server';
const loginToken = 'the-login-token-of-a-user';
const why = 'a-sentence-that-names-a-user';

/** One inbox with whatever of `words` it holds, anywhere. */
interface Kept {
  inbox: Inbox;
  holds(...words: string[]): Promise<string[]>;
}

const register = (more: object = {}) => ({
  callbackCommand: 'callbackAfterUserRegisterCommand',
  secret: serverSecret,
  users: [{ userID: 'u1', nickname: 'x' }],
  ...more,
});
const online = {
  callbackCommand: 'callbackAfterUserOnlineCommand',
  userID: 'u1',
  platformID: 2,
  platform: 'Android',
  token: loginToken,
  seq: 1,
};

function post(app: Parameters<typeof send>[0], body: { callbackCommand: string }) {
  const composed = openim.composeRequest(body.callbackCommand as never, {} as never, { path });
  return send(app, { ...composed, body: JSON.stringify(body) });
}

let drain: (() => Promise<unknown>) | undefined;
afterEach(() => drain?.());

function itKeepsPrivate(make: () => Promise<Kept>): void {
  it('stores no secret of the server and no login token, dead letters and misfits included', async () => {
    const { inbox, holds } = await make();
    const seen: unknown[] = [];
    const onUserRegister = ({ body }: { body: object }) => {
      seen.push(body);
      throw new PermanentError('no');
    };
    const { app, callbacks } = receiver({ openim: {}, inbox, onUserRegister, onUserOnline: onUserRegister });
    drain = () => callbacks.drain({ timeoutMs: 0 });
    await post(app, register());
    await post(app, register({ users: 7 })); // does not fit: buried as it came, but for the secret
    await post(app, online);
    await eventually(async () => (await inbox.stats()).dead === 3);
    expect(seen).toHaveLength(2);
    const bodies = (await inbox.dead()).map(({ delivery }) => JSON.parse(delivery.body) as object);
    expect(bodies).toEqual(expect.arrayContaining([expect.objectContaining({ users: 7 })]));
    for (const body of [...bodies, ...seen]) expect([Object.keys(body as object).includes('secret')]).toEqual([false]);
    expect(await holds(serverSecret, loginToken)).toEqual([]);
  });

  it('keeps what a handler threw for as long as the dead letter, and no longer', async () => {
    const { inbox, holds } = await make();
    let isWell = false;
    const onUserRegister = () => {
      if (!isWell) throw new Error(why);
    };
    const worker = { attempts: 2, backoffMs: 1 };
    const { app, callbacks } = receiver({ openim: {}, inbox, onUserRegister, worker });
    drain = () => callbacks.drain({ timeoutMs: 0 });
    await post(app, register());
    await eventually(async () => (await inbox.stats()).dead === 1);
    const [one] = await inbox.dead();
    expect(one?.error).toBe(`the handler failed: Error: ${why}`);
    isWell = true;
    expect(await inbox.revive(one?.id ?? '')).toBe(true);
    await eventually(() => isIdle(inbox));
    await eventually(async () => (await holds(why)).length === 0, 5000);
    expect(await inbox.dead()).toEqual([]);
  });

  it('keeps what a handler threw nowhere while it is to be tried again', async () => {
    const { inbox, holds } = await make();
    let made = 0;
    const onUserRegister = () => {
      made += 1;
      throw new Error(why);
    };
    const { app, callbacks } = receiver({ openim: {}, inbox, onUserRegister, worker: { backoffMs: 60_000 } });
    drain = () => callbacks.drain({ timeoutMs: 0 });
    await post(app, register());
    await eventually(async () => made === 1 && (await inbox.stats()).running === 0);
    expect(await holds(why)).toEqual([]);
  });
}

describe('memoryInbox', () => {
  itKeepsPrivate(async () => {
    const inbox = memoryInbox();
    const holds = async (...words: string[]) => {
      const all = JSON.stringify(await inbox.dead());
      return words.filter((word) => all.includes(word));
    };
    return { inbox, holds };
  });
});

describe('sqliteInbox', () => {
  itKeepsPrivate(async () => {
    const file = freshFile();
    const folder = dirname(file);
    const bytes = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    const holds = async (...words: string[]) => words.filter((word) => bytes().includes(word));
    return { inbox: sqliteInbox({ file }), holds };
  });

  it('makes its files for this user alone, whatever the umask', async () => {
    const file = freshFile();
    const mask = process.umask(0);
    const inbox = sqliteInbox({ file });
    try {
      await inbox.open();
      await inbox.sequences.replace('a', undefined, '1', undefined);
      const modes = ['', '-wal', '-shm', '-lock'].map((end) => (statSync(`${file}${end}`).mode & 0o777).toString(8));
      expect(modes).toEqual(['600', '600', '600', '600']);
    } finally {
      process.umask(mask);
      await inbox.close();
    }
  });
});

describeWithPostgres('postgresInbox', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());

  itKeepsPrivate(async () => {
    const connection = await newDatabase(server);
    const ask = (text: string) => server.ask(text, undefined, new URL(connection).pathname.slice(1));
    return {
      inbox: postgresInbox({ connection }),
      async holds(...words) {
        const tables = await ask("SELECT tablename FROM pg_tables WHERE schemaname = 'im_inbox'");
        const rows = await Promise.all(
          tables.map(({ tablename }) => ask(`SELECT t::text FROM im_inbox.${tablename} t`)),
        );
        return words.filter((word) => JSON.stringify(rows).includes(word));
      },
    };
  });
});

describeWithRedis('bullmqInbox', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.remove());
  beforeEach(() => redis.client.flushall());

  itKeepsPrivate(async () => ({
    inbox: bullmqInbox({ connection: redis.url }),
    async holds(...words) {
      const keys = await redis.client.keys('*');
      // Of whatever type, strings in it stand as they are: without `rdbcompression`, set below, nothing is packed.
      await redis.client.config('SET', 'rdbcompression', 'no');
      const dumps = await Promise.all(keys.map((key) => redis.client.dumpBuffer(key)));
      return words.filter((word) => keys.join().includes(word) || dumps.some((dump) => dump?.includes(word)));
    },
  }));
});

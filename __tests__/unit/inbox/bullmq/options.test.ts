import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { bullmqInbox } from '../../../../src/inbox/bullmq';
import { redisError } from '../../../../src/inbox/bullmq/error';

const connection = 'redis://127.0.0.1:6379';
const isUrl = "a URL like 'redis://user:password@host:6379', odd characters as %40; got a string (not shown)";

describe('the options of bullmqInbox', () => {
  it.each([
    [{}, "connection is missing; write connection: 'redis://127.0.0.1:6379'"],
    [{ connection: undefined }, "connection is missing; write connection: 'redis://127.0.0.1:6379'"],
    [{ connection: 6379 }, 'connection must be a redis: URL or options of ioredis; got 6379'],
    [{ connection: 'localhost:6379' }, `connection must be ${isUrl}`],
    [{ connection: 'redis://:hunter#2@host' }, `connection must be ${isUrl}`],
    [{ connection: 'redis://:hunter/2@host' }, `connection must be ${isUrl}`],
    [{ connection: 'redis://user:12?4@host' }, `connection must be ${isUrl}`],
    [
      { connection: { host: 'h', keyPrefix: 'x:' } },
      'connection.keyPrefix must be left out; use the option prefix of the inbox; got a string (not shown)',
    ],
    [{ connection: { url: 'localhost:6379' } }, `connection.url must be ${isUrl}`],
    [
      { connection: { url: connection, host: 'h' } },
      'connection must be an object with one of url and host; got an object (not shown)',
    ],
    [
      { connection: { url: connection, port: 1 } },
      'connection must be an object whose url has the port in it; got an object (not shown)',
    ],
    [{ connection: { host: '' } }, "connection.host must be a name like 'redis.internal'; got an empty string"],
    [{ connection: [{ host: 'h' }] }, 'connection must be a redis: URL or options of ioredis; got a list (not shown)'],
    [
      { connection: { nodes: [] } },
      'connection.nodes must be left out: the inbox needs one Redis, or one behind sentinels; got an empty list',
    ],
    [
      { connection: { redis: { host: 'h' } } },
      'connection.redis must be left out; write its contents as the connection itself; got an object (not shown)',
    ],
    [
      { connection: { socket: {} } },
      'connection.socket must be left out; write its host and port, or its path, beside the others; got an object (not shown)',
    ],
    [
      { connection: { user: 'u' } },
      'connection.user must be called username, as ioredis has it; got a string (not shown)',
    ],
    [
      { connection: { host: 'h', retryStrategy: () => 1 } },
      'connection.retryStrategy must be left out: the inbox sets it by itself; got a function',
    ],
    [
      { connection: { host: 'h', maxRetriesPerRequest: 3 } },
      'connection.maxRetriesPerRequest must be null or left out: the inbox sets it by itself; got 3',
    ],
    [
      { connection: { host: 'h', stringNumbers: true } },
      'connection.stringNumbers must be left out: the scripts of the inbox do not work with it; got true',
    ],
    [
      { connection: { host: undefined } },
      'connection.host is undefined; is its environment variable set? To do without it, leave it out',
    ],
    [
      { connection: { connect() {} } },
      'connection must be options of ioredis, not a connection; got an object (not shown)',
    ],
    [{ connection, queue: 'a:b' }, 'queue must be a name without colons and blanks; got a string (not shown)'],
    [{ connection, prefix: '' }, 'prefix must be a text without blanks; got an empty string'],
    [{ connection, lockMs: 5 }, 'lockMs must be a whole number of milliseconds from 100 to 3600000; got 5'],
  ])('%# is refused with what to write', (options, message) => {
    expect(() => bullmqInbox(options as never)).toThrow(new TypeError(`imCallbacks: option bullmqInbox.${message}`));
  });

  it('suggests the name of an option of ioredis that does not exist, which would mean localhost', () => {
    expect(() => bullmqInbox({ connection: { hosst: 'redis.internal' } } as never)).toThrow(
      new TypeError('imCallbacks: there is no option bullmqInbox.connection.hosst; did you mean host?'),
    );
  });

  it.each([
    { url: 'redis://127.0.0.1:1/0', maxRetriesPerRequest: null },
    { url: 'redis://127.0.0.1:1', password: undefined, db: 2 },
    { host: '127.0.0.1', port: 1 },
  ] as const)('%j goes where it says', async (connection) => {
    await expect(bullmqInbox({ connection }).open()).rejects.toThrow('127.0.0.1:1: Redis cannot be reached');
  });

  it('suggests the name of one that does not exist', () => {
    expect(() => bullmqInbox({ connection, lockms: 5 } as never)).toThrow(
      'there is no option bullmqInbox.lockms; did you mean lockMs?',
    );
  });

  it('connects to nothing before it is opened', async () => {
    const inbox = bullmqInbox({ connection: 'redis://127.0.0.1:1' });
    await expect(inbox.stats()).rejects.toThrow('the inbox is not open');
    await expect(inbox.consume(async () => ({ next: 'done' }), { concurrency: 1 })).rejects.toThrow('not open');
    await inbox.close();
  });
});

it('loads BullMQ and ioredis by its own subpath only', () => {
  const text = `
    const loaded = () => Object.keys(require.cache).some((file) => /node_modules.(bullmq|ioredis)/.test(file));
    require('express-im-callbacks'); require('express-im-callbacks/inbox/memory'); require('express-im-callbacks/inbox/sqlite');
    const before = loaded();
    require('express-im-callbacks/inbox/bullmq');
    console.log(before, loaded());`;
  // In the package's own folder its name stands for what is built.
  expect(execFileSync(process.execPath, ['-e', text], { cwd: join(__dirname, '../../../..'), encoding: 'utf8' })).toBe(
    'false true\n',
  );
});

describe('the words of an error', () => {
  it('leave out the command, which may hold a password or a message', () => {
    const error = Object.assign(new Error('WRONGPASS invalid username-password pair'), {
      command: { name: 'auth', args: ['hunter2'] },
    });
    expect(redisError(error)).toEqual(new Error('Redis says: WRONGPASS invalid username-password pair'));
    expect(Object.keys(redisError(error))).toEqual([]);
  });

  it.each([
    [
      new Error("Stream isn't writeable and enableOfflineQueue options is false"),
      'Redis cannot be reached: there is no connection',
    ],
    [new Error('Command timed out'), 'Redis does not answer'],
    [
      Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' }),
      'Redis cannot be reached: connect ECONNREFUSED 127.0.0.1:1',
    ],
    [undefined, 'Redis says: unknown'],
  ])('%# tell what is wrong', (error, words) => {
    expect(redisError(error).message).toBe(words);
  });
});

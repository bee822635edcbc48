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
      'connection must be without keyPrefix; use the option prefix of the inbox; got an object (not shown)',
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
      'Redis is away: there is no connection',
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

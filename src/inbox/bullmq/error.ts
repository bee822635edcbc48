/**
 * The message of an error, without the error: ioredis attaches the command with all its arguments to a reply error
 * (`command.args`), which for AUTH is the password and for EVALSHA the body of a message. Neither belongs in a log.
 */
export function redisError(error: unknown): Error {
  const { message = 'unknown', code } = (error ?? {}) as { message?: string; code?: unknown };
  // ioredis 5.11 rejects with this when there is no connection and commands may not wait for one (Redis.js, sendCommand).
  if (/enableOfflineQueue|Connection is closed|max retries per request/.test(message))
    return new Error('Redis cannot be reached: there is no connection');
  if (message === 'Command timed out') return new Error('Redis does not answer');
  if (typeof code === 'string') return new Error(`Redis cannot be reached: ${message}`);
  const [, meaning] = meanings.find(([pattern]) => pattern.test(message)) ?? [];
  return new Error(meaning === undefined ? `Redis says: ${message}` : `${meaning}; Redis says: ${message}`);
}

/** What Redis' refusals mean for an inbox, and what to do; a script may prefix them. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/\bOOM\b/, 'the memory of Redis is full: raise its maxmemory, or remove what else is in it'],
  [/\bREADONLY\b/, 'this Redis is a read-only replica: connect to its master, or through its Sentinels'],
  [/\bMISCONF\b/, 'Redis refuses to write, since it cannot save to its disk: see its log, and make room there'],
  [/\bNOREPLICAS\b/, 'Redis refuses to write, since it has fewer replicas than its min-replicas-to-write'],
  [
    /\b(MOVED|ASK)\b/,
    'this node of a Redis Cluster does not hold the keys of the inbox: connect to the one that it names',
  ],
  [/\bCLUSTERDOWN\b/, 'the Redis Cluster is down: nobody holds the slot of the inbox, or too few nodes are there'],
  [
    /\bNOPERM\b|has no permissions|can't run this command|can't access/,
    'the user of Redis lacks a right that docs/reliability.md lists',
  ],
];

/** Rejects with the message of an error only. */
export async function inRedisWords<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw redisError(error);
  }
}

/** Whether Redis answers with a refusal: its memory is full, or the user lacks a right. Waiting alone does not fix that. */
export function isRefusal(error: unknown): boolean {
  const { name, message = '' } = (error ?? {}) as { name?: string; message?: string };
  return name === 'ReplyError' && !passing.test(message);
}

/** Replies of a Redis that is starting, restarting or failing over. */
const passing = /^(NOSCRIPT|LOADING|BUSY|TRYAGAIN|CLUSTERDOWN|MASTERDOWN|READONLY|UNBLOCKED)\b/;

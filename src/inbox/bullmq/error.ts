/**
 * The words of an error, without the error: ioredis hangs the command with all its arguments on a reply error (`command.args`),
 * which for AUTH is the password and for EVALSHA the body of a message. Neither belongs in a log.
 */
export function redisError(error: unknown): Error {
  const { message = 'unknown', code } = (error ?? {}) as { message?: string; code?: unknown };
  // ioredis 5.11 rejects so where there is no connection and none may wait for one (Redis.js, sendCommand).
  if (/enableOfflineQueue|Connection is closed|max retries per request/.test(message))
    return new Error('Redis is away: there is no connection');
  if (message === 'Command timed out') return new Error('Redis does not answer');
  return new Error(typeof code === 'string' ? `Redis cannot be reached: ${message}` : `Redis says: ${message}`);
}

/** Rejects with the words of an error only. */
export async function inRedisWords<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw redisError(error);
  }
}

/** Whether Redis is there, and says no: its memory is full, or the user lacks a right. Time alone does not mend that. */
export function isRefusal(error: unknown): boolean {
  const { name, message = '' } = (error ?? {}) as { name?: string; message?: string };
  return name === 'ReplyError' && !/^(NOSCRIPT|LOADING|BUSY|TRYAGAIN|CLUSTERDOWN|MASTERDOWN)\b/.test(message);
}

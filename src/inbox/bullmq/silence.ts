import type { Socket } from 'node:net';
import type { Redis } from 'ioredis';

/** Parts of ioredis 5 that its types lack: the connection, and the commands that wait for an answer (Redis.js). */
interface Inside {
  readonly stream?: Socket;
  readonly commandQueue: { readonly length: number; toArray(): readonly { command: { reject(error: Error): void } }[] };
}

/** How often it checks, in milliseconds, and how many checks in a row may find nothing received. */
const lookMs = 500;
const mostSilent = 4;

/**
 * Closes a connection on which commands wait and nothing arrives for some two seconds: its host may have died without closing it,
 * and TCP waits for a quarter of an hour. Then ioredis makes a new one. Its own `socketTimeout` measures time, so a blocked event
 * loop would end a healthy connection. With `rejects` the commands fail, otherwise they are sent again.
 */
export function leaveWhenSilent(client: Redis, { rejects }: { rejects: boolean }): void {
  const inside = client as unknown as Inside; // as: see above
  let silent = 0;
  let known = -1;

  function look(): void {
    const { stream, commandQueue } = inside;
    const read = stream?.bytesRead ?? 0;
    silent = commandQueue.length > 0 && read === known ? silent + 1 : 0;
    known = read;
    if (silent < mostSilent) return;
    silent = 0;
    if (rejects) for (const { command } of commandQueue.toArray()) command.reject(new Error('Command timed out'));
    stream?.destroy(new Error('nothing came from Redis for two seconds'));
  }

  let timer: NodeJS.Timeout | undefined;
  client.on('connect', () => {
    clearInterval(timer);
    timer = setInterval(look, lookMs).unref();
  });
  client.on('end', () => clearInterval(timer));
}

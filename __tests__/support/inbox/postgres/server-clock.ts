import { chmodSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithPostgres, type PostgresServer, startPostgres } from './postgres-server';

/** A server whose wall clock can be set while it runs. Its monotonic clock goes on, as that of a machine does. */
export interface ServerWithClock extends PostgresServer {
  /** From now on its clock shows this much more than the machine's, or less, in seconds. */
  setClock(seconds: number): Promise<void>;
}

function findLibrary(): string | undefined {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib') : [];
  const files = folders.map((folder) => join('/usr/lib', folder, 'faketime', 'libfaketimeMT.so.1'));
  return files.find((file) => existsSync(file));
}

const library = findLibrary();
if (library === undefined && process.env.IM_CALLBACKS_REQUIRE_ALL)
  throw new Error('libfaketime is missing, and nothing may be skipped');

/** `describe`, or its skipping sister where libfaketime or PostgreSQL is not there. */
export function describeWithServerClock(name: string, tests: () => void): void {
  if (library !== undefined) describeWithPostgres(name, tests);
  else describe.skip(`${name} (skipped: libfaketime is not installed)`, tests);
}

export async function startWithClock(): Promise<ServerWithClock> {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-clock-'));
  chmodSync(folder, 0o755); // the server may be of another user
  const file = join(folder, 'offset');
  const write = (seconds: number) => {
    // Read at each look at the clock: never half written.
    writeFileSync(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds}s\n`);
    renameSync(`${file}.new`, file);
  };
  write(0);
  const server = await startPostgres({
    env: {
      ...{ LD_PRELOAD: library ?? '', FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1' },
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  });
  return {
    ...server,
    async setClock(seconds) {
      write(seconds);
      const [row] = await server.ask('SELECT extract(epoch FROM clock_timestamp())::float8 AS now');
      const shown = Number(row?.now) - Date.now() / 1000;
      if (Math.abs(shown - seconds) > 60) throw new Error(`the server's clock is ${shown} s off, and not ${seconds} s`);
    },
    async remove() {
      await server.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

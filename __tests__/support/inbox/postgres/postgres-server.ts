import type { Client } from 'pg';

/** A PostgreSQL of the tests' own: nothing is mocked. The crash rounds start theirs by the same file. */
export interface PostgresServer {
  readonly port: number;
  readonly url: string;
  /** Resolves with the rows. */
  ask(text: string, values?: readonly unknown[], database?: string): Promise<Record<string, unknown>[]>;
  /** A client that is not connected yet. */
  connect(database?: string, user?: string): Client;
  start(): Promise<void>;
  /** SIGKILL for all of its processes by default. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  signalAll(signal: NodeJS.Signals): void;
  /** Kills it and removes its files. */
  remove(): Promise<void>;
}

const rig: {
  binaries: string | undefined;
  makePostgres(options?: {
    settings?: Record<string, string | number>;
    env?: Record<string, string>;
  }): Promise<PostgresServer>;
  urlOf(port: number, database?: string): string;
} = require('../../../../scripts/crash/postgres-server');

export const startPostgres = rig.makePostgres;

const isInstalled = rig.binaries !== undefined;
if (!isInstalled && process.env.IM_CALLBACKS_REQUIRE_ALL)
  throw new Error('PostgreSQL is missing, and nothing may be skipped');

/** `describe`, or its skipping sister where there is no PostgreSQL. */
export function describeWithPostgres(name: string, tests: () => void): void {
  if (isInstalled) describe(name, tests);
  else describe.skip(`${name} (skipped: PostgreSQL is not installed)`, tests);
}

let databases = 0;

/** The URL of a new database on it: each test may have its own. */
export async function newDatabase(server: PostgresServer): Promise<string> {
  databases += 1;
  await server.ask(`CREATE DATABASE test_${databases}`);
  return rig.urlOf(server.port, `test_${databases}`);
}
